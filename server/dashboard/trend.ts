import { type Counts, NO_ANSWERS } from "#server/nps/groups.ts";
import type { Bucket, Stretch } from "#server/response/count.ts";
import { withoutGaps } from "./rules.ts";

/** A stretch of time that begins on `start`, and the stretch it is compared with, when there were answers. */
export type TrendStretch = { start: string; counts: Counts; before: Counts | null };

/** Stretch after stretch without gaps, up to the one of the day `end`, each beside its like in the period before. */
export function trendOf(
  counted: { shown: Stretch[]; before: Stretch[] },
  bucket: Bucket,
  end: string | undefined,
): TrendStretch[] {
  const shown = byStart(counted.shown);
  const before = byStart(counted.before);
  const starts = [...shown.keys(), ...before.keys()].sort();
  return withoutGaps(shown.size > 0 ? starts : [], bucket, end).map((start) => ({
    start,
    counts: shown.get(start) ?? { ...NO_ANSWERS },
    before: before.get(start) ?? null,
  }));
}

const byStart = (stretches: Stretch[]) => new Map(stretches.map(({ start, counts }) => [start, counts]));
