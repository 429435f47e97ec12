import { describe, expect, it } from "vitest";
import type { AbTest } from "#db/schema/index.ts";
import { type Arms, decide, inVariant, isSame, languagesOf, standingOf, withoutEmpty } from "./ab-test.ts";

const plan: AbTest = { percent: 20, hours: 100, rule: "pocock", b: { senderName: "Bo" } };
const began = new Date("2026-11-23T09:00:00Z");
const later = (hours: number) => new Date(began.getTime() + hours * 3_600_000);
const ends = later(100);
const arms = (a: number, b: number): Arms => ({ a: { count: a, of: 1000 }, b: { count: b, of: 1000 } });
const look = (test: AbTest, counts: Arms, hours: number) =>
  decide(test, standingOf(test, counts, { began, ends }, later(hours)));

describe("a test of two versions", () => {
  it("is decided at a look, for the version that more people answered by the rule's own bound", () => {
    expect(look(plan, arms(100, 300), 19)).toBeUndefined();
    expect(look(plan, arms(100, 300), 20)).toBe("b");
    expect(look(plan, arms(300, 100), 20)).toBe("a");
    // |z| 2.01: enough for one look, not for one of five.
    expect(look(plan, arms(300, 342), 60)).toBeUndefined();
    expect(look(plan, arms(300, 342), 100)).toBeNull();
    expect(look({ ...plan, rule: "fixed" }, arms(300, 342), 99)).toBeUndefined();
    expect(look({ ...plan, rule: "fixed" }, arms(300, 342), 100)).toBe("b");
  });

  it("that nobody got has no winner in the end", () => {
    const nobody = { a: { count: 0, of: 0 }, b: { count: 0, of: 0 } };
    expect(look(plan, nobody, 50)).toBeUndefined();
    expect(look(plan, nobody, 100)).toBeNull();
  });

  it("says when it looks next", () => {
    const next = (hours: number) => standingOf(plan, arms(1, 1), { began, ends }, later(hours)).nextLookAt;
    expect(next(0)).toEqual(later(20));
    expect(next(45)).toEqual(later(60));
    expect(next(100)).toBeNull();
  });

  it("puts version b's words over the survey's, and leaves the rest", () => {
    const source = { senderName: null, texts: { sv: { subject: "S", question: "Q" }, en: { subject: "E" } } };
    const test = { ...plan, b: { texts: { sv: { subject: "B" } } } };
    expect(inVariant(source, test, "a")).toBe(source);
    expect(inVariant(source, null, "b")).toBe(source);
    expect(inVariant(source, test, "b")).toEqual({
      senderName: null,
      texts: { sv: { subject: "B", question: "Q" }, en: { subject: "E" } },
    });
    expect(inVariant(source, plan, "b").senderName).toBe("Bo");
    expect(languagesOf(test)).toEqual(["sv"]);
    expect(languagesOf(plan)).toBeNull();
  });

  it("keeps nothing of what was left empty", () => {
    const empty = withoutEmpty({
      ...plan,
      b: { senderName: "", texts: { sv: { subject: "", intro: undefined } } },
      sendHours: { a: 9, b: 9 },
    });
    expect(empty).toEqual({ percent: 20, hours: 100, rule: "pocock", b: {} });
    expect(isSame(empty)).toBe(true);
    expect(isSame(plan)).toBe(false);
  });
});
