import { SIGNIFICANCE } from "#server/nps/compare.ts";
import { type Counts, type Group, total } from "#server/nps/groups.ts";
import { compareRates, type Share } from "#server/nps/rate.ts";
import { areComparable } from "#server/nps/show.ts";

/** How many of all answers are of one group, now and before (null without), and what may be said of the difference. */
export type GroupVerdict = {
  kind: "group";
  group: Group;
  now: Share;
  before: Share | null;
  change: "up" | "down" | "cannot_tell" | null;
};

/**
 * What a view of one group says first: its share of all, for its score is ±100 whatever happens. `counts` and
 * `before` are of all groups. Up or down by the two-sample test of STATS.md 3 at the 5 % level.
 */
export function groupVerdictOf(group: Group, counts: Counts, before: Counts | null): GroupVerdict {
  const now = shareOf(group, counts);
  const early = before && shareOf(group, before);
  const tested = before && early && areComparable(counts, before) ? compareRates(now, early) : null;
  return { kind: "group", group, now, before: early, change: tested && changeOf(tested) };
}

/** The share of a group in counts of all. */
export const shareOf = (group: Group, counts: Readonly<Counts>): Share => ({
  count: counts[`${group}s`],
  of: total(counts),
});

function changeOf({ p, difference }: { p: number; difference: number }) {
  if (p >= SIGNIFICANCE || difference === 0) return "cannot_tell";
  return difference > 0 ? "up" : "down";
}
