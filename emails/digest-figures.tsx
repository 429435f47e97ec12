import type { CSSProperties, ReactNode } from "react";
import { formatNumber } from "#server/i18n/format.ts";
import type { Locale } from "#server/i18n/locales.ts";
import { translator } from "#server/i18n/translate.ts";
import { type Counts, GROUPS, type Group, total } from "#server/nps/groups.ts";
import { formatNps, npsOf } from "#server/nps/score.ts";
import { presentationOf } from "#server/nps/show.ts";
import { type Interval, intervalOf } from "#server/nps/uncertainty.ts";
import { groupColour, styles } from "./look.ts";
import { Small, Text } from "./text-parts.tsx";

/** ▼ ■ ▲: a group's shape beside its colour (UX.md 3.1). */
export const marks: Record<Group, string> = { detractor: "\u25bc", passive: "\u25a0", promoter: "\u25b2" };

/** The score large, its bracket below it, the interval in words; only words where there are too few answers. */
export function ScoreFigure({ counts, href, locale }: { counts: Counts; href: string; locale: Locale }) {
  const t = translator(locale, "digest");
  const interval = intervalOf(counts);
  if (!interval) return null;
  if (presentationOf(total(counts)) === "counts") return <Text>{t("tooFew")}</Text>;
  return (
    <>
      <p className="text" style={large}>
        <a className="text" href={href} style={{ color: styles.heading.color, textDecoration: "none" }}>
          {formatNps(npsOf(counts))}
        </a>
      </p>
      <Bracket interval={interval} />
      <Small>
        {t("interval", { low: formatNps(interval.low), high: formatNps(interval.high), n: total(counts) })}
      </Small>
    </>
  );
}

/** Where the interval lies between −100 and 100, as a bracket on a line. */
function Bracket({ interval: { low, high } }: { interval: Interval }) {
  const widths = [(low + 100) / 2, (high - low) / 2, (100 - high) / 2];
  const looks = [styles.rule.borderTop, `2px solid ${styles.heading.color}`, styles.rule.borderTop];
  return (
    <>
      <Row space="0 0 4px 0">
        {widths.map((width, place) => (
          <td
            // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, to a string
            key={place}
            className={place === 1 ? "bracket" : "rule"}
            width={`${Math.max(1, Math.round(width))}%`}
            style={{
              ...cell,
              height: "8px",
              borderBottom: looks[place],
              ...(place === 1 ? { borderLeft: looks[1], borderRight: looks[1] } : {}),
            }}
          >
            &nbsp;
          </td>
        ))}
      </Row>
      <Row>
        {[-100, 0, 100].map((end, place) => (
          <td key={end} className="muted" width="33%" align={sides[place]} style={axis}>
            {formatNps(end)}
          </td>
        ))}
      </Row>
    </>
  );
}

type SplitProps = { counts: Counts; links: Record<Group, string>; locale: Locale };

/** How the answers fall into groups: one bar, detractors left, each part with its label below it. */
export function SplitFigure({ counts, links, locale }: SplitProps) {
  const n = total(counts);
  if (n === 0) return null;
  const there = GROUPS.filter((group) => counts[`${group}s`] > 0);
  return (
    <>
      <Row>
        {there.map((group, place) => (
          <td
            key={group}
            className={`fill-${group}${place > 0 ? " gap" : ""}`}
            width={`${Math.max(1, Math.round((counts[`${group}s`] / n) * 100))}%`}
            style={{
              ...cell,
              height: "16px",
              backgroundColor: groupColour[group].fill,
              ...(place > 0 ? { borderLeft: `2px solid ${styles.body.backgroundColor}` } : {}),
            }}
          >
            &nbsp;
          </td>
        ))}
      </Row>
      <Row>
        {GROUPS.map((group, place) => (
          <td key={group} width="33%" align={sides[place]} valign="top" style={label}>
            <a className={group} href={links[group]} style={{ color: groupColour[group].text }}>
              {groupText(counts, group, locale)}
            </a>
            <br />
            <span className="muted" style={{ color: styles.small.color }}>
              {shareText(counts, group, locale)}
            </span>
          </td>
        ))}
      </Row>
    </>
  );
}

/** "12 detractors". */
export const groupText = (counts: Counts, group: Group, locale: Locale): string =>
  translator(locale, "digest")(`${group}s`, { n: counts[`${group}s`] });

/** How many of a hundred answers are of the group, as the language writes it. */
export const shareText = (counts: Counts, group: Group, locale: Locale): string =>
  formatNumber(counts[`${group}s`] / Math.max(1, total(counts)), locale, { style: "percent" });

function Row({ children, space = "0 0 8px 0" }: { children: ReactNode; space?: string }) {
  return (
    <table
      role="presentation"
      width="100%"
      cellPadding="0"
      cellSpacing="0"
      border={0}
      style={{ width: "100%", margin: space }}
    >
      <tbody>
        <tr>{children}</tr>
      </tbody>
    </table>
  );
}

const sides = ["left", "center", "right"] as const;
const large: CSSProperties = {
  ...styles.heading,
  margin: "0",
  font: "bold 56px/60px Arial, Helvetica, sans-serif",
};
const axis: CSSProperties = { ...styles.small, margin: "0", font: "12px/16px Arial, Helvetica, sans-serif" };
const cell: CSSProperties = { fontSize: "0", lineHeight: "0" };
const label: CSSProperties = { ...styles.small, margin: "0", padding: "0 0 8px 0" };
