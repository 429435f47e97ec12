import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { betaBinomial, betaGrid } from "./beta.ts";
import { chanceOfRate, chanceOfScore } from "./chance.ts";
import { type Counts, total } from "./groups.ts";
import { percentOf, type Share } from "./rate.ts";
import { npsOf, roundPoints } from "./score.ts";

const counts = (detractors: number, passives: number, promoters: number): Counts => ({
  detractors,
  passives,
  promoters,
});
const share = (count: number, of: number): Share => ({ count, of });

const few = fc.nat(60);
const someCounts = fc.record({ detractors: few, passives: few, promoters: few });
const someShare = fc.tuple(fc.nat(60), fc.nat(60)).map(([count, misses]) => share(count, count + misses));
const points = fc.integer({ min: -100, max: 100 });
const percent = fc.integer({ min: 0, max: 100 });
const expected = fc.oneof(
  fc.nat(40),
  fc.integer({ min: 250, max: 400 }),
  fc.integer({ min: 4_900, max: 9_000 }),
);

describe("the chance of a score", () => {
  // d, a, p so far, expected, target; summed over scipy.stats.dirichlet_multinomial 1.17.1.
  it.each([
    [1, 2, 3, 4, 30, 0.600511955492425],
    [5, 10, 15, 40, 33, 0.49138181765303],
    [20, 40, 40, 60, 25, 0.13939989506732556],
    [0, 0, 10, 30, 80, 0.6854455411926699],
    [0, 0, 0, 10, 0, 0.5652648471295842],
    [200, 300, 500, 250, 31, 0.31530003978092996],
    [12, 3, 25, 299, 40, 0.25094789037663057],
  ])("after %i %i %i, with %i to come, for %i is summed", (d, a, p, more, target, chance) => {
    expect(chanceOfScore(counts(d, a, p), more, target)).toBeCloseTo(chance, 10);
  });

  it.each([
    [12, 3, 25, 301, 40, 0.24937760703978726],
    [12, 3, 25, 700, 40, 0.25099754226785964],
    [30, 40, 50, 900, 15, 0.6109139704769244],
    [4, 3, 5, 800, 40, 0.055859930768122484],
  ])("after %i %i %i, with %i to come, for %i is integrated", (d, a, p, more, target, chance) => {
    expect(chanceOfScore(counts(d, a, p), more, target)).toBeCloseTo(chance, 3);
  });

  it("is what trying every way the answers could fall gives", () => {
    const small = fc.record({ detractors: fc.nat(6), passives: fc.nat(6), promoters: fc.nat(6) });
    fc.assert(
      fc.property(small, fc.nat(6), points, (soFar, more, target) => {
        fc.pre(total(soFar) + more > 0);
        const drawn = byDrawing(soFar, more, (end) => roundPoints(npsOf(end)!) >= target);
        expect(chanceOfScore(soFar, more, target)).toBeCloseTo(drawn, 9);
      }),
    );
  });

  it("never rises with the target, and lies between 0 and 1", () => {
    fc.assert(
      fc.property(someCounts, expected, points, points, (soFar, more, one, other) => {
        fc.pre(total(soFar) + more > 0);
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const [easy, hard] = [low, high].map((target) => chanceOfScore(soFar, more, target)!);
        expect(hard).toBeLessThanOrEqual(easy! + 1e-12);
        expect(hard).toBeGreaterThanOrEqual(0);
        expect(easy).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  });

  it("never falls when a detractor had been a promoter", () => {
    fc.assert(
      fc.property(someCounts, fc.nat(40), points, (soFar, more, target) => {
        fc.pre(soFar.detractors > 0);
        const { detractors, passives, promoters } = soFar;
        const better = counts(detractors - 1, passives, promoters + 1);
        expect(chanceOfScore(better, more, target)!).toBeGreaterThanOrEqual(
          chanceOfScore(soFar, more, target)! - 1e-12,
        );
      }),
    );
  });

  it("is 1 or 0 by the shown score when no more will come", () => {
    fc.assert(
      fc.property(someCounts, points, (soFar, target) => {
        fc.pre(total(soFar) > 0);
        const shown = roundPoints(npsOf(soFar)!);
        expect(chanceOfScore(soFar, 0, target)).toBe(shown >= target ? 1 : 0);
      }),
    );
    expect(chanceOfScore(counts(59, 0, 141), 0, 41)).toBe(1);
    expect(chanceOfScore(counts(119, 0, 281), 0, 41)).toBe(1);
    expect(chanceOfScore(counts(121, 0, 279), 0, 40)).toBe(1);
    expect(chanceOfScore(counts(122, 0, 278), 0, 40)).toBe(0);
    expect(chanceOfScore(counts(1, 199, 0), 0, 0)).toBe(0);
    expect(chanceOfScore(counts(1, 200, 0), 0, 0)).toBe(1);
  });

  it("is certain or none where no answers to come can change it", () => {
    expect(chanceOfScore(counts(0, 0, 100), 10, 80)).toBe(1);
    expect(chanceOfScore(counts(0, 0, 100), 10, -100)).toBe(1);
    expect(chanceOfScore(counts(50, 0, 50), 10, 20)).toBe(0);
    expect(chanceOfScore(counts(0, 0, 0), 0, 0)).toBeNull();
  });

  it("is near the sum of every outcome where summing gives way to integrating", () => {
    fc.assert(
      fc.property(someCounts, points, (soFar, target) => {
        const exact = byOutcome(soFar, 302, (end) => roundPoints(npsOf(end)!) >= target);
        expect(Math.abs(chanceOfScore(soFar, 302, target)! - exact)).toBeLessThan(0.01);
      }),
      { numRuns: 100 },
    );
  });
});

describe("the chance of a rate", () => {
  // Hits so far, of, expected, target in percent; summed over scipy.stats.betabinom 1.17.1.
  it.each([
    [8, 10, 5, 80, 0.67644594988345],
    [45, 50, 100, 90, 0.5273368576609445],
    [0, 20, 80, 5, 0.13812667952054214],
    [0, 0, 10, 50, 0.5302810668945312],
    [180, 200, 5000, 91, 0.3936437728127015],
  ])("after %i of %i, with %i to come, for %i %% is summed", (count, of, more, target, chance) => {
    expect(chanceOfRate(share(count, of), more, target)).toBeCloseTo(chance, 9);
  });

  it.each([
    [180, 200, 5001, 91, 0.39329434120621887],
    [180, 200, 20000, 91, 0.39310752511115193],
    [7, 9, 9000, 70, 0.6906715604930742],
  ])("after %i of %i, with %i to come, for %i %% is integrated", (count, of, more, target, chance) => {
    expect(chanceOfRate(share(count, of), more, target)).toBeCloseTo(chance, 3);
  });

  it("is what trying every way the cases could end gives", () => {
    fc.assert(
      fc.property(fc.nat(9), fc.nat(9), fc.nat(9), percent, (hits, misses, more, target) => {
        fc.pre(hits + misses + more > 0);
        const drawn = byEnding(share(hits, hits + misses), more, (end) => percentOf(end)! >= target);
        expect(chanceOfRate(share(hits, hits + misses), more, target)).toBeCloseTo(drawn, 9);
      }),
    );
  });

  it("never rises with the target, lies between 0 and 1, and ends at 1 or 0", () => {
    fc.assert(
      fc.property(someShare, expected, percent, percent, (soFar, more, one, other) => {
        fc.pre(soFar.of > 0);
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const [easy, hard] = [low, high].map((target) => chanceOfRate(soFar, more, target)!);
        expect(hard).toBeLessThanOrEqual(easy! + 1e-12);
        expect(hard).toBeGreaterThanOrEqual(0);
        expect(easy).toBeLessThanOrEqual(1);
        expect(chanceOfRate(soFar, 0, one)).toBe(percentOf(soFar)! >= one ? 1 : 0);
      }),
    );
    expect(chanceOfRate(share(0, 0), 0, 50)).toBeNull();
  });
});

describe("the beta distribution on a grid", () => {
  it("has the mean and the variance it should, however few or many answers it stands for", () => {
    const size = fc.double({ min: 0.5, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(size, size, (a, b) => {
        const grid = betaGrid(a, b, 256);
        const mean = grid.reduce((sum, { rate, share: part }) => sum + part * rate, 0);
        const variance = grid.reduce((sum, { rate, share: part }) => sum + part * (rate - mean) ** 2, 0);
        const [known, spread] = [a / (a + b), (a * b) / ((a + b) ** 2 * (a + b + 1))];
        expect(Math.abs(mean - known)).toBeLessThan(1e-6);
        expect(Math.abs(variance - spread)).toBeLessThan(1e-6 + spread * 1e-6);
      }),
    );
  });

  it("gives the beta-binomial when what is tried is summed over it", () => {
    const exact = betaBinomial(3, 2.5, 4);
    const grid = betaGrid(2.5, 4, 256);
    const choose = [1, 3, 3, 1];
    for (const [hits, chance] of exact.entries()) {
      const parts = grid.map(({ rate, share: part }) => part * rate ** hits * (1 - rate) ** (3 - hits));
      expect(choose[hits]! * parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(chance, 9);
    }
  });
});

/** Answer after answer: each falls into a group as often as that group has been chosen, imagined answers included. */
function byDrawing(soFar: Counts, more: number, reached: (end: Counts) => boolean): number {
  if (more === 0) return Number(reached(soFar));
  const weights = { detractors: 0.75, passives: 1.5, promoters: 0.75 };
  const all = total(soFar) + 3;
  return (["detractors", "passives", "promoters"] as const).reduce((chance, group) => {
    const next = { ...soFar, [group]: soFar[group] + 1 };
    return chance + ((soFar[group] + weights[group]) / all) * byDrawing(next, more - 1, reached);
  }, 0);
}

/** Every way that many answers could fall, without looking for where the target begins. */
function byOutcome(soFar: Counts, more: number, reached: (end: Counts) => boolean): number {
  const [promoters, detractors] = [soFar.promoters + 0.75, soFar.detractors + 0.75];
  const outspoken = betaBinomial(more, promoters + detractors, soFar.passives + 1.5);
  let chance = 0;
  for (const [count, share] of outspoken.entries()) {
    for (const [won, part] of betaBinomial(count, promoters, detractors).entries()) {
      const end = {
        detractors: soFar.detractors + count - won,
        passives: soFar.passives + more - count,
        promoters: soFar.promoters + won,
      };
      if (reached(end)) chance += share * part;
    }
  }
  return chance;
}

/** Case after case: each ends well as often as cases have, half a one of both kinds included. */
function byEnding(soFar: Share, more: number, reached: (end: Share) => boolean): number {
  if (more === 0) return Number(reached(soFar));
  const well = (soFar.count + 0.5) / (soFar.of + 1);
  const after = (count: number) =>
    byEnding({ count: soFar.count + count, of: soFar.of + 1 }, more - 1, reached);
  return well * after(1) + (1 - well) * after(0);
}
