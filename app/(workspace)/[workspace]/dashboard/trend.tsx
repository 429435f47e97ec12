import { Section } from "#app/_ui/section.tsx";
import { pointsText } from "#app/(workspace)/_nps/points-text.ts";
import { TrendChart } from "#app/(workspace)/_nps/trend-chart.tsx";
import type { TrendPoint } from "#app/(workspace)/_nps/trend-scale.ts";
import { lastDayOf } from "#server/dashboard/rules.ts";
import type { DashboardView } from "#server/dashboard/schema.ts";
import { total } from "#server/nps/groups.ts";
import { formatNps, npsOf } from "#server/nps/score.ts";
import { FEWEST_FOR_A_SCORE } from "#server/nps/show.ts";
import { intervalOf } from "#server/nps/uncertainty.ts";
import type { Found } from "./page.tsx";
import { addressOf, dayInWords, words } from "./words.ts";

/** How the score moved, by day, week or month; each period leads to its answers. */
export function Trend({ workspace, view, found }: { workspace: string; view: DashboardView; found: Found }) {
  const t = words();
  const points = found.trend.map((one) => pointOf(one, workspace, view, found));
  const scored = points.filter((point) => point.nps !== null);
  const title = t(`trend.${found.bucket}`);
  return (
    <Section title={title} space="air">
      <TrendChart
        title={title}
        points={points}
        minimum={FEWEST_FOR_A_SCORE}
        words={{
          summary:
            scored.length > 1
              ? t("trend.summary", {
                  first: formatNps(scored[0]!.nps),
                  last: formatNps(scored.at(-1)!.nps),
                  n: scored.length,
                })
              : t("trend.single"),
          zoom: (from, to) => t("trend.zoom", { from, to }),
          describe,
          answers: t("trend.answers"),
          open: t("trend.open"),
          table: {
            show: t("trend.table"),
            period: t("trend.period"),
            score: t("trend.nps"),
            low: t("trend.low"),
            high: t("trend.high"),
            answers: t("trend.n"),
            before: t("trend.before"),
            few: t("few"),
          },
        }}
      />
    </Section>
  );
}

function describe(point: TrendPoint): string {
  const t = words();
  if (point.nps === null || point.low === null || point.high === null) return t("trend.none");
  return t("trend.describe", {
    nps: formatNps(point.nps),
    low: pointsText(point.low),
    high: pointsText(point.high),
    n: point.n,
  });
}

function pointOf(
  one: Found["trend"][number],
  workspace: string,
  view: DashboardView,
  found: Found,
): TrendPoint {
  const t = words();
  const interval = intervalOf(one.counts);
  const from = found.days.from && found.days.from > one.start ? found.days.from : one.start;
  const last = lastDayOf(one.start, found.bucket);
  const to = found.days.to && found.days.to < last ? found.days.to : last;
  const month = found.bucket === "month";
  return {
    key: one.start,
    label: month
      ? dayInWords(one.start, { month: "long", year: "numeric" })
      : t(found.bucket === "week" ? "trend.weekOf" : "trend.dayOf", { date: dayInWords(one.start) }),
    tick: dayInWords(
      one.start,
      month ? { month: "short", year: "2-digit" } : { day: "numeric", month: "short" },
    ),
    n: total(one.counts),
    nps: npsOf(one.counts),
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    href: addressOf(`/${workspace}/responses`, { ...view, from, to }, { period: undefined }),
  };
}
