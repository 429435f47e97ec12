import { addCounts, type Counts, total } from "./groups.ts";
import { npsOf } from "./score.ts";
import { adjusted, standardErrorOf } from "./uncertainty.ts";

/**
 * The score of each part in points, drawn toward that of the whole the more, the fewer answers it rests on; in the
 * order given, null for a part without answers. A part of three answers, all 10, comes out near the whole; where
 * the parts differ no more than chance makes them, all do. Empirical Bayes with adjusted scores and the spread
 * between parts by moments. Sources: Morris (1983), JASA 78, 47–55; DerSimonian and Laird (1986), Control. Clin.
 * Trials 7, 177–188.
 */
export function shrunkScores(parts: readonly Readonly<Counts>[]): (number | null)[] {
  const answered = parts.filter((part) => total(part) > 0);
  const whole = npsOf(addCounts(...answered));
  if (whole === null) return parts.map(() => null);
  const spread = spreadBetween(answered.map(momentsOf));
  return parts.map((part) => {
    if (total(part) === 0) return null;
    const { score, variance } = momentsOf(part);
    return whole + (spread / (spread + variance)) * (score - whole);
  });
}

type Moments = { score: number; variance: number };

function momentsOf(part: Readonly<Counts>): Moments {
  const counts = adjusted(part);
  return { score: npsOf(counts)!, variance: standardErrorOf(counts)! ** 2 };
}

/** How much the true scores of the parts vary, in squared points, beyond what few answers explain; at least 0. */
function spreadBetween(parts: readonly Moments[]): number {
  const weights = parts.map(({ variance }) => 1 / variance);
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const squares = weights.reduce((all, weight) => all + weight ** 2, 0);
  const mean = parts.reduce((all, { score }, index) => all + score * weights[index]!, 0) / sum;
  const q = parts.reduce((all, { score }, index) => all + weights[index]! * (score - mean) ** 2, 0);
  const room = sum - squares / sum;
  return room > 0 ? Math.max(0, (q - (parts.length - 1)) / room) : 0;
}
