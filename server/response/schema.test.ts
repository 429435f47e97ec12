import { describe, expect, it } from "vitest";
import { Day, ListResponses, RecordResponse } from "./schema.ts";

describe("an answer from a form", () => {
  it("is a whole number from 0 to 10 and words", () => {
    expect(RecordResponse.parse({ score: "10", comment: " Ja\r\ntack\r" })).toEqual({
      score: 10,
      comment: "Ja\ntack",
    });
    expect(RecordResponse.parse({ score: "0" })).toEqual({ score: 0, comment: "" });
  });

  it.each([undefined, null, "", " 7", "+7", "7.0", "11", "100", "１", 7])(
    "has no other score (%j)",
    (score) => {
      const issues = RecordResponse.safeParse({ score }).error?.issues ?? [];
      expect(issues.map(({ path, message }) => [path[0], message])).toEqual([["score", "scoreMissing"]]);
    },
  );

  it("has a comment of at most 5,000 characters, counted without what is stripped", () => {
    expect(
      RecordResponse.parse({ score: "1", comment: `${"ö".repeat(5_000)}\u0000\r\n ` }).comment,
    ).toHaveLength(5_000);
    const issues = RecordResponse.safeParse({ score: "1", comment: "ö".repeat(5_001) }).error?.issues ?? [];
    expect(issues.map(({ path, message }) => [path[0], message])).toEqual([["comment", "commentTooLong"]]);
  });

  it("keeps emoji whole and mends half of one", () => {
    expect(RecordResponse.parse({ score: "1", comment: "👍🏽" }).comment).toBe("👍🏽");
    expect(RecordResponse.parse({ score: "1", comment: "a\ud83d" }).comment).toBe("a\ufffd");
  });

  it("may ask to be contacted by mail, or by phone with a number", () => {
    const wish = (contact: unknown) => RecordResponse.safeParse({ score: "1", contact });
    expect(wish(undefined).data?.contact).toBeUndefined();
    expect(wish({ by: "none", phone: "x" }).data?.contact).toEqual({ by: "none" });
    expect(wish({ by: "email" }).data?.contact).toEqual({ by: "email" });
    for (const phone of ["+45 12 34 56 78", "(0)40/123 45-67", "08-123 45", "020 7946 0018 x 12"]) {
      expect(wish({ by: "phone", phone: ` ${phone} ` }).data?.contact).toEqual({ by: "phone", phone });
    }
    for (const phone of [undefined, "", "call me", "1234", "+", "1".repeat(41), "12345<b>6", "12345\n6"]) {
      expect(wish({ by: "phone", phone }).error?.issues[0]?.message).toBe("phoneMissing");
    }
    expect(wish({ by: "fax" }).success).toBe(false);
  });

  it("has the drivers that can be one, five at most, and none of what somebody made up", () => {
    const drivers = (given: unknown) => RecordResponse.parse({ score: "1", drivers: given }).drivers;
    expect(drivers(undefined)).toBeUndefined();
    expect(drivers(["price", "a,b", "", "x'; --"])).toEqual(["price"]);
    expect(drivers(["aaaa", "bbbb", "cccc", "dddd", "eeee", "ffff"])).toHaveLength(5);
  });

  it("brings no further fields", () => {
    expect(RecordResponse.safeParse({ score: "1", evidence: "confirmed" }).success).toBe(false);
  });
});

describe("a list's address", () => {
  it("loses what nobody can mean, and keeps the rest", () => {
    expect(
      ListResponses.parse({
        from: "2026-02-31",
        to: "2026-02-28",
        survey: "x",
        group: ["promoter", "passive"],
        q: "",
        where: ["is.Country.Norway", "Country=Norway", "is.Country.Norway"],
        limit: "0",
      }),
    ).toEqual({ to: "2026-02-28", where: ["is.Country.Norway"], limit: 50, sort: "newest" });
  });
});

it.each([
  ["2026-02-28", true],
  ["2024-02-29", true],
  ["2026-02-29", false],
  ["2026-13-01", false],
  ["26-01-01", false],
])("%s is a day: %s", (text, is) => {
  expect(Day.safeParse(text).success).toBe(is);
});
