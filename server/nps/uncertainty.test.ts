import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Counts, NO_ANSWERS, total } from "./groups.ts";
import { npsOf } from "./score.ts";
import {
  answersNeeded,
  answersToDetect,
  intervalOf,
  LEVELS,
  standardErrorOf,
  unclampedIntervalOf,
  varianceOf,
  waldIntervalOf,
  zOf,
} from "./uncertainty.ts";

// STATS.md 1: d, a, p, NPS, SE, Wald low and high, adjusted low and high before the cut at ±100.
const VECTORS: [number, number, number, number, number, number, number, number, number][] = [
  [1, 2, 3, 33.333333, 30.429031, -26.306471, 92.973138, -26.743259, 71.187703],
  [1, 1, 1, 0, 47.140452, -92.393588, 92.393588, -61.112614, 61.112614],
  [0, 0, 10, 100, 0, 100, 100, 47.503552, 106.342602],
  [0, 10, 0, 0, 0, 0, 0, -18.465045, 18.465045],
  [20, 40, 40, 20, 7.483315, 5.332973, 34.667027, 4.973581, 33.861371],
  [200, 300, 500, 30, 2.469818, 25.159246, 34.840754, 25.077, 34.743538],
];
const few = { detractors: 1, passives: 2, promoters: 3 };
const hundred = { detractors: 20, passives: 40, promoters: 40 };
const count = fc.nat(1_000_000);
const counts = fc
  .record({ detractors: count, passives: count, promoters: count })
  .filter((some) => total(some) > 0);

describe("uncertainty", () => {
  it.each(VECTORS)("of %i, %i, %i is as published", (d, a, p, nps, se, low, high, adjLow, adjHigh) => {
    const given: Counts = { detractors: d, passives: a, promoters: p };
    near(npsOf(given), nps);
    near(standardErrorOf(given), se);
    near(waldIntervalOf(given)?.low, low);
    near(waldIntervalOf(given)?.high, high);
    near(unclampedIntervalOf(given)?.low, adjLow);
    near(unclampedIntervalOf(given)?.high, adjHigh);
    near(intervalOf(given)?.low, adjLow);
    near(intervalOf(given)?.high, Math.min(100, adjHigh));
  });

  it("knows the three usual levels", () => {
    for (const [level, z] of [
      [90, 1.644853627],
      [95, 1.959963985],
      [99, 2.575829304],
    ] as const) {
      expect(Math.abs(zOf(level) - z)).toBeLessThan(1e-9);
    }
    expect(unclampedIntervalOf(few, 90)?.high).toBeLessThan(unclampedIntervalOf(few, 95)?.high ?? 0);
    expect(unclampedIntervalOf(few, 99)?.high).toBeGreaterThan(unclampedIntervalOf(few, 95)?.high ?? 100);
  });

  it("of the airline file is 1.2448934 points", () => {
    near(standardErrorOf({ detractors: 2465, passives: 703, promoters: 657 }), 1.2448934);
  });

  it("is unknown without answers", () => {
    expect(varianceOf(NO_ANSWERS)).toBeNull();
    expect(standardErrorOf(NO_ANSWERS)).toBeNull();
    expect(intervalOf(NO_ANSWERS)).toBeNull();
    expect(unclampedIntervalOf(NO_ANSWERS)).toBeNull();
    expect(waldIntervalOf(NO_ANSWERS)).toBeNull();
  });

  it("is the spread of the single answers valued −1, 0 and 1", () => {
    const small = fc.nat(40);
    fc.assert(
      fc.property(small, small, small, (d, a, p) => {
        const values = [...Array(d).fill(-1), ...Array(a).fill(0), ...Array(p).fill(1)];
        fc.pre(values.length > 0);
        const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
        const spread = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
        expect(varianceOf({ detractors: d, passives: a, promoters: p })).toBeCloseTo(spread, 12);
      }),
    );
  });

  it("keeps every interval within ±100, its low end below its high end, and never empty", () => {
    fc.assert(
      fc.property(counts, fc.constantFrom(...LEVELS), (some, level) => {
        const interval = intervalOf(some, level);
        expect(interval?.low).toBeGreaterThanOrEqual(-100);
        expect(interval?.high).toBeLessThanOrEqual(100);
        expect(interval?.low).toBeLessThan(interval?.high ?? Number.NaN);
        const plain = waldIntervalOf(some, level);
        expect(plain?.low).toBeGreaterThanOrEqual(-100);
        expect(plain?.high).toBeLessThanOrEqual(100);
        expect(plain?.low).toBeLessThanOrEqual(plain?.high ?? Number.NaN);
      }),
    );
  });

  it("turns round with the answers", () => {
    fc.assert(
      fc.property(counts, (some) => {
        const turned = { ...some, detractors: some.promoters, promoters: some.detractors };
        near(intervalOf(turned)?.low, -(intervalOf(some)?.high ?? Number.NaN));
        near(intervalOf(turned)?.high, -(intervalOf(some)?.low ?? Number.NaN));
      }),
    );
  });

  it("shrinks when the same answers come four times as often", () => {
    fc.assert(
      fc.property(counts, ({ detractors, passives, promoters }) => {
        const four = { detractors: 4 * detractors, passives: 4 * passives, promoters: 4 * promoters };
        expect(width(four)).toBeLessThan(width({ detractors, passives, promoters }));
      }),
    );
  });
});

