import type { Counts } from "./groups.ts";
import { normalCdf } from "./normal.ts";
import { npsOf } from "./score.ts";
import { areComparable } from "./show.ts";
import { adjusted, type Interval, type Level, standardErrorOf, zOf } from "./uncertainty.ts";

export type Verdict = "up" | "down" | "cannot tell";

/** A difference of two scores with its uncertainty, in points except z and p; positive when the first is higher. */
export interface Comparison extends Interval {
  difference: number;
  standardError: number;
  z: number;
  /** Two-sided. */
  p: number;
  verdict: Verdict;
}

/** The p value below which a difference is called up or down. */
export const SIGNIFICANCE = 0.05;

/**
 * The first sample against the second by adjusted Wald (STATS.md 1); null when one of them is empty.
 * The difference is of the adjusted scores, so it differs a little from that of the shown ones.
 * The verdict is always "cannot tell" while one side has too few answers for a score. For samples that
 * do not share answers: overlapping periods are not compared.
 */
export function compare(
  first: Readonly<Counts>,
  second: Readonly<Counts>,
  level: Level = 95,
): Comparison | null {
  if (npsOf(first) === null || npsOf(second) === null) return null;
  const [a, b] = [adjusted(first), adjusted(second)];
  const difference = (npsOf(a) ?? 0) - (npsOf(b) ?? 0);
  const standardError = Math.hypot(standardErrorOf(a) ?? 0, standardErrorOf(b) ?? 0);
  const z = difference / standardError;
  const p = 2 * normalCdf(-Math.abs(z));
  return {
    difference,
    standardError,
    z,
    p,
    low: Math.max(-200, difference - zOf(level) * standardError),
    high: Math.min(200, difference + zOf(level) * standardError),
    verdict: areComparable(first, second) ? verdictOf(difference, p) : "cannot tell",
  };
}

/** What may be said of a difference: with many segments, give the p value that `benjaminiHochberg` returned. */
export function verdictOf(difference: number, p: number): Verdict {
  if (p >= SIGNIFICANCE || difference === 0) return "cannot tell";
  return difference > 0 ? "up" : "down";
}

/**
 * P values adjusted for being many, in the order given: of those below q, at most the share q is false
 * on average. Source: Benjamini and Hochberg (1995), J. R. Statist. Soc. B 57, 289–300; R's p.adjust "BH".
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const largestFirst = [...pValues.entries()].sort(([, a], [, b]) => b - a);
  const adjustedValues = new Array<number>(pValues.length);
  let smallest = 1;
  for (const [place, [index, p]] of largestFirst.entries()) {
    const rank = pValues.length - place;
    smallest = Math.min(smallest, p * (pValues.length / rank));
    adjustedValues[index] = smallest;
  }
  return adjustedValues;
}
