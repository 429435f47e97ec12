import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addCounts } from "./groups.ts";
import { againstRest, segmentsOf } from "./segments.ts";

const of = (detractors: number, passives: number, promoters: number) => ({
  counts: { detractors, passives, promoters },
});
const some = fc.tuple(fc.nat(60), fc.nat(60), fc.nat(60)).map(([d, a, p]) => of(d, a, p));

describe("segments", () => {
  it("put three answers of 10 behind a hundred good ones, and say nothing of them", () => {
    const parts = [
      { value: "small", ...of(0, 0, 3) },
      { value: "good", ...of(10, 20, 170) },
      { value: "poor", ...of(120, 40, 40) },
      { value: "nobody", ...of(0, 0, 0) },
    ];
    const whole = addCounts(...parts.map(({ counts }) => counts));
    const found = segmentsOf(parts, whole);
    expect(found.map(({ value, verdict }) => [value, verdict])).toEqual([
      ["good", "up"],
      ["small", "cannot tell"],
      ["poor", "down"],
    ]);
  });

  it("call almost nothing a difference where there is none", () => {
    const parts = Array.from({ length: 40 }, () => of(20, 40, 40));
    const whole = addCounts(...parts.map(({ counts }) => counts));
    expect(segmentsOf(parts, whole).every(({ verdict }) => verdict === "cannot tell")).toBe(true);
  });

  it("are those that have answers, in falling order, with ends within the scale", () => {
    fc.assert(
      fc.property(fc.array(some, { minLength: 1, maxLength: 12 }), (parts) => {
        const whole = addCounts(...parts.map(({ counts }) => counts));
        const found = segmentsOf(parts, whole);
        expect(found.map(({ counts }) => counts)).toHaveLength(
          parts.filter(({ counts: c }) => c.detractors + c.passives + c.promoters > 0).length,
        );
        for (const [place, one] of found.entries()) {
          expect(one.shrunk).toBeGreaterThanOrEqual(found[place + 1]?.shrunk ?? -Infinity);
          expect(one.low).toBeGreaterThanOrEqual(-100);
          expect(one.high).toBeLessThanOrEqual(100);
        }
      }),
    );
  });

  it("are not compared with a rest that is too small", () => {
    expect(againstRest(of(5, 5, 5).counts, of(8, 8, 8).counts)).toBeNull();
  });
});
