import { type Counts, total } from "./groups.ts";
import { normalQuantile } from "./normal.ts";
import { npsOf } from "./score.ts";

/** Confidence in percent. */
export const LEVELS = [90, 95, 99] as const;
export type Level = (typeof LEVELS)[number];

/** Two ends in points. Never written as "±x": the interval is not symmetric round the score. */
export interface Interval {
  low: number;
  high: number;
}

/** Two-sided standard normal quantile of a confidence level: 1.959963985 for 95. */
export function zOf(level: Level): number {
  return normalQuantile(0.5 + level / 200);
}

/**
 * Variance of one response valued −1, 0 or 1: V = P + D − (P − D)². Between 0 and 1; null without answers.
 * P and D are not independent; adding their variances gives too narrow an interval.
 */
export function varianceOf(counts: Readonly<Counts>): number | null {
  const n = total(counts);
  if (n === 0) return null;
  const net = (counts.promoters - counts.detractors) / n;
  return Math.max(0, (counts.promoters + counts.detractors) / n - net * net);
}

/** Standard error of the score in points, √(V/n), divided by n and not n − 1; null without answers. */
export function standardErrorOf(counts: Readonly<Counts>): number | null {
  const variance = varianceOf(counts);
  return variance === null ? null : 100 * Math.sqrt(variance / total(counts));
}

/** The counts with three imagined answers added (0.75, 1.5, 0.75), from which adjusted Wald is computed. */
export function adjusted(counts: Readonly<Counts>): Counts {
  return {
    detractors: counts.detractors + 0.75,
    passives: counts.passives + 1.5,
    promoters: counts.promoters + 0.75,
  };
}

/**
 * The interval shown with every score: adjusted Wald, in points, within ±100; null without answers.
 * Source: Rocks 2016, arXiv 1601.07235.
 */
export function intervalOf(counts: Readonly<Counts>, level: Level = 95): Interval | null {
  const interval = unclampedIntervalOf(counts, level);
  return interval === null ? null : clamp(interval);
}

/** Adjusted Wald before it is cut at ±100, for arithmetic that goes on from it. */
export function unclampedIntervalOf(counts: Readonly<Counts>, level: Level = 95): Interval | null {
  return total(counts) === 0 ? null : wald(adjusted(counts), level);
}

/** The plain Wald interval NPS ± z·SE within ±100, for comparison with other tools; too narrow for few answers. */
export function waldIntervalOf(counts: Readonly<Counts>, level: Level = 95): Interval | null {
  const interval = wald(counts, level);
  return interval === null ? null : clamp(interval);
}

/**
 * How many answers in all give an interval of about `halfWidth` points to each side, if answers go on
 * falling as in `counts`: ceil(z²V/m² − 3), at least 1. Null without answers, for then V is unknown.
 * @throws RangeError when halfWidth is not above 0.
 */
export function answersNeeded(counts: Readonly<Counts>, halfWidth: number, level: Level = 95): number | null {
  const variance = expectedVariance(counts);
  if (variance === null) return null;
  const perPoint = zOf(level) / share(halfWidth);
  return Math.max(1, Math.ceil(variance * perPoint ** 2 - 3));
}

/**
 * How many answers each of two groups needs so that a true difference of `difference` points is found
 * significant with probability `power`: 2V(z_α/2 + z_β)²/δ². Null without answers.
 * @throws RangeError when difference is 0 or power is not between 0 and 1.
 */
export function answersToDetect(
  counts: Readonly<Counts>,
  difference: number,
  power = 0.8,
  level: Level = 95,
): number | null {
  const variance = expectedVariance(counts);
  if (variance === null) return null;
  if (!(power > 0 && power < 1)) throw new RangeError(`Power lies between 0 and 1, not at ${power}.`);
  const perPoint = (zOf(level) + normalQuantile(power)) / share(Math.abs(difference));
  return Math.max(1, Math.ceil(2 * variance * perPoint ** 2));
}

function wald(counts: Readonly<Counts>, level: Level): Interval | null {
  const centre = npsOf(counts);
  const error = standardErrorOf(counts);
  if (centre === null || error === null) return null;
  return { low: centre - zOf(level) * error, high: centre + zOf(level) * error };
}

function clamp({ low, high }: Interval): Interval {
  return { low: Math.max(-100, low), high: Math.min(100, high) };
}

/** V; where all answers are alike V is 0 and would say that none are needed, so then V of the adjusted counts. */
function expectedVariance(counts: Readonly<Counts>): number | null {
  if (total(counts) === 0) return null;
  return varianceOf(counts) || varianceOf(adjusted(counts));
}

function share(points: number): number {
  if (!(points > 0)) throw new RangeError(`The width asked for is more than 0 points, not ${points}.`);
  return points / 100;
}
