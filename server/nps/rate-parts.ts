import { benjaminiHochberg, type Verdict, verdictOf } from "./compare.ts";
import { compareRates, type Share } from "./rate.ts";
import { FEWEST_FOR_A_SCORE } from "./show.ts";

/**
 * Whether the share of each part is higher or lower than that of all others together, told apart from chance with many
 * parts in mind (Benjamini and Hochberg, STATS.md 1 and 3); in the order given. Always "cannot tell" where the part or
 * the others are of fewer than a rate is shown for.
 */
export function rateVerdicts(parts: readonly Share[]): Verdict[] {
  const all = parts.reduce((sum, { count, of }) => ({ count: sum.count + count, of: sum.of + of }), {
    count: 0,
    of: 0,
  });
  const tested = parts.map((part) => {
    const rest = { count: all.count - part.count, of: all.of - part.of };
    return Math.min(part.of, rest.of) < FEWEST_FOR_A_SCORE ? null : compareRates(part, rest);
  });
  const p = benjaminiHochberg(tested.flatMap((one) => (one ? [one.p] : [])));
  let place = 0;
  return tested.map((one) => (one ? verdictOf(one.difference, p[place++]!) : "cannot tell"));
}