describe("the answers needed", () => {
  // ceil(z²V/m² − 3) computed with scipy.
  it.each([
    [hundred, 5, 90, 604],
    [hundred, 5, 95, 858],
    [hundred, 5, 99, 1484],
    [hundred, 3, 95, 2388],
    [{ detractors: 200, passives: 300, promoters: 500 }, 10, 95, 232],
    [{ detractors: 1, passives: 1, promoters: 1 }, 10, 90, 178],
  ] as const)("for %j, %d points to each side and level %i are %i", (given, halfWidth, level, needed) => {
    expect(answersNeeded(given, halfWidth, level)).toBe(needed);
  });

  it("keep the promise: with that many the interval is as narrow as asked", () => {
    for (const halfWidth of [2, 5, 8]) {
      const times = (answersNeeded(hundred, halfWidth) ?? 0) / 100;
      const then = { detractors: 20 * times, passives: 40 * times, promoters: 40 * times };
      expect(width(then) / 2).toBeLessThan(halfWidth * 1.01);
      expect(width(then) / 2).toBeGreaterThan(halfWidth * 0.98);
    }
  });

  it("are not 0 when all answers so far are alike", () => {
    expect(answersNeeded({ detractors: 0, passives: 0, promoters: 10 }, 5)).toBeGreaterThan(100);
    expect(answersToDetect({ detractors: 0, passives: 0, promoters: 10 }, 5)).toBeGreaterThan(100);
  });

  it("are at least one, however wide the interval may be", () => {
    expect(answersNeeded(hundred, 100)).toBe(1);
  });

  it("to detect a difference are 2V(z + z)²/δ² in each group", () => {
    expect(answersToDetect(hundred, 5)).toBe(3517);
    expect(answersToDetect(hundred, -5, 0.8)).toBe(3517);
    expect(answersToDetect(hundred, 10, 0.9)).toBe(1177);
    expect(answersToDetect({ detractors: 1, passives: 1, promoters: 1 }, 5, 0.8)).toBe(4187);
  });

  it("are unknown without answers and refused for nonsense", () => {
    expect(answersNeeded(NO_ANSWERS, 5)).toBeNull();
    expect(answersToDetect(NO_ANSWERS, 5)).toBeNull();
    for (const width of [0, -1, Number.NaN]) expect(() => answersNeeded(few, width)).toThrow(RangeError);
    expect(() => answersToDetect(few, 0)).toThrow(RangeError);
    for (const power of [0, 1, 1.2]) expect(() => answersToDetect(few, 5, power)).toThrow(RangeError);
  });
});

function near(actual: number | null | undefined, expected: number): void {
  expect(Math.abs((actual ?? Number.NaN) - expected)).toBeLessThanOrEqual(1e-6);
}

function width(given: Counts): number {
  const interval = unclampedIntervalOf(given);
  return interval === null ? Number.NaN : interval.high - interval.low;
}
