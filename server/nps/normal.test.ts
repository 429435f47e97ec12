import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalCdf, normalQuantile } from "./normal.ts";

// Expected values from scipy.stats.norm 1.17.1.
const CDF: [number, number][] = [
  [-40, 0],
  [-8.5, 9.47953482220325e-18],
  [-7.2, 3.010627981117422e-13],
  [-5, 2.866515718791933e-7],
  [-2.5, 0.006209665325776132],
  [-0.3, 0.3820885778110474],
  [0, 0.5],
  [0.5, 0.6914624612740131],
  [1, 0.8413447460685429],
  [3, 0.9986501019683699],
  [7.5, 0.9999999999999681],
];
const QUANTILES: [number, number][] = [
  [1e-300, -37.0470962993612],
  [1e-12, -7.034483825301131],
  [1e-5, -4.264890793922825],
  [0.001, -3.090232306167813],
  [0.025, -1.9599639845400545],
  [0.07, -1.4757910281791706],
  [0.08, -1.4050715603096329],
  [0.5, 0],
  [0.8, 0.8416212335729143],
  [0.9, 1.2815515655446004],
  [0.995, 2.5758293035489004],
  [0.9999999, 5.199337582290661],
];

describe("the normal distribution", () => {
  it.each(CDF)("has below %d the share %d", (x, share) => {
    expect(Math.abs(normalCdf(x) - share)).toBeLessThanOrEqual(1e-14);
    expect(Math.abs(normalCdf(x) - share)).toBeLessThanOrEqual(1e-8 * share);
  });

  it.each(QUANTILES)("has at the share %d the point %d", (share, x) => {
    expect(Math.abs(normalQuantile(share) - x)).toBeLessThanOrEqual(1e-14 * Math.max(1, Math.abs(x)));
  });

  it("is symmetric and never falls", () => {
    const point = fc.double({ min: -12, max: 12, noNaN: true });
    fc.assert(
      fc.property(point, point, (a, b) => {
        expect(normalCdf(a) + normalCdf(-a)).toBeCloseTo(1, 12);
        if (a < b) expect(normalCdf(a)).toBeLessThanOrEqual(normalCdf(b) + 1e-15);
      }),
    );
  });

  it("is undone by its quantile", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), (p) => {
        expect(Math.abs(normalCdf(normalQuantile(p)) - p)).toBeLessThan(1e-13);
      }),
    );
  });

  it("ends at infinity and knows no shares beyond 0 and 1", () => {
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(normalQuantile(1)).toBe(Infinity);
    for (const p of [-0.1, 1.1, Number.NaN]) expect(() => normalQuantile(p)).toThrow(RangeError);
  });
});
