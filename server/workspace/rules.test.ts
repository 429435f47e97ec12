import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isFreeWord, isTimeZone, sameAddress, slugOf, slugPattern } from "./rules.ts";

describe("slugs", () => {
  it.each([
    ["Fjordline", "fjordline"],
    ["Søren & Sønner A/S", "soren-sonner-a-s"],
    ["Åkerströms Bröd", "akerstroms-brod"],
    ["Straße 7 GmbH", "strasse-7-gmbh"],
    ["株式会社", "company"],
    ["API", "api-1"],
    ["Sign up", "sign-up-1"],
    ["X", "company"],
  ])("of %s is %s", (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  it("can always be used", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 120 }), (name) => {
        expect(slugOf(name)).toMatch(slugPattern);
        expect(isFreeWord(slugOf(name))).toBe(true);
      }),
    );
  });

  it.each(["api", "sign-in", "r", "u", "welcome", "join"])("may not be %s, which is ours", (word) => {
    expect(isFreeWord(word)).toBe(false);
  });
});

it("a time zone is a name, not an offset", () => {
  expect(["Europe/Oslo", "UTC", "America/Argentina/Ushuaia"].every(isTimeZone)).toBe(true);
  expect(["", "Oslo", "+02:00", "Europe/Nowhere"].some(isTimeZone)).toBe(false);
});

it("addresses are compared without regard to case and blanks around", () => {
  expect(sameAddress("Maja@Fjordline.example ", "maja@fjordline.example")).toBe(true);
  expect(sameAddress("maja@fjordline.example", "maja@fjordline.example.org")).toBe(false);
});
