import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NO_ANSWERS, total } from "./groups.ts";
import { answersMissing } from "./needed.ts";

const hundred = { detractors: 20, passives: 40, promoters: 40 };

describe("the answers that are missing", () => {
  // 2 · 0.56 · (1.959963985 + 0.841621234)² / 0.05² = 3516.30, computed with R's qnorm.
  it("are those that each of two periods needs, less what is there", () => {
    expect(answersMissing(hundred)).toEqual({ each: 3517, more: 3417 });
    expect(answersMissing(hundred, 10)).toEqual({ each: 880, more: 780 });
  });

  it("are unknown without answers, and none once there are enough", () => {
    expect(answersMissing(NO_ANSWERS)).toBeNull();
    expect(answersMissing({ detractors: 704, passives: 1408, promoters: 1408 })).toBeNull();
  });

  it("are never fewer for a smaller change, and never more after some have come like those before", () => {
    const count = fc.nat(5_000);
    const some = fc
      .record({ detractors: count, passives: count, promoters: count })
      .filter((counts) => total(counts) > 0);
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 50 }), (counts, points) => {
        const missing = answersMissing(counts, points)?.more ?? 0;
        expect(answersMissing(counts, points / 2)?.more ?? 0).toBeGreaterThanOrEqual(missing);
        const { detractors, passives, promoters } = counts;
        const twice = { detractors: 2 * detractors, passives: 2 * passives, promoters: 2 * promoters };
        if (new Set([detractors, passives, promoters]).size > 1)
          expect(answersMissing(twice, points)?.more ?? 0).toBeLessThanOrEqual(missing);
      }),
    );
  });
});
