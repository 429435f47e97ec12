import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addCounts, type Counts, countsOf, NO_ANSWERS, SCORES, type Score, total } from "./groups.ts";
import { formatNps, npsOf, roundPoints } from "./score.ts";

const answers = fc.array(fc.constantFrom(...SCORES), { maxLength: 300 });

describe("the score", () => {
  it("is null, not 0, without answers", () => {
    expect(npsOf({ detractors: 0, passives: 0, promoters: 0 })).toBeNull();
    expect(npsOf({ detractors: 0, passives: 1, promoters: 0 })).toBe(0);
  });

  it("agrees exactly with a count over the single answers", () => {
    fc.assert(
      fc.property(answers, (scores) => {
        expect(npsOf(countsOf(histogramOf(scores)))).toBe(naiveNps(scores));
      }),
    );
  });

  it("does not depend on the order in which the answers come", () => {
    const shuffled = answers.chain((scores) =>
      fc.shuffledSubarray(scores, { minLength: scores.length }).map((other) => [scores, other] as const),
    );
    fc.assert(
      fc.property(shuffled, ([scores, other]) => {
        expect(npsOf(oneByOne(other))).toBe(npsOf(oneByOne(scores)));
        expect(npsOf(oneByOne(other))).toBe(naiveNps(scores));
      }),
    );
  });

  it("of segments is the score of their pooled counts", () => {
    fc.assert(
      fc.property(answers, answers, (left, right) => {
        const pooled = addCounts(countsOf(histogramOf(left)), countsOf(histogramOf(right)));
        expect(npsOf(pooled)).toBe(naiveNps([...left, ...right]));
      }),
    );
  });

  it("of segments is not the mean of their scores", () => {
    const many = { detractors: 0, passives: 0, promoters: 90 };
    const few = { detractors: 10, passives: 0, promoters: 0 };
    expect(npsOf(addCounts(many, few))).toBe(80);
  });

  it("stays between −100 and 100", () => {
    const count = fc.nat(1e9);
    fc.assert(
      fc.property(count, count, count, (detractors, passives, promoters) => {
        const counts = { detractors, passives, promoters };
        fc.pre(total(counts) > 0);
        expect(Math.abs(npsOf(counts) ?? Infinity)).toBeLessThanOrEqual(100);
      }),
    );
  });
});

describe("rounding", () => {
  it("takes exact halves away from zero on both sides", () => {
    expect([0.5, 1.5, 12.5, 99.5].map(roundPoints)).toEqual([1, 2, 13, 100]);
    expect([-0.5, -1.5, -12.5, -99.5].map(roundPoints)).toEqual([-1, -2, -13, -100]);
  });

  it("never gives minus zero and treats both signs alike", () => {
    expect(Object.is(roundPoints(-0.4), 0)).toBe(true);
    expect(Object.is(roundPoints(-0), 0)).toBe(true);
    fc.assert(
      fc.property(fc.double({ min: -100, max: 100, noNaN: true }), (points) => {
        expect(Object.is(roundPoints(points), -0)).toBe(false);
        expect(roundPoints(-points) + roundPoints(points)).toBe(0);
        expect(Math.abs(roundPoints(points) - points)).toBeLessThanOrEqual(0.5);
      }),
    );
  });

  it("sees every score that is exactly a half as one, whatever the number of answers", () => {
    for (let n = 8; n <= 4000; n += 8) {
      const net = n / 8;
      const points = npsOf({ detractors: 0, passives: n - net, promoters: net });
      expect(points).toBe(12.5);
      expect(npsOf({ detractors: 201 * net, passives: 0, promoters: 199 * net })).toBe(-0.5);
    }
  });
});

describe("a score as text", () => {
  it("has a plus or the true minus, and no sign at 0", () => {
    expect(formatNps(42.4)).toBe("+42");
    expect(formatNps(-47.267974)).toBe("\u221247");
    expect(formatNps(-0.3)).toBe("0");
    expect(formatNps(0)).toBe("0");
    expect(formatNps(100)).toBe("+100");
    expect(formatNps(-100)).toBe("\u2212100");
  });

  it("is a dash where there is no score", () => {
    expect(formatNps(null)).toBe("–");
  });
});

function histogramOf(scores: readonly Score[]): number[] {
  return SCORES.map((score) => scores.filter((other) => other === score).length);
}

function oneByOne(scores: readonly Score[]): Counts {
  return scores.reduce<Counts>((sum, score) => addCounts(sum, countsOf(histogramOf([score]))), NO_ANSWERS);
}

function naiveNps(scores: readonly number[]): number | null {
  if (scores.length === 0) return null;
  const net = scores.reduce((sum, score) => sum + (score > 8 ? 1 : 0) - (score < 7 ? 1 : 0), 0);
  return (net * 100) / scores.length;
}
