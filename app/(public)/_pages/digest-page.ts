import { escapeHtml } from "#emails/escape-html.ts";
import type { Locale } from "#server/i18n/locales.ts";
import { translator } from "#server/i18n/translate.ts";
import { documentOf, sender } from "./document.ts";
import { ownLook } from "./look.ts";

export type DigestPageView = {
  locale: Locale;
  companyName: string;
  /** Of what the digest tells, in words. */
  place: string;
  ended: boolean;
  /** Of the page's Content-Security-Policy. */
  nonce: string;
  /** Where the button posts to. */
  action: string;
};

/** Asks a member whether a digest shall end, or says that it has. A whole HTML document. */
export function digestPage({ locale, companyName, place, ended, nonce, action }: DigestPageView): string {
  const t = translator(locale, "digest");
  const title = t(ended ? "endedTitle" : "endTitle");
  const text = t(ended ? "endedText" : "endText", { place });
  const button = ended
    ? ""
    : `<form method="post" action="${escapeHtml(action)}"><p><button>${escapeHtml(t("endButton"))}</button></p></form>`;
  return documentOf({
    locale,
    title,
    nonce,
    style: ownLook,
    body:
      `${sender(companyName)}<h1>${escapeHtml(title)}</h1>` +
      `<p${ended ? ' role="status"' : ""}>${escapeHtml(text)}</p>${button}`,
  });
}
