import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalCdf } from "./normal.ts";
import { compareRates, detectableRise, rateInterval, rateOf, type Share } from "./rate.ts";
import { boundOf, lookAt, looksOf, type StopRule } from "./stop-rule.ts";

const share = (count: number, of: number): Share => ({ count, of });
const shares = fc
  .tuple(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([of, part]) => share(Math.round(of * part), of));

describe("a rate", () => {
  // STATS.md 3.
  it.each([
    [0, 10, 0, 0.277533],
    [5, 10, 0.236593, 0.763407],
    [250, 1000, 0.224153, 0.27776],
  ])("of %i in %i has Wilson's interval", (count, of, low, high) => {
    const interval = rateInterval(share(count, of));
    expect(interval?.low).toBeCloseTo(low, 6);
    expect(interval?.high).toBeCloseTo(high, 6);
  });

  it("of nothing is none", () => {
    expect(rateOf(share(0, 0))).toBeNull();
    expect(rateInterval(share(0, 0))).toBeNull();
    expect(compareRates(share(0, 0), share(1, 2))).toBeNull();
  });

  it("lies within its interval, and the interval between 0 and 1", () => {
    fc.assert(
      fc.property(shares, (some) => {
        const { low, high } = rateInterval(some)!;
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(rateOf(some)!).toBeGreaterThanOrEqual(low - 1e-12);
        expect(rateOf(some)!).toBeLessThanOrEqual(high + 1e-12);
      }),
    );
  });
});

describe("comparing two rates", () => {
  it("is as published", () => {
    const large = compareRates(share(300, 1000), share(342, 1000))!;
    expect(large.z / Math.sqrt(1999 / 2000)).toBeCloseTo(-2.011624, 6);
    expect(large.p).toBeCloseTo(0.044313, 6);
    expect(large.low).toBeCloseTo(-0.082728, 6);
    expect(large.high).toBeCloseTo(-0.001078, 6);
    const small = compareRates(share(7, 20), share(1, 20))!;
    expect(small.z / Math.sqrt(39 / 40)).toBeCloseTo(2.371708, 6);
    expect(2 * normalCdf(-Math.abs(small.z))).toBeCloseTo(0.019187, 6);
    expect(small.p).toBeCloseTo(0.043596, 6);
  });

  it("is the same the other way round, with the sign turned", () => {
    fc.assert(
      fc.property(shares, shares, (one, two) => {
        const [there, back] = [compareRates(one, two)!, compareRates(two, one)!];
        expect(back.difference).toBeCloseTo(-there.difference, 12);
        expect(back.z).toBeCloseTo(-there.z, 9);
        expect(back.p).toBeCloseTo(there.p, 9);
        expect(back.low).toBeCloseTo(-there.high, 9);
        expect(there.p).toBeGreaterThanOrEqual(0);
        expect(there.p).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("says which rise so many people can show", () => {
    const rise = detectableRise(0.2, 1000)!;
    expect(rise).toBeCloseTo(0.0524, 3);
    expect(detectableRise(0.2, 4000)!).toBeLessThan(rise);
    expect(detectableRise(0.2, 1)).toBeNull();
  });
});

describe("a rule to stop", () => {
  it("looks once at the end, or five times", () => {
    expect(lookAt("fixed", 0.99)).toBe(0);
    expect(lookAt("fixed", 1)).toBe(1);
    expect([0, 0.19, 0.2, 0.59, 0.6, 1, 7].map((passed) => lookAt("pocock", passed))).toEqual([
      0, 0, 1, 2, 3, 5, 5,
    ]);
  });

  it("sees a difference where there is none in about 5 % of the tests, which looking again and again would not", () => {
    const random = seeded(20261123);
    const looks = [0.45, 0.7, 0.85, 0.95, 1];
    const falseAlarms = (bound: number, times: readonly number[]) => {
      let alarms = 0;
      const runs = 3000;
      for (let run = 0; run < runs; run++) {
        const arms = [arm(random, 400, 0.2), arm(random, 400, 0.2)];
        const seen = times.some((time) => {
          const [a, b] = arms.map((at) => share(at.filter((moment) => moment <= time).length, 400));
          return Math.abs(compareRates(a!, b!)!.z) >= bound;
        });
        if (seen) alarms += 1;
      }
      return alarms / runs;
    };
    expect(falseAlarms(boundOf.pocock, looks)).toBeLessThan(0.055);
    expect(falseAlarms(boundOf.fixed, [1])).toBeLessThan(0.06);
    expect(falseAlarms(boundOf.fixed, looks)).toBeGreaterThan(0.08);
    expect(Object.keys(looksOf)).toEqual(["fixed", "pocock"] satisfies StopRule[]);
  });
});

/** When each of those who answer does, of `people` with the chance `rate`: from 0 to 1, evenly. */
function arm(random: () => number, people: number, rate: number): number[] {
  return Array.from({ length: people }, () => (random() < rate ? random() : Number.POSITIVE_INFINITY));
}

/** The same numbers in every run: a linear congruential generator with the constants of Numerical Recipes. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
