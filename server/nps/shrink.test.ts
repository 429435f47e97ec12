import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addCounts, type Counts, total } from "./groups.ts";
import { npsOf } from "./score.ts";
import { shrunkScores } from "./shrink.ts";

const counts = (detractors: number, passives: number, promoters: number): Counts => ({
  detractors,
  passives,
  promoters,
});

describe("shrunk scores", () => {
  it("do not put three tens before two hundred answers", () => {
    const [few, many, low] = shrunkScores([counts(0, 0, 3), counts(20, 60, 120), counts(90, 60, 50)]);
    expect(few).toBeLessThan(many!);
    expect(few).toBeGreaterThan(low!);
  });

  it("are the score of the whole where the parts differ by chance alone", () => {
    const parts = [counts(10, 20, 20), counts(10, 20, 20), counts(11, 19, 20)];
    const whole = npsOf(addCounts(...parts))!;
    for (const score of shrunkScores(parts)) expect(score).toBeCloseTo(whole, 9);
  });

  it("agree with a computation by hand", () => {
    const parts = [counts(12, 34, 54), counts(40, 40, 20)];
    const adjustedScores = parts.map(({ detractors, promoters }) => (100 * (promoters - detractors)) / 103);
    const variances = parts.map(({ detractors, promoters }) => {
      const [d, p] = [(detractors + 0.75) / 103, (promoters + 0.75) / 103];
      return (1e4 * (p + d - (p - d) ** 2)) / 103;
    });
    const [w1, w2] = variances.map((variance) => 1 / variance) as [number, number];
    const mean = (w1 * adjustedScores[0]! + w2 * adjustedScores[1]!) / (w1 + w2);
    const q = w1 * (adjustedScores[0]! - mean) ** 2 + w2 * (adjustedScores[1]! - mean) ** 2;
    const spread = (q - 1) / (w1 + w2 - (w1 ** 2 + w2 ** 2) / (w1 + w2));
    const [first, second] = shrunkScores(parts);
    expect(first).toBeCloseTo(11 + (spread / (spread + variances[0]!)) * (adjustedScores[0]! - 11), 9);
    expect(second).toBeCloseTo(11 + (spread / (spread + variances[1]!)) * (adjustedScores[1]! - 11), 9);
  });

  it("are none of nothing", () => {
    expect(shrunkScores([])).toEqual([]);
    expect(shrunkScores([counts(0, 0, 0)])).toEqual([null]);
    expect(shrunkScores([counts(0, 0, 0), counts(1, 1, 5)])[0]).toBeNull();
  });

  it("lie between the whole and the part's adjusted score, whatever the order", () => {
    const part = fc.record({ detractors: fc.nat(300), passives: fc.nat(300), promoters: fc.nat(300) });
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 12 }), (parts) => {
        const whole = npsOf(addCounts(...parts));
        const scores = shrunkScores(parts);
        const turned = shrunkScores([...parts].reverse()).reverse();
        for (const [index, score] of scores.entries()) {
          const one = parts[index]!;
          if (total(one) === 0 || whole === null) {
            expect(score).toBeNull();
            continue;
          }
          const own = (100 * (one.promoters - one.detractors)) / (total(one) + 3);
          expect(score).toBeGreaterThanOrEqual(Math.min(whole, own) - 1e-9);
          expect(score).toBeLessThanOrEqual(Math.max(whole, own) + 1e-9);
          expect(turned[index]).toBeCloseTo(score!, 6);
        }
      }),
    );
  });
});
