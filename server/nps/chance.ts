import { betaBinomial, betaGrid } from "./beta.ts";
import { type Counts, total } from "./groups.ts";
import { normalCdf } from "./normal.ts";
import { percentOf, type Share } from "./rate.ts";
import { roundPoints } from "./score.ts";
import { adjusted } from "./uncertainty.ts";

/** Up to so many expected answers every outcome is summed; beyond, the shares are integrated over. */
const mostSummed = { score: 300, rate: 5_000 } as const;

/**
 * The chance, 0 to 1, that the score shown (whole points, rounded once) is at least `target` when `expected` more
 * answers have come; null when there are none and none will come. With no more to come it is 0 or 1.
 *
 * The shares of the groups are a Dirichlet distribution: the answers so far and the three imagined ones of the
 * adjusted Wald interval (0.75, 1.5, 0.75), so chance and interval rest on the same belief. What is to come is then
 * Dirichlet-multinomial: first how many will not be passive, then how many of those are promoters, both
 * beta-binomial. Up to 300 answers every outcome is summed; beyond, the normal distribution of what comes, given
 * the shares, is integrated over them. That answers go on coming alike, and how many, is taken as given.
 * Sources: STATS.md 1; Gelman et al., Bayesian Data Analysis (2013), sections 3.4 and 23.
 */
export function chanceOfScore(soFar: Readonly<Counts>, expected: number, target: number): number | null {
  const more = Math.round(expected);
  if (total(soFar) + more === 0) return null;
  const least = leastNet(soFar, more, target);
  if (least <= -more) return 1;
  if (least > more) return 0;
  const belief = adjusted(soFar);
  return within(more <= mostSummed.score ? summed(belief, more, least) : integrated(belief, more, least));
}

/**
 * The same for a rate in whole percent: the chance that it is at least `target` when `expected` more have been
 * tried. The true rate is beta distributed with half a hit and half a miss added (Jeffreys), what is to come
 * beta-binomial; beyond 5,000 it is normal, given the rate, and integrated over. Source: Gelman et al., Bayesian Data
 * Analysis (2013), sections 2.4 and 2.8.
 */
export function chanceOfRate(soFar: Share, expected: number, target: number): number | null {
  const more = Math.round(expected);
  if (soFar.of + more === 0) return null;
  const least = leastHits(soFar, more, target);
  if (least <= 0) return 1;
  if (least > more) return 0;
  const [a, b] = [soFar.count + 0.5, soFar.of - soFar.count + 0.5];
  if (more <= mostSummed.rate) return within(tail(betaBinomial(more, a, b), least));
  const parts = betaGrid(a, b, 512).map(
    ({ rate, share }) => share * above(least, more * rate, more * rate * (1 - rate)),
  );
  return within(sum(parts));
}

/** By how many the promoters among `more` answers must outnumber the detractors for the target; more + 1 when never. */
function leastNet(soFar: Readonly<Counts>, more: number, target: number): number {
  const net = soFar.promoters - soFar.detractors;
  const n = total(soFar) + more;
  const reaches = (ahead: number) => roundPoints((100 * (net + ahead)) / n) >= target;
  return firstFrom(Math.floor(((target - 0.5) * n) / 100) - net - 1, -more, more, reaches);
}

/** How many of `more` must be hits for the target; more + 1 when even all are too few. */
function leastHits(soFar: Share, more: number, target: number): number {
  const of = soFar.of + more;
  const reaches = (hits: number) => percentOf({ count: soFar.count + hits, of })! >= target;
  return firstFrom(Math.floor(((target - 0.5) * of) / 100) - soFar.count - 1, 0, more, reaches);
}

/** The first whole number from `lowest` to `highest` that will do, all above it doing too; `guess` is just below it. */
function firstFrom(guess: number, lowest: number, highest: number, will: (value: number) => boolean): number {
  let value = Math.min(highest + 1, Math.max(lowest, guess));
  while (value <= highest && !will(value)) value += 1;
  return value;
}

function summed({ promoters, passives, detractors }: Counts, more: number, least: number): number {
  const outspoken = betaBinomial(more, promoters + detractors, passives);
  return sum(
    outspoken.map((share, count) => {
      const needed = Math.ceil((count + least) / 2);
      if (needed > count) return 0;
      return needed <= 0 ? share : share * tail(betaBinomial(count, promoters, detractors), needed);
    }),
  );
}

function integrated({ promoters, passives, detractors }: Counts, more: number, least: number): number {
  const praise = betaGrid(promoters, detractors, 256);
  return sum(
    betaGrid(promoters + detractors, passives, 64).map(({ rate: outspoken, share }) => {
      const parts = praise.map(({ rate, share: part }) => {
        const net = outspoken * (2 * rate - 1);
        return part * above(least, more * net, more * (outspoken - net * net));
      });
      return share * sum(parts);
    }),
  );
}

/** The chance that a whole number, normal with this mean and variance, is `least` or more. */
function above(least: number, mean: number, variance: number): number {
  const ahead = mean - (least - 0.5);
  return variance > 0 ? normalCdf(ahead / Math.sqrt(variance)) : Number(ahead >= 0);
}

const tail = (distribution: readonly number[], from: number) => sum(distribution.slice(from));
const sum = (parts: readonly number[]) => parts.reduce((all, part) => all + part, 0);
const within = (chance: number) => Math.min(1, Math.max(0, chance));
