import { withinSentence } from "#app/_i18n/format.ts";
import { Chip } from "#app/_ui/chip.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import { DotPlot } from "#app/(workspace)/_nps/dot-plot.tsx";
import { pointsText } from "#app/(workspace)/_nps/points-text.ts";
import { total } from "#server/nps/groups.ts";
import { formatNps } from "#server/nps/score.ts";
import { FEWEST_FOR_A_SCORE } from "#server/nps/show.ts";
import { mostParts } from "#server/response/count-by.ts";
import { narrowedTo } from "../_filter/narrowing.ts";
import { sayDimension, sayValue } from "../_filter/say.ts";
import { FewParts } from "./few-parts.tsx";
import { GroupParts } from "./group-parts.tsx";
import { Panel } from "./panel.tsx";
import { PartsTable } from "./parts-table.tsx";
import type { Shown } from "./places.ts";
import { comparedWith } from "./since.ts";
import { words } from "./words.ts";

/** The answers side by side by one thing, each with its interval; a click on one narrows the page to it. */
export function Parts({ view, found, places }: Shown) {
  const t = words();
  const rows = partRows({ view, found, places });
  if (!found.parts || rows.length < 2) return null;
  const { by, offered } = found.parts;
  const without = total(found.counts) - rows.reduce((sum, { n }) => sum + n, 0);
  return (
    <Panel
      title={`${t("parts.title")}: ${sayDimension(by)}`}
      name="parts"
      space="rule"
      places={places}
      about={<p>{t("about.parts")}</p>}
      actions={offered
        .filter((one) => one !== by)
        .map((one) => (
          <TextLink
            key={one}
            href={places.dashboard({ cut: one })}
            className="px-1 py-1 text-sm max-sm:py-2.5"
          >
            {sayDimension(one)}
          </TextLink>
        ))}
    >
      {view.group ? (
        <GroupParts group={view.group} by={sayDimension(by)} rows={rows} />
      ) : (
        <Scores by={sayDimension(by)} rows={rows} compared={comparedWith(found) !== null} />
      )}
      {without > 0 && rows.length < mostParts && (
        <p className="mt-2 text-sm text-muted">
          {t("parts.without", { n: without, by: withinSentence(sayDimension(by)) })}
        </p>
      )}
    </Panel>
  );
}

export type PartRow = ReturnType<typeof partRows>[number];

/** The parts with their words and where they lead: the page narrowed to one, and its answers. */
export function partRows({ view, found, places }: Shown) {
  if (!found.parts) return [];
  const { by, segments } = found.parts;
  return segments.map((segment) => {
    const narrowed = narrowedTo(by, segment.value, view.where);
    return {
      ...segment,
      label: sayValue(by, segment.value, segment.name),
      n: total(segment.counts),
      href: places.dashboard(narrowed),
      answers: places.answers?.({ ...found.days, ...narrowed }),
    };
  });
}

function Scores({ by, rows, compared }: { by: string; rows: readonly PartRow[]; compared: boolean }) {
  const t = words();
  const firm = rows.filter(({ n }) => n >= FEWEST_FOR_A_SCORE);
  return (
    <>
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
          <Chip>{t("parts.adjusted")}</Chip> {t("parts.summary")}
        </figcaption>
      </figure>
      <FewParts rows={rows.filter(({ n }) => n < FEWEST_FOR_A_SCORE)} />
      <PartsTable caption={by} rows={rows} compared={compared} />
    </>
  );
}
