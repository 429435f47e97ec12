import type { CSSProperties } from "react";
import type { Voice } from "#server/i18n/locales.ts";
import { translator } from "#server/i18n/translate.ts";
import { colour } from "./look.ts";
import { outlook } from "./outlook.ts";

type ScaleProps = {
  /** The addresses of the eleven links, 0 first. */
  hrefs: readonly string[];
  /** The words for 0 and 10, as they stand within a sentence. */
  low: string;
  high: string;
  locale: Voice;
};

/**
 * The eleven links of UX.md 4.2: 44-pixel squares in 46-pixel boxes, 0–5 and 6–10 in two blocks that stand
 * side by side where there is room for 528 pixels and one below the other where there is not, without media
 * queries. All eleven look the same, so that none is suggested; 0 is on the left in every language.
 */
export function Scale({ hrefs, low, high, locale }: ScaleProps) {
  const t = translator(locale, "survey");
  const nameOf = (score: number) => {
    if (score === 0) return t("endPointName", { score, label: low });
    if (score === 10) return t("endPointName", { score, label: high });
    return t("scoreName", { score });
  };
  const boxes = hrefs.map((href, score) => <Box key={href} href={href} score={score} name={nameOf(score)} />);
  return (
    <table role="presentation" width="100%" cellPadding="0" cellSpacing="0" border={0}>
      <tbody>
        <tr>
          <td dir="ltr" style={{ fontSize: "0", lineHeight: "0", textAlign: "left", padding: "0 0 10px 0" }}>
            {outlook("scaleOpen")}
            <Block width={288}>{boxes.slice(0, 6)}</Block>
            {outlook("scaleNext")}
            <Block width={240}>{boxes.slice(6)}</Block>
            {outlook("scaleClose")}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function Block({ width, children }: { width: number; children: React.ReactNode }) {
  return (
    <div style={{ display: "inline-block", width: "100%", maxWidth: `${width}px`, verticalAlign: "top" }}>
      <table role="presentation" dir="ltr" cellPadding="0" cellSpacing="0" border={0}>
        <tbody>
          <tr>{children}</tr>
        </tbody>
      </table>
    </div>
  );
}

function Box({ href, score, name }: { href: string; score: number; name: string }) {
  const padding = outlook(score === 10 ? "padTen" : "padDigit");
  return (
    <td width={48} style={{ padding: "0 2px 6px 0" }}>
      <table role="presentation" cellPadding="0" cellSpacing="0" border={0}>
        <tbody>
          <tr>
            <td className="box" width={44} height={44} align="center" style={box}>
              <a className="text" href={href} aria-label={name} style={link}>
                {padding}
                {String(score)}
                {padding}
              </a>
            </td>
          </tr>
        </tbody>
      </table>
    </td>
  );
}

const box: CSSProperties = {
  width: "44px",
  height: "44px",
  border: `1px solid ${colour.boxLine}`,
  borderRadius: "6px",
  backgroundColor: colour.box,
  textAlign: "center",
};

const link: CSSProperties & { msoLineHeightRule: string } = {
  display: "block",
  width: "44px",
  height: "44px",
  lineHeight: "44px",
  msoLineHeightRule: "exactly",
  fontFamily: "Arial, Helvetica, sans-serif",
  fontSize: "18px",
  fontWeight: "bold",
  textAlign: "center",
  color: colour.text,
  textDecoration: "none",
};
