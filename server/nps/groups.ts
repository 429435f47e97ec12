export const SCORES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

/** An answer to the question: a whole number, 0 to 10. */
export type Score = (typeof SCORES)[number];

export const GROUPS = ["detractor", "passive", "promoter"] as const;
export type Group = (typeof GROUPS)[number];

/** How many answers fell in each group: all that an NPS is made of. */
export interface Counts {
  detractors: number;
  passives: number;
  promoters: number;
}

export const NO_ANSWERS: Readonly<Counts> = { detractors: 0, passives: 0, promoters: 0 };

export function isScore(value: unknown): value is Score {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 10;
}

/** The group of a score, a whole number 0 to 10: 0–6 detractor, 7–8 passive, 9–10 promoter. */
export function groupOf(score: number): Group {
  if (score >= 9) return "promoter";
  return score >= 7 ? "passive" : "detractor";
}

/**
 * The groups of a histogram, whose place i holds how many answered i.
 * @throws RangeError when it has not exactly eleven places.
 */
export function countsOf(histogram: readonly number[]): Counts {
  if (histogram.length !== SCORES.length) {
    throw new RangeError(`A histogram of scores has eleven places, not ${histogram.length}.`);
  }
  const counts = { ...NO_ANSWERS };
  for (const score of SCORES) counts[`${groupOf(score)}s`] += histogram[score] ?? 0;
  return counts;
}

/** Counts pooled: the way from segments to the whole. Scores of segments are never averaged. */
export function addCounts(...parts: readonly Readonly<Counts>[]): Counts {
  const sum = { ...NO_ANSWERS };
  for (const part of parts) {
    sum.detractors += part.detractors;
    sum.passives += part.passives;
    sum.promoters += part.promoters;
  }
  return sum;
}

/** n, the number of scored answers. */
export function total(counts: Readonly<Counts>): number {
  return counts.detractors + counts.passives + counts.promoters;
}
