import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { conditionText, operators, readCondition } from "./conditions.ts";

describe("a condition in an address", () => {
  it("is readable", () => {
    expect(conditionText({ name: "Country", operator: "is", value: "Denmark" })).toBe("is.Country.Denmark");
    expect(readCondition("contains.Site.example.com")).toEqual({
      name: "Site",
      operator: "contains",
      value: "example.com",
    });
  });

  it("comes back as it went, whatever its name and value", () => {
    const text = (most: number) =>
      fc.string({ minLength: 1, maxLength: most, unit: "grapheme" }).filter((one) => one.length <= 200);
    const condition = fc.record({ name: text(60), operator: fc.constantFrom(...operators), value: text(60) });
    fc.assert(
      fc.property(condition, (one) => {
        expect(readCondition(conditionText(one))).toEqual(one);
      }),
    );
    const odd = { name: "a.b%2E%25", operator: "not" as const, value: "100 % v. 2" };
    expect(readCondition(conditionText(odd))).toEqual(odd);
  });

  it("that is cut short is none", () => {
    for (const text of ["", "is", "is.Country", "is..Denmark", "like.Country.Denmark", "is.Country."])
      expect(readCondition(text), text).toBeNull();
  });
});
