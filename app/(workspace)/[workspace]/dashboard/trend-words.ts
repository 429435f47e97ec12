import { type Measure, npsMeasure, shareMeasure } from "#app/(workspace)/_nps/measure.ts";
import type { TrendPoint } from "#app/(workspace)/_nps/trend-scale.ts";
import type { Group } from "#server/nps/groups.ts";
import { formatNps } from "#server/nps/score.ts";
import { FEWEST_FOR_A_SCORE } from "#server/nps/show.ts";
import { words as targetWords } from "../_targets/say.ts";
import { dayInWords, words } from "./words.ts";

/** What the chart says in words: the finding, the figures of a stretch, and the table's headings. */
export function trendWords(points: readonly TrendPoint[], group?: Group) {
  const t = words();
  const measure = group ? shareMeasure : npsMeasure;
  return {
    summary: summaryOf(points, measure),
    zoom: (from: string, to: string) => t(group ? "trend.group.zoom" : "trend.zoom", { from, to }),
    describe: (point: TrendPoint) => wordsOf(point, measure, group),
    target: (goal: number) => targetWords()("trend.line", { goal: formatNps(goal) }),
    answers: t("trend.answers"),
    day: dayInWords,
    readout: {
      read: t("trend.open"),
      narrow: t("trend.narrow"),
      score: t("trend.sum", { nps: "{nps}", low: "{low}", high: "{high}", n: "{n}" }),
      few: t("trend.sumFew", { n: "{n}" }),
      group,
      share: t("trend.group.sum", { percent: "{percent}", count: "{count}", n: "{n}" }),
    },
    table: {
      show: t("trend.table"),
      period: t("trend.period"),
      score: t(group ? "trend.group.share" : "trend.nps"),
      low: t("trend.low"),
      high: t("trend.high"),
      answers: t("trend.n"),
      before: t("trend.before"),
      notes: t("trend.notes"),
      target: targetWords()("trend.column"),
      few: t("few"),
      read: ({ n, label }: TrendPoint) => t("trend.read", { n, period: label }),
    },
  };
}

/** From the first to the last stretch that has enough answers for a score. */
function summaryOf(points: readonly TrendPoint[], measure: Measure): string {
  const t = words();
  if (points.filter((point) => point.n > 0).length < 2) return t("trend.single");
  const firm = points.filter((point) => point.nps !== null && point.n >= FEWEST_FOR_A_SCORE);
  const [first, last] = [firm[0], firm.at(-1)];
  const moved =
    first && last && first !== last
      ? t("trend.summary", {
          first: measure.value(first.nps),
          firstPeriod: first.label,
          last: measure.value(last.nps),
          lastPeriod: last.label,
        })
      : t("trend.thin");
  return [moved, t("trend.band"), isCompared(points) && t("trend.dashed"), dotted(points)]
    .filter(Boolean)
    .join(" ");
}

/** What the dotted lines are, where there are some. */
function dotted(points: readonly TrendPoint[]): string | null {
  const goals = new Set(points.flatMap(({ targets = [] }) => targets.map(({ value }) => formatNps(value))));
  return goals.size > 0 ? targetWords()("trend.lines", { goals: [...goals].join(", ") }) : null;
}

/** Whether anything of the period before is drawn: a line needs two neighbours. */
function isCompared(points: readonly TrendPoint[]): boolean {
  return points.some(
    (point, index) => typeof point.before === "number" && typeof points[index + 1]?.before === "number",
  );
}

/** The figures of one stretch, with those before, what was to be reached and what was noted of it. */
function wordsOf(point: TrendPoint, measure: Measure, group: Group | undefined): string {
  const t = words();
  const now = figuresOf(point, measure, group);
  const was =
    typeof point.before === "number" ? t("trend.was", { now, before: measure.value(point.before) }) : now;
  const goal = point.targets?.map(({ value }) => formatNps(value)).join(", ");
  const aimed = goal ? targetWords()("trend.beside", { figures: was, goal }) : was;
  return [aimed, ...(point.notes ?? []).map(({ said }) => said)].join(". ");
}

function figuresOf(point: TrendPoint, measure: Measure, group: Group | undefined): string {
  const t = words();
  const { nps, low, high, n, counts } = point;
  if (nps === null || low === null || high === null) return t("trend.none");
  const ends = { low: measure.end(low), high: measure.end(high), n };
  if (!group) return t("trend.describe", { nps: measure.value(nps), ...ends });
  return t("trend.group.describe", { percent: Math.round(nps), count: counts[`${group}s`], ...ends });
}
