/** For how much of the time a page is read anew while changes keep coming: a sixty-fourth. */
const share = 64;
const longestMs = 60_000;
/** So much of what readings cost need not be waited for after a quiet time: three readings, however slow the server is. */
const savedMs = 150_000;
/** A reading that takes longer is one of a busy server. */
const busyMs = 500;

/** When a calm page may be read next (milliseconds of the clock the readings are told by). */
export type CalmPace = { nextAt(): number; read(at: number, tookMs: number, caughtUp: boolean): void };

/**
 * Lets a page be read anew at once when something changes now and then, and for a sixty-fourth of the time while changes
 * keep coming: so the less often the busier the server is, and about every minute at least. Not on the beat, for pages
 * that hear of the same answer would all ask at the same moment. A virtual schedule (the generic cell rate algorithm of
 * ITU-T I.371), in which each reading costs sixty-four times what it took. A reading of a busy
 * server that has not caught up when it is back leaves nothing of what was saved, for changes keep coming.
 *
 * @param chance from 0 to 1
 */
export function createCalmPace(chance: () => number = Math.random): CalmPace {
  let paidUntil = Number.NEGATIVE_INFINITY;
  return {
    nextAt: () => paidUntil - savedMs,
    read(at, tookMs, caughtUp) {
      const cost = Math.min(longestMs, share * tookMs) * (0.6 + 0.6 * chance());
      const spent = tookMs > busyMs && !caughtUp;
      paidUntil = Math.max(spent ? at + savedMs : at, paidUntil) + cost;
    },
  };
}
