import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { benjaminiHochberg, compare, verdictOf } from "./compare.ts";
import { NO_ANSWERS, total } from "./groups.ts";
import { npsOf } from "./score.ts";

const count = fc.nat(100_000);
const counts = fc
  .record({ detractors: count, passives: count, promoters: count })
  .filter((some) => total(some) > 0);

// STATS.md 1: two samples as d, a, p; difference, SE, z, p, low, high.
const VECTORS: [number[], number[], number, number, number, number, number, number][] = [
  [[20, 40, 40], [30, 40, 30], 19.417476, 10.596166, 1.8325, 0.066877, -1.350628, 40.185579],
  [[200, 300, 500], [250, 300, 450], 9.97009, 3.557784, 2.802331, 0.005073, 2.996961, 16.943218],
  [[100, 150, 250], [100, 150, 250], 0, 4.924389, 0, 1, -9.651624, 9.651624],
];

describe("comparing two samples", () => {
  it.each(VECTORS)("%j with %j is as published", (x, y, difference, standardError, z, p, low, high) => {
    const comparison = compare(sample(x), sample(y));
    near(comparison?.difference, difference);
    near(comparison?.standardError, standardError);
    near(comparison?.z, z);
    near(comparison?.p, p);
    near(comparison?.low, low);
    near(comparison?.high, high);
  });

  it("says up, down or that it cannot tell", () => {
    const [better, worse] = [sample([200, 300, 500]), sample([250, 300, 450])];
    expect(compare(better, worse)?.verdict).toBe("up");
    expect(compare(worse, better)?.verdict).toBe("down");
    expect(compare(sample([20, 40, 40]), sample([30, 40, 30]))?.verdict).toBe("cannot tell");
    expect(compare(better, better)?.verdict).toBe("cannot tell");
  });

  it("says nothing while one side has too few answers for a score", () => {
    const nine = compare(sample([0, 0, 9]), sample([900, 0, 0]));
    expect(nine?.p).toBeLessThan(0.001);
    expect(nine?.verdict).toBe("cannot tell");
    expect(compare(sample([0, 0, 10]), sample([900, 0, 0]))?.verdict).toBe("up");
  });

  it("needs answers on both sides", () => {
    expect(compare(NO_ANSWERS, sample([1, 1, 1]))).toBeNull();
    expect(compare(sample([1, 1, 1]), NO_ANSWERS)).toBeNull();
  });

  it("gives the same with the opposite sign when the sides change places", () => {
    fc.assert(
      fc.property(counts, counts, (first, second) => {
        const [there, back] = [compare(first, second), compare(second, first)];
        near((there?.difference ?? Number.NaN) + (back?.difference ?? Number.NaN), 0);
        near((there?.z ?? Number.NaN) + (back?.z ?? Number.NaN), 0);
        near((there?.low ?? Number.NaN) + (back?.high ?? Number.NaN), 0);
        near(back?.p, there?.p ?? Number.NaN);
        expect(back?.verdict).toBe(
          { up: "down", down: "up", "cannot tell": "cannot tell" }[there?.verdict ?? "up"],
        );
      }),
    );
  });

  it("never calls up what the shown scores call down", () => {
    const small = fc.nat(60);
    const some = fc.record({ detractors: small, passives: small, promoters: small });
    fc.assert(
      fc.property(some, counts, (first, second) => {
        const verdict = compare(first, second)?.verdict ?? "cannot tell";
        const shown = (npsOf(first) ?? 0) - (npsOf(second) ?? 0);
        if (verdict !== "cannot tell") expect(Math.sign(shown)).toBe(verdict === "up" ? 1 : -1);
      }),
      { numRuns: 2000 },
    );
  });

  it("gives a p value between 0 and 1 and an interval round the difference, within ±200", () => {
    fc.assert(
      fc.property(counts, counts, fc.constantFrom(90, 95, 99), (first, second, level) => {
        const c = compare(first, second, level);
        expect(c?.p).toBeGreaterThanOrEqual(0);
        expect(c?.p).toBeLessThanOrEqual(1);
        expect(c?.low).toBeGreaterThanOrEqual(-200);
        expect(c?.low).toBeLessThan(c?.difference ?? Number.NaN);
        expect(c?.high).toBeGreaterThan(c?.difference ?? Number.NaN);
        expect(c?.high).toBeLessThanOrEqual(200);
      }),
    );
  });
});

describe("a verdict", () => {
  it("needs p below .05", () => {
    expect(verdictOf(3, 0.0499)).toBe("up");
    expect(verdictOf(-3, 0.0499)).toBe("down");
    expect(verdictOf(3, 0.05)).toBe("cannot tell");
  });
});

describe("Benjamini–Hochberg", () => {
  // Expected values from scipy.stats.false_discovery_control 1.17.1.
  it.each([
    [
      [0.01, 0.04, 0.03, 0.005],
      [0.02, 0.04, 0.04, 0.02],
    ],
    [
      [0.01, 0.02, 0.03, 0.04, 0.05],
      [0.05, 0.05, 0.05, 0.05, 0.05],
    ],
    [
      [0.0001, 0.9, 0.049, 0.3, 0.012, 0.02],
      [0.0006, 0.9, 0.0735, 0.36, 0.036, 0.04],
    ],
    [[], []],
    [[0.2], [0.2]],
  ])("makes of %j %j", (pValues, expected) => {
    const adjusted = benjaminiHochberg(pValues);
    expect(adjusted).toHaveLength(expected.length);
    for (const [i, p] of adjusted.entries()) near(p, expected[i] ?? Number.NaN);
  });

  it("keeps the order of the p values, never lowers one and never passes 1", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(share, { maxLength: 50 }), (pValues) => {
        const adjusted = benjaminiHochberg(pValues);
        for (const [i, p] of pValues.entries()) {
          expect(adjusted[i]).toBeGreaterThanOrEqual(p);
          expect(adjusted[i]).toBeLessThanOrEqual(1);
          for (const [j, other] of pValues.entries()) {
            if (p <= other) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j] ?? -1);
          }
        }
      }),
    );
  });
});

function sample([detractors = 0, passives = 0, promoters = 0]: readonly number[]) {
  return { detractors, passives, promoters };
}

function near(actual: number | null | undefined, expected: number): void {
  expect(Math.abs((actual ?? Number.NaN) - expected)).toBeLessThanOrEqual(1e-6);
}
