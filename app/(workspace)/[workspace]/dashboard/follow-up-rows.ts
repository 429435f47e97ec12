import { numberText } from "#app/_i18n/format.ts";
import { percentOf, rateInterval, type Share } from "#server/nps/rate.ts";
import { FEWEST_FOR_A_SCORE } from "#server/nps/show.ts";
import { spanInWords, words } from "./follow-up-words.ts";
import type { Found } from "./page.tsx";

/** One figure of follow-up: in words, and what a file says of it. The ends of an interval are in percent. */
export type FollowUpRow = {
  name: string;
  said: string;
  value: number | null;
  low: number | null;
  high: number | null;
  n: number | null;
};

/** How many of the cases whose time came had their first reply in time, and how many of those asked were won back. */
export function sharesOf({ replies, recoveries }: Found["followUp"]): {
  inTime: Share;
  recovery: Share | null;
} {
  return {
    inTime: { count: replies.inTime, of: replies.inTime + replies.late },
    recovery: recoveries && { count: recoveries.recovered, of: recoveries.answered },
  };
}

/** The figures of follow-up with what they rest on: minutes, percent, cases. */
export function followUpRows(followUp: Found["followUp"]): FollowUpRow[] {
  const t = words();
  const { medianMinutes, open, overdue, unwritten } = followUp.replies;
  const { inTime, recovery } = sharesOf(followUp);
  const median = inTime.of < FEWEST_FOR_A_SCORE ? null : medianMinutes;
  const counted = (name: string, value: number): FollowUpRow => ({
    ...{ name, said: numberText(value), value },
    ...{ low: null, high: null, n: null },
  });
  return [
    {
      ...{ name: t("median"), said: median === null ? "–" : spanInWords(median), value: median },
      ...{ low: null, high: null, n: inTime.of },
    },
    rateRow(t("inTime"), inTime),
    counted(t("open"), open),
    counted(t("openOverdue"), overdue),
    counted(t("closedUnwritten"), unwritten),
    ...(recovery ? [rateRow(t("recovery"), recovery)] : []),
  ];
}

function rateRow(name: string, share: Share): FollowUpRow {
  const t = words();
  const interval = share.of < FEWEST_FOR_A_SCORE ? null : rateInterval(share);
  if (!interval) {
    const said = t("few", { count: share.count, n: share.of });
    return { name, said, value: null, low: null, high: null, n: share.of };
  }
  const [value, low, high] = [
    percentOf(share)!,
    Math.round(100 * interval.low),
    Math.round(100 * interval.high),
  ];
  return { name, said: t("percent", { percent: value }), value, low, high, n: share.of };
}
