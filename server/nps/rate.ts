import { normalCdf, normalQuantile } from "./normal.ts";
import { type Interval, type Level, zOf } from "./uncertainty.ts";

/** How many of how many, such as answered of sent. */
export interface Share {
  of: number;
  count: number;
}

/** A difference of two rates, from −1 to 1, positive when the first is higher, with its interval (Newcombe). */
export interface RateComparison extends Interval {
  difference: number;
  /** Pooled, with the N−1 correction; 0 where the two are equal. */
  z: number;
  /** Two-sided: of z, or Fisher's where an expected count is below 5. */
  p: number;
}

/** The share itself, from 0 to 1; null of nothing. */
export function rateOf({ count, of }: Share): number | null {
  return of === 0 ? null : count / of;
}

/** The share in whole percent for display, to be done once and last; null of nothing. */
export function percentOf({ count, of }: Share): number | null {
  // Multiplied before it is divided: what is exactly a half stays exactly a half for the rounding.
  return of === 0 ? null : Math.round((100 * count) / of);
}

/** Wilson's interval of a rate, from 0 to 1; null of nothing. Source: Wilson (1927), JASA 22, 209–212. */
export function rateInterval(share: Share, level: Level = 95): Interval | null {
  const { count, of: n } = share;
  if (n === 0) return null;
  const z2 = zOf(level) ** 2;
  const middle = (count + z2 / 2) / (n + z2);
  const half = (Math.sqrt((count * (n - count)) / n + z2 / 4) * zOf(level)) / (n + z2);
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/**
 * The first rate against the second (STATS.md 3); null when one of them is of nothing. Sources: Campbell (2007),
 * Stat. Med. 26, 3661–3675, for N−1; Newcombe (1998), Stat. Med. 17, 873–890, method 10, for the interval.
 */
export function compareRates(first: Share, second: Share, level: Level = 95): RateComparison | null {
  const [a, b] = [rateInterval(first, level), rateInterval(second, level)];
  if (!a || !b) return null;
  const [rateA, rateB] = [first.count / first.of, second.count / second.of];
  const difference = rateA - rateB;
  const z = pooledZ(first, second);
  return {
    difference,
    low: difference - Math.hypot(rateA - a.low, b.high - rateB),
    high: difference + Math.hypot(a.high - rateA, rateB - b.low),
    z,
    p: leastExpected(first, second) < 5 ? fisher(first, second) : 2 * normalCdf(-Math.abs(z)),
  };
}

function pooledZ(first: Share, second: Share): number {
  const n = first.of + second.of;
  const pooled = (first.count + second.count) / n;
  const spread = Math.sqrt(pooled * (1 - pooled) * (1 / first.of + 1 / second.of));
  if (spread === 0) return 0;
  return ((first.count / first.of - second.count / second.of) / spread) * Math.sqrt((n - 1) / n);
}

function leastExpected(first: Share, second: Share): number {
  const n = first.of + second.of;
  const successes = first.count + second.count;
  return (Math.min(first.of, second.of) * Math.min(successes, n - successes)) / n;
}

/** Fisher's exact test, two-sided: all tables that are no likelier than this one. */
function fisher(first: Share, second: Share): number {
  const successes = first.count + second.count;
  const n = first.of + second.of;
  const logOf = (count: number) =>
    logChoose(first.of, count) + logChoose(second.of, successes - count) - logChoose(n, successes);
  const seen = logOf(first.count);
  let p = 0;
  for (let count = Math.max(0, successes - second.of); count <= Math.min(first.of, successes); count++) {
    const log = logOf(count);
    if (log <= seen + 1e-9) p += Math.exp(log);
  }
  return Math.min(1, p);
}

function logChoose(n: number, k: number): number {
  let log = 0;
  for (let i = 1; i <= Math.min(k, n - k); i++) log += Math.log(n - i + 1) - Math.log(i);
  return log;
}

/**
 * The smallest rise from `rate` that `perArm` people in each of two arms show with a power of 80 % at the 5 % level,
 * from 0 to 1; null when none would do. Source: STATS.md 3.
 */
export function detectableRise(rate: number, perArm: number): number | null {
  const z2 = (zOf(95) + normalQuantile(0.8)) ** 2;
  const needed = (rise: number) => (z2 * (rate * (1 - rate) + (rate + rise) * (1 - rate - rise))) / rise ** 2;
  const most = 1 - rate;
  if (most <= 0 || perArm <= 0 || needed(most) > perArm) return null;
  let [low, high] = [0, most];
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (needed(middle) > perArm) low = middle;
    else high = middle;
  }
  return high;
}
