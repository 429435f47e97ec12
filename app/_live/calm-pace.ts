/** For how much of the time a page is read anew while changes keep coming: a sixteenth. */
const share = 16;
const longestMs = 30_000;
/** How many readings may follow each other at once after a quiet time. */
const atOnce = 3;

/** When a calm page may be read next (milliseconds of the clock the readings are told by). */
export type CalmPace = { nextAt(): number; read(at: number, tookMs: number): void };

/**
 * Lets a page be read anew at once when something changes now and then, and for a sixteenth of the time while changes
 * keep coming: so the less often the busier the server is, and every half minute at least. Not on the beat, for pages
 * that hear of the same answer would all ask at the same moment. A virtual schedule (the generic cell rate algorithm of
 * ITU-T I.371), in which each reading costs sixteen times what it took.
 *
 * @param chance from 0 to 1
 */
export function createCalmPace(chance: () => number = Math.random): CalmPace {
  let paidUntil = Number.NEGATIVE_INFINITY;
  let cost = 0;
  return {
    nextAt: () => paidUntil - (atOnce - 1) * cost,
    read(at, tookMs) {
      cost = Math.min(longestMs, share * tookMs) * (0.6 + 0.6 * chance());
      paidUntil = Math.max(at, paidUntil) + cost;
    },
  };
}
