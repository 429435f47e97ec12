import type { ReactNode } from "react";
import { languageOf, type Voice } from "#server/i18n/locales.ts";
import { darkStyles, styles } from "./look.ts";
import { outlook } from "./outlook.ts";

/** The element that names the mail to a screen reader: its one heading carries this id. */
export const headingId = "q";

type LayoutProps = {
  locale: Voice;
  /** What some readers speak first; the subject. */
  title: string;
  /** What a list of mails shows after the subject. */
  preheader: string | null;
  /** False for a mail that reads like a letter and has no heading. */
  headed?: boolean;
  /** Rules beside those of every mail. */
  moreStyles?: string;
  children: ReactNode;
};

/** The frame of every mail: one column of at most 600 pixels, no pictures, light and dark (UX.md 4.2). */
export function Layout({ locale, title, preheader, headed = true, moreStyles = "", children }: LayoutProps) {
  return (
    <html lang={languageOf(locale)} dir="ltr">
      {/* biome-ignore lint/style/noHeadElement: a mail, not a page of Next */}
      <head>
        <meta httpEquiv="Content-Type" content="text/html; charset=utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no" />
        <title>{title}</title>
        <style>{darkStyles + moreStyles}</style>
      </head>
      <body className="page" style={styles.body}>
        {preheader && <div style={hidden}>{preheader}</div>}
        {/* biome-ignore lint/a11y/useSemanticElements: more clients keep the role than the element (UX.md 4.1) */}
        <div
          role="article"
          aria-roledescription="email"
          {...(headed ? { "aria-labelledby": headingId } : { "aria-label": title })}
          lang={languageOf(locale)}
          dir="ltr"
          className="page"
          style={{ backgroundColor: styles.body.backgroundColor }}
        >
          {outlook("pageOpen")}
          <div style={{ maxWidth: "600px", margin: "0 auto" }}>
            <table role="presentation" width="100%" cellPadding="0" cellSpacing="0" border={0}>
              <tbody>
                <tr>
                  <td className="text" style={styles.cell}>
                    {children}
                  </td>
                </tr>
              </tbody>
            </table>
          </div>
          {outlook("pageClose")}
        </div>
      </body>
    </html>
  );
}

const hidden = {
  display: "none",
  overflow: "hidden",
  maxHeight: "0",
  maxWidth: "0",
  opacity: "0",
  fontSize: "1px",
  lineHeight: "1px",
  color: styles.body.backgroundColor,
};
