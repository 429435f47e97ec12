/**
 * How likely each number of hits, 0 to `trials`, is in `trials` further trials whose true rate is unknown and beta
 * distributed with `a` and `b` (both above 0): the beta-binomial distribution, by the ratio of neighbours.
 */
export function betaBinomial(trials: number, a: number, b: number): number[] {
  const logs = [0];
  for (let hits = 0; hits < trials; hits++) {
    const ratio = ((trials - hits) * (a + hits)) / ((hits + 1) * (b + trials - hits - 1));
    logs.push(logs[hits]! + Math.log(ratio));
  }
  return shares(logs);
}

/** Places of a rate between 0 and 1, and the share of the distribution that each stands for; these sum to 1. */
export type Grid = { rate: number; share: number }[];

/**
 * The beta distribution with `a` and `b` on a grid of `points`, for sums that stand for integrals over it: the
 * trapezoidal rule on the scale of log odds, where the density falls off on both sides and the rule converges
 * geometrically. Source: Trefethen and Weideman (2014), SIAM Review 56, 385–458.
 */
export function betaGrid(a: number, b: number, points: number): Grid {
  const spread = 8 * Math.sqrt(1 / a + 1 / b);
  const middle = Math.log(a / b);
  const [from, to] = [middle - spread - 20 / a, middle + spread + 20 / b];
  const places = Array.from({ length: points }, (_, i) => from + ((to - from) * i) / (points - 1));
  const parts = shares(places.map((odds) => -a * softplus(-odds) - b * softplus(odds)));
  return places.map((odds, i) => ({ rate: 1 / (1 + Math.exp(-odds)), share: parts[i]! }));
}

/** log(1 + eˣ), also where eˣ is too large for a number. */
const softplus = (x: number) => Math.max(0, x) + Math.log1p(Math.exp(-Math.abs(x)));

/** Weights given by their logarithms, made to sum to 1. */
function shares(logs: readonly number[]): number[] {
  const top = logs.reduce((most, log) => Math.max(most, log), -Infinity);
  const weights = logs.map((log) => Math.exp(log - top));
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return weights.map((weight) => weight / sum);
}
