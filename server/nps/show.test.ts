import { describe, expect, it } from "vitest";
import { areComparable, presentationOf } from "./show.ts";

const promoters = (n: number) => ({ detractors: 0, passives: 0, promoters: n });

describe("what is shown of n answers", () => {
  it.each([
    [0, "counts"],
    [9, "counts"],
    [10, "few"],
    [29, "few"],
    [30, "score"],
    [1_000_000, "score"],
  ])("is with %i answers: %s", (n, presentation) => {
    expect(presentationOf(n)).toBe(presentation);
  });

  it("is a comparison only where both sides have a score", () => {
    expect(areComparable(promoters(10), promoters(10))).toBe(true);
    expect(areComparable(promoters(9), promoters(10))).toBe(false);
    expect(areComparable(promoters(10), promoters(9))).toBe(false);
  });
});
