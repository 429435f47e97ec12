import { benjaminiHochberg, compare, type Verdict, verdictOf } from "./compare.ts";
import { type Counts, total } from "./groups.ts";
import { npsOf } from "./score.ts";
import { areComparable } from "./show.ts";
import { shrunkScores } from "./shrink.ts";
import { type Interval, intervalOf } from "./uncertainty.ts";

/** A part of the answers beside the others. All scores in points. */
export interface Segment extends Interval {
  counts: Counts;
  nps: number;
  /** The score drawn toward the whole, which orders the parts. */
  shrunk: number;
  /** Whether it is higher or lower than the answers of all others, told apart from chance with many parts in mind. */
  verdict: Verdict;
}

/**
 * Parts of a whole side by side: those that have answers, highest shrunk score first. A verdict is about a part
 * against the rest of the whole; its p values are adjusted after Benjamini and Hochberg (STATS.md 1), because one
 * of many parts stands out by chance alone.
 */
export function segmentsOf<Part extends { counts: Readonly<Counts> }>(
  parts: readonly Part[],
  whole: Readonly<Counts>,
): (Part & Segment)[] {
  const answered = parts.filter(({ counts }) => total(counts) > 0);
  const shrunk = shrunkScores(answered.map(({ counts }) => counts));
  const tested = answered.map(({ counts }) => againstRest(counts, whole));
  const p = benjaminiHochberg(tested.flatMap((one) => (one ? [one.p] : [])));
  let place = 0;
  return answered
    .map((part, index) => {
      const one = tested[index];
      const verdict = one ? verdictOf(one.difference, p[place++]!) : "cannot tell";
      return {
        ...part,
        ...intervalOf(part.counts)!,
        nps: npsOf(part.counts)!,
        shrunk: shrunk[index]!,
        verdict,
      };
    })
    .sort((a, b) => b.shrunk - a.shrunk);
}

/** A part against the answers that are not in it; null where one of both has too few for a verdict. */
export function againstRest(part: Readonly<Counts>, whole: Readonly<Counts>) {
  const rest = {
    detractors: Math.max(0, whole.detractors - part.detractors),
    passives: Math.max(0, whole.passives - part.passives),
    promoters: Math.max(0, whole.promoters - part.promoters),
  };
  return areComparable(part, rest) ? compare(part, rest) : null;
}
