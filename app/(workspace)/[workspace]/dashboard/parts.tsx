import { Section } from "#app/_ui/section.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import { DotPlot } from "#app/(workspace)/_nps/dot-plot.tsx";
import { pointsText } from "#app/(workspace)/_nps/points-text.ts";
import { total } from "#server/nps/groups.ts";
import { formatNps } from "#server/nps/score.ts";
import { FEWEST_FOR_A_SCORE } from "#server/nps/show.ts";
import { narrowedTo } from "../_filter/narrowing.ts";
import { sayDimension, sayValue } from "../_filter/say.ts";
import { PartsTable } from "./parts-table.tsx";
import type { Shown } from "./places.ts";
import { words } from "./words.ts";

/** The answers side by side by one thing, each with its interval; a click on one narrows the page to it. */
export function Parts({ view, found, places }: Shown) {
  const t = words();
  if (!found.parts || found.parts.segments.length < 2) return null;
  const { by, offered, segments } = found.parts;
  const rows = segments.map((segment) => ({
    ...segment,
    label: sayValue(by, segment.value, segment.name),
    n: total(segment.counts),
    href: places.dashboard(narrowedTo(by, segment.value, view.where)),
  }));
  const firm = rows.filter(({ n }) => n >= FEWEST_FOR_A_SCORE);
  return (
    <Section
      title={`${t("parts.title")}: ${sayDimension(by)}`}
      space="rule"
      actions={offered
        .filter((one) => one !== by)
        .map((one) => (
          <TextLink key={one} href={places.dashboard({ cut: one })} className="py-1 text-sm max-sm:py-2.5">
            {sayDimension(one)}
          </TextLink>
        ))}
    >
      <figure>
        {firm.length > 0 && (
          <DotPlot
            rows={firm.map((row) => ({
              ...row,
              words: t("parts.describe", {
                name: row.label,
                nps: formatNps(row.nps),
                low: pointsText(row.low),
                high: pointsText(row.high),
                n: row.n,
              }),
              said: row.verdict === "cannot tell" ? undefined : t(`parts.${row.verdict}`),
            }))}
          />
        )}
        <figcaption className="mt-2 max-w-[66ch] text-sm text-muted">
          {t("parts.summary")}
          {firm.length < rows.length && ` ${t("parts.few", { n: rows.length - firm.length })}.`}
        </figcaption>
      </figure>
      <PartsTable caption={sayDimension(by)} rows={rows} />
    </Section>
  );
}
