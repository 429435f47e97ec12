import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rateVerdicts } from "./rate-parts.ts";

describe("rates side by side", () => {
  it("are told apart where one differs from all others beyond chance, and not otherwise", () => {
    expect(
      rateVerdicts([
        { count: 90, of: 100 },
        { count: 50, of: 100 },
        { count: 52, of: 100 },
      ]),
    ).toEqual(["up", "down", "down"]);
    expect(
      rateVerdicts([
        { count: 55, of: 100 },
        { count: 50, of: 100 },
      ]),
    ).toEqual(["cannot tell", "cannot tell"]);
  });

  it("are not told apart where a part, or the others together, have fewer than ten", () => {
    expect(
      rateVerdicts([
        { count: 9, of: 9 },
        { count: 0, of: 200 },
      ]),
    ).toEqual(["cannot tell", "cannot tell"]);
    expect(rateVerdicts([{ count: 40, of: 50 }])).toEqual(["cannot tell"]);
    expect(rateVerdicts([])).toEqual([]);
  });

  it("are seldom told apart by chance, however many parts there are", () => {
    const halves = fc.array(fc.constant({ count: 20, of: 40 }), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(halves, (parts) => rateVerdicts(parts).every((verdict) => verdict === "cannot tell")),
    );
  });
});
