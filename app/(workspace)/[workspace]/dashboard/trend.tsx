import { TextLink } from "#app/_ui/text-link.tsx";
import { npsMeasure, shareMeasure } from "#app/(workspace)/_nps/measure.ts";
import { TrendChart } from "#app/(workspace)/_nps/trend-chart.tsx";
import { steps } from "#server/dashboard/schema.ts";
import { FEWEST_FOR_A_SCORE } from "#server/nps/show.ts";
import { Noted, notesOf } from "./noted.tsx";
import { Panel } from "./panel.tsx";
import type { Shown } from "./places.ts";
import { trendPoint } from "./trend-point.ts";
import { trendWords } from "./trend-words.ts";
import { words } from "./words.ts";

/** How the score moved, or the share of one group, beside the period before; each stretch leads to its answers. */
export function Trend({ view, found, places }: Shown) {
  const t = words();
  const points = found.trend.map((stretch) => trendPoint(stretch, { view, found, places }));
  const title = trendTitle({ view, found });
  const noDays = { from: undefined, to: undefined };
  return (
    <Panel
      title={title}
      name="trend"
      space="air"
      places={places}
      about={<p>{t("about.trend")}</p>}
      actions={<Steps view={view} found={found} places={places} />}
    >
      <TrendChart
        title={title}
        points={points}
        minimum={FEWEST_FOR_A_SCORE}
        measure={view.group ? shareMeasure : npsMeasure}
        notes={notesOf(points)}
        answers={places.answers?.(noDays)}
        page={places.dashboard({ ...noDays, period: undefined })}
        words={trendWords(points, view.group)}
      />
      <Noted found={found} />
    </Panel>
  );
}

/** "NPS by week", "Detractors by week, share of all answers". */
/** What the trend is of: its score or a group's share, by day, week or month. */
export function trendTitle({ view, found }: Pick<Shown, "view" | "found">): string {
  const t = words();
  if (!view.group) return t(`trend.${found.bucket}`);
  return t(`trend.group.title.${found.bucket}`, { group: t(`groupTitle.${view.group}`) });
}

function Steps({ found, places }: Shown) {
  const t = words();
  return steps
    .filter((by) => by !== found.bucket)
    .map((by) => (
      <TextLink key={by} href={places.dashboard({ by })} className="px-1 py-1 text-sm max-sm:py-2.5">
        {t(`trend.by.${by}`)}
      </TextLink>
    ));
}
