import { type Counts, total } from "./groups.ts";
import { answersToDetect } from "./uncertainty.ts";

/** The change, in points, that managers ask about first. */
export const ASKED_CHANGE = 5;

/**
 * How many answers a period needs (`each`, and as many the one it is compared with) so that a true change of
 * `points` is told from chance in four cases of five, and how many of them are missing now (`more`). Null without
 * answers and where none is missing. From the answers so far: 2V(z_α/2 + z_β)²/δ², STATS.md 1.
 */
export function answersMissing(
  counts: Readonly<Counts>,
  points: number = ASKED_CHANGE,
): { each: number; more: number } | null {
  const each = answersToDetect(counts, points);
  const more = each === null ? 0 : each - total(counts);
  return each !== null && more > 0 ? { each, more } : null;
}
