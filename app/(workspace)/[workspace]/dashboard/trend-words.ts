import { pointsText } from "#app/(workspace)/_nps/points-text.ts";
import type { TrendPoint } from "#app/(workspace)/_nps/trend-scale.ts";
import { formatNps } from "#server/nps/score.ts";
import { FEWEST_FOR_A_SCORE } from "#server/nps/show.ts";
import { words } from "./words.ts";

/** What the chart says in words: the finding, the figures of a stretch, and the table's headings. */
export function trendWords(points: readonly TrendPoint[]) {
  const t = words();
  return {
    summary: summaryOf(points),
    zoom: (from: string, to: string) => t("trend.zoom", { from, to }),
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
  };
}

/** From the first to the last stretch that has enough answers for a score. */
function summaryOf(points: readonly TrendPoint[]): string {
  const t = words();
  if (points.filter((point) => point.n > 0).length < 2) return t("trend.single");
  const firm = points.filter((point) => point.nps !== null && point.n >= FEWEST_FOR_A_SCORE);
  const [first, last] = [firm[0], firm.at(-1)];
  const moved =
    first && last && first !== last
      ? t("trend.summary", {
          first: formatNps(first.nps),
          firstPeriod: first.label,
          last: formatNps(last.nps),
          lastPeriod: last.label,
        })
      : t("trend.thin");
  return [moved, t("trend.band"), isCompared(points) && t("trend.dashed")].filter(Boolean).join(" ");
}

/** Whether anything of the period before is drawn: a line needs two neighbours. */
function isCompared(points: readonly TrendPoint[]): boolean {
  return points.some(
    (point, index) => typeof point.before === "number" && typeof points[index + 1]?.before === "number",
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
