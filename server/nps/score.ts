import { type Counts, total } from "./groups.ts";

/** Net Promoter Score in points, −100 to 100, not rounded; null without answers, because no score is not 0. */
export function npsOf(counts: Readonly<Counts>): number | null {
  const n = total(counts);
  if (n === 0) return null;
  // Multiplied before it is divided: a score that is exactly a half stays exactly a half for the rounding.
  return (100 * (counts.promoters - counts.detractors)) / n;
}

/** Whole points for display, to be done once and last. Halves go away from zero, so +x and −x round alike; never −0. */
export function roundPoints(points: number): number {
  const size = Math.round(Math.abs(points));
  return points < 0 && size > 0 ? -size : size;
}

/**
 * Points as people read them: "+42", "0", "−47" with the true minus U+2212, without a percent sign.
 * Serves scores, ends of intervals and differences alike; "–" where there is no score.
 */
export function formatNps(points: number | null): string {
  if (points === null) return "–";
  const rounded = roundPoints(points);
  if (rounded === 0) return "0";
  return `${rounded < 0 ? "\u2212" : "+"}${Math.abs(rounded)}`;
}
