import type { TrendPoint } from "#app/(workspace)/_nps/trend-scale.ts";
import { shareOf } from "#server/dashboard/group-verdict.ts";
import { lastDayOf } from "#server/dashboard/rules.ts";
import { type Counts, type Group, total } from "#server/nps/groups.ts";
import { rateInterval, rateOf } from "#server/nps/rate.ts";
import { npsOf } from "#server/nps/score.ts";
import { FEWEST_FOR_A_SCORE } from "#server/nps/show.ts";
import { intervalOf } from "#server/nps/uncertainty.ts";
import type { Found } from "./page.tsx";
import type { Shown } from "./places.ts";
import { targetsIn } from "./target-line.ts";
import { dayInWords, daysInWords, words } from "./words.ts";

/** One stretch as the chart wants it, cut at the ends of the period it is part of; in percent for a view of one group. */
export function trendPoint(
  { start, counts, before }: Found["trend"][number],
  { view, found, places }: Shown,
): TrendPoint {
  const { days, bucket, annotations } = found;
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
    from,
    to,
    n: total(counts),
    counts,
    ...measured(counts, view.group),
    before: before && total(before) >= FEWEST_FOR_A_SCORE ? measured(before, view.group).nps : null,
    targets: targetsIn(found.targets, { from, to }),
    href: total(counts) > 0 ? places.answers?.({ from, to }) : undefined,
    notes: annotations
      .filter(({ day }) => day >= from && day <= to)
      .map(({ day, text }) => ({ text, said: words()("annotate.one", { day: dayInWords(day), text }) })),
  };
}

function measured(counts: Counts, group: Group | undefined): Pick<TrendPoint, "nps" | "low" | "high"> {
  if (!group) {
    const interval = intervalOf(counts);
    return { nps: npsOf(counts), low: interval?.low ?? null, high: interval?.high ?? null };
  }
  const share = shareOf(group, counts);
  const [rate, interval] = [rateOf(share), rateInterval(share)];
  const percent = (part: number | undefined | null) => (typeof part === "number" ? part * 100 : null);
  return { nps: percent(rate), low: percent(interval?.low), high: percent(interval?.high) };
}
