import type { TrendPoint } from "#app/(workspace)/_nps/trend-scale.ts";
import { lastDayOf } from "#server/dashboard/rules.ts";
import { total } from "#server/nps/groups.ts";
import { npsOf } from "#server/nps/score.ts";
import { FEWEST_FOR_A_SCORE } from "#server/nps/show.ts";
import { intervalOf } from "#server/nps/uncertainty.ts";
import type { Found } from "./page.tsx";
import type { Shown } from "./places.ts";
import { dayInWords, daysInWords } from "./words.ts";

/** One stretch as the chart wants it, cut at the ends of the period it is part of. */
export function trendPoint(
  { start, counts, before }: Found["trend"][number],
  { found: { days, bucket }, places }: Pick<Shown, "found" | "places">,
): TrendPoint {
  const interval = intervalOf(counts);
  const last = lastDayOf(start, bucket);
  const from = days.from && days.from > start ? days.from : start;
  const to = days.to && days.to < last ? days.to : last;
  const whole = bucket === "month" && from === start && to === last;
  return {
    key: start,
    label: whole ? dayInWords(start, { month: "long", year: "numeric" }) : daysInWords(from, to),
    tick: dayInWords(
      from,
      bucket === "month" ? { month: "short", year: "2-digit" } : { day: "numeric", month: "short" },
    ),
    n: total(counts),
    nps: npsOf(counts),
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    before: before && total(before) >= FEWEST_FOR_A_SCORE ? npsOf(before) : null,
    href: total(counts) > 0 ? places.answers?.({ from, to }) : undefined,
  };
}
