import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addCounts, type Counts, countsOf, groupOf, isScore, NO_ANSWERS, SCORES, total } from "./groups.ts";

const histogram = fc.array(fc.nat(10_000_000), { minLength: 11, maxLength: 11 });

describe("groups of answers", () => {
  it("are detractors up to 6, passives at 7 and 8, promoters at 9 and 10", () => {
    expect(SCORES.map(groupOf)).toEqual([
      ...Array<string>(7).fill("detractor"),
      "passive",
      "passive",
      "promoter",
      "promoter",
    ]);
  });

  it("take whole numbers from 0 to 10 as scores and nothing else", () => {
    for (const score of SCORES) expect(isScore(score)).toBe(true);
    for (const other of [-1, 11, 6.5, "10", "", null, undefined, Number.NaN, Infinity, true, [5]]) {
      expect(isScore(other)).toBe(false);
    }
  });

  it("are summed from a histogram by its places", () => {
    expect(countsOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])).toEqual({
      detractors: 28,
      passives: 17,
      promoters: 21,
    });
    expect(countsOf(Array(11).fill(0))).toEqual(NO_ANSWERS);
  });

  it("lose no answer of a histogram", () => {
    fc.assert(
      fc.property(histogram, (h) => {
        expect(total(countsOf(h))).toBe(h.reduce((sum, count) => sum + count, 0));
      }),
    );
  });

  it("refuse a histogram that has not eleven places", () => {
    expect(() => countsOf(Array(10).fill(1))).toThrow(RangeError);
    expect(() => countsOf(Array(12).fill(1))).toThrow(RangeError);
  });

  it("pool in any order to the groups of the pooled histogram", () => {
    fc.assert(
      fc.property(fc.array(histogram, { maxLength: 6 }), (parts) => {
        const pooled = SCORES.map((score) => parts.reduce((sum, part) => sum + (part[score] ?? 0), 0));
        const counts = parts.map(countsOf);
        expect(addCounts(...counts)).toEqual(countsOf(pooled));
        expect(addCounts(...counts.reverse())).toEqual(countsOf(pooled));
      }),
    );
  });

  it("pool without changing the parts", () => {
    const part: Counts = { detractors: 1, passives: 2, promoters: 3 };
    expect(addCounts(part, part)).toEqual({ detractors: 2, passives: 4, promoters: 6 });
    expect(part).toEqual({ detractors: 1, passives: 2, promoters: 3 });
    expect(addCounts()).toEqual(NO_ANSWERS);
  });
});
