import { addDays, addHours, subDays } from "date-fns";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { choicesFor, graceDays, kinds, least, type Months, periodAt, proposed, standingOf } from "./rules.ts";

const now = new Date("2026-11-23T09:00:00Z");
const set = (months: Months, daysAgo: number) => ({ months, at: subDays(now, daysAgo) });
const months = fc.constantFrom<Months>(null, 12, 24, 36);
const settings = fc.array(
  fc.record({ months, at: fc.integer({ min: -40, max: 0 }).map((d) => addDays(now, d)) }),
);
const length = (period: Months) => period ?? Number.POSITIVE_INFINITY;

describe("for how long a kind is kept", () => {
  it("is what Svar proposes until somebody says something else", () => {
    expect(periodAt("sends", [], now)).toBe(24);
    expect(standingOf("answers", [], now)).toEqual({ months: null, from: null });
  });

  it.each([
    ["shortened yesterday", [set(12, 1)], 24],
    ["shortened fourteen days ago", [set(12, 14)], 12],
    ["lengthened today", [set(12, 60), set(36, 0)], 36],
    ["a slip that was undone at once", [set(36, 60), set(12, 2), set(36, 1)], 36],
    ["kept today", [set(12, 60), set(null, 0)], null],
  ] as const)("%s", (_, given, period) => {
    expect(periodAt("sends", given, now)).toBe(period);
  });

  it("says from when a shorter period removes things", () => {
    expect(standingOf("sends", [set(12, 3)], now)).toEqual({ months: 12, from: addDays(now, 11) });
    expect(standingOf("sends", [set(36, 3)], now)).toEqual({ months: 36, from: null });
  });

  it("removes nothing for fourteen days that was to stay at any moment of them", () => {
    fc.assert(
      fc.property(settings, (given) => {
        const held = length(periodAt("sends", given, now));
        for (let hours = 0; hours <= graceDays * 24; hours += 6) {
          const then = addHours(now, -hours);
          const [newest] = given
            .filter(({ at }) => at <= then)
            .toSorted((a, b) => given.indexOf(b) - given.indexOf(a))
            .toSorted((a, b) => b.at.getTime() - a.at.getTime());
          expect(held).toBeGreaterThanOrEqual(length(newest ? newest.months : proposed.sends));
        }
      }),
    );
  });

  it("is offered in periods no shorter than the least, and what is proposed is one of them", () => {
    for (const kind of kinds) {
      expect(Math.min(...choicesFor(kind))).toBe(least[kind]);
      if (proposed[kind] !== null) expect(choicesFor(kind)).toContain(proposed[kind]);
    }
  });
});
