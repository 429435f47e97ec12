import { describe, expect, it } from "vitest";
import { isLocale, pickLocale } from "./locales.ts";

describe("the language for a tag", () => {
  it.each([
    ["sv-SE", "sv"],
    ["DE_at", "de"],
    ["no", "nb"],
    ["nn-NO", "nb"],
    [" fi ", "fi"],
    ["english", "da"],
    ["fr", "da"],
    ["", "da"],
    [null, "da"],
    [undefined, "da"],
  ] as const)("%s is %s where Danish is the fallback", (tag, locale) => {
    expect(pickLocale(tag, "da")).toBe(locale);
  });

  it("is one of the six as it is written", () => {
    expect(isLocale("nb")).toBe(true);
    expect(isLocale("NB")).toBe(false);
    expect(isLocale("toString")).toBe(false);
  });
});
