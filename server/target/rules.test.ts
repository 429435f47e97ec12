import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectedOf, heldOn, periodAround, periodsOf, standingOf } from "./rules.ts";

const quarter = { from: "2026-10-01", to: "2026-12-31" };
const answers = (detractors: number, passives: number, promoters: number) => ({
  counts: { detractors, passives, promoters },
});
const contract = { goal: 40, minimum: 50 };
const day = fc
  .date({ min: new Date("2020-01-01"), max: new Date("2035-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const repeats = fc.constantFrom("month", "quarter", "year");

describe("the days of a target", () => {
  it("are the month, quarter or year of the calendar", () => {
    expect(periodAround("quarter", "2026-11-23")).toEqual(quarter);
    expect(periodAround("month", "2028-02-29")).toEqual({ from: "2028-02-01", to: "2028-02-29" });
    expect(periodAround("year", "2026-01-01")).toEqual({ from: "2026-01-01", to: "2026-12-31" });
  });

  it("follow each other without a gap and without sharing a day, newest first", () => {
    fc.assert(
      fc.property(repeats, day, day, (every, one, other) => {
        const [first, today] = [one, other].sort() as [string, string];
        const { from: fromDay } = periodAround(every, first);
        const periods = periodsOf({ repeats: every, fromDay, toDay: null }, today, null, 24);
        expect(periods[0]!.from <= today && today <= periods[0]!.to).toBe(true);
        expect(periods.length).toBeLessThanOrEqual(24);
        if (periods.length < 24) expect(periods.at(-1)!.from).toBe(fromDay);
        for (const [index, { from }] of periods.entries()) {
          const earlier = periods[index + 1];
          const dayBefore = new Date(Date.parse(from) - 86_400_000).toISOString().slice(0, 10);
          if (earlier) expect(earlier.to).toBe(dayBefore);
        }
      }),
    );
  });

  it("that were not over when the target was ended are not judged", () => {
    const every = { repeats: "quarter" as const, fromDay: "2026-01-01", toDay: null };
    const starts = (ended: string | null) => periodsOf(every, "2026-11-23", ended, 9).map(({ from }) => from);
    expect(starts(null)).toEqual(["2026-10-01", "2026-07-01", "2026-04-01", "2026-01-01"]);
    expect(starts("2026-09-30")).toEqual(["2026-04-01", "2026-01-01"]);
    expect(starts("2026-10-01")).toEqual(["2026-07-01", "2026-04-01", "2026-01-01"]);
    const once = { repeats: null, fromDay: "2026-11-01", toDay: "2026-11-20" };
    expect(periodsOf(once, "2026-11-23", "2026-11-10", 9)).toEqual([]);
    expect(periodsOf(once, "2026-11-23", null, 9)).toEqual([{ from: "2026-11-01", to: "2026-11-20" }]);
  });

  it("that have not begun are known", () => {
    const later = { repeats: null, fromDay: "2027-01-01", toDay: "2027-03-31" };
    expect(periodsOf(later, "2026-11-23", null, 9)).toEqual([{ from: "2027-01-01", to: "2027-03-31" }]);
  });
});

it("a period is judged by what held on its last day", () => {
  const versions = [
    { on: "2026-02-01", goal: 40 },
    { on: "2026-03-31", goal: 42 },
    { on: "2026-05-01", goal: 45 },
  ];
  expect(heldOn(versions, "2026-03-31").goal).toBe(42);
  expect(heldOn(versions, "2026-03-30").goal).toBe(40);
  expect(heldOn(versions, "2026-12-31").goal).toBe(45);
  expect(heldOn(versions, "2026-01-01").goal).toBe(40);
});

it("as many more are expected as came in the last 28 days, and those under way", () => {
  expect(expectedOf(quarter, "2026-12-03", 28, 0)).toBe(28);
  expect(expectedOf(quarter, "2026-12-03", 14, 3)).toBe(17);
  expect(expectedOf(quarter, "2026-12-31", 280, 0)).toBe(0);
  expect(expectedOf(quarter, "2027-01-04", 280, 2)).toBe(2);
});

describe("how a target stands", () => {
  const stands = (
    figure: Parameters<typeof standingOf>[3],
    { today = "2026-11-23", expected = 30, ...over } = {},
  ) => standingOf({ ...contract, ...over }, quarter, today, figure, expected);

  it("is not begun before its first day", () => {
    expect(stands(answers(0, 0, 0), { today: "2026-09-30" })).toEqual({ state: "not_begun" });
  });

  it("is too early to tell below the minimum, and never judged from fewer", () => {
    expect(stands(answers(2, 0, 10))).toEqual({ state: "early", n: 12, expected: 30 });
    expect(stands(answers(0, 0, 0), { expected: 0 })).toEqual({ state: "early", n: 0, expected: 0 });
    const over = { today: "2027-01-01", expected: 0 };
    expect(stands(answers(2, 0, 47), over)).toEqual({ state: "too_few", n: 49 });
    expect(stands(answers(2, 0, 48), over)).toMatchObject({ state: "reached", n: 50 });
  });

  it("is on the way or behind by the shown figure, with the chance", () => {
    const ahead = stands(answers(20, 20, 61));
    expect(ahead).toMatchObject({ state: "on_the_way", n: 101, shown: 41 });
    expect(ahead).toHaveProperty("chance", expect.closeTo(0.617409834391, 9));
    const behind = stands(answers(30, 20, 50));
    expect(behind).toMatchObject({ state: "behind", shown: 20 });
    expect((behind as { chance: number }).chance).toBeLessThan(0.01);
  });

  it("has no chance when nothing more is expected, nor once it is over", () => {
    expect(stands(answers(20, 20, 60), { expected: 0 })).toEqual({
      state: "on_the_way",
      n: 100,
      shown: 40,
      chance: null,
    });
    const over = { today: "2027-01-01", expected: 0 };
    expect(stands(answers(20, 20, 60), over)).toEqual({ state: "reached", n: 100, shown: 40 });
    expect(stands(answers(21, 20, 59), over)).toEqual({ state: "missed", n: 100, shown: 38 });
  });

  it("is open after its last day while something is under way", () => {
    const share = { share: { count: 88, of: 98 } };
    const late = { today: "2027-01-01", goal: 90 };
    expect(stands(share, { ...late, expected: 2 })).toMatchObject({ state: "on_the_way", shown: 90 });
    expect(stands(share, { ...late, expected: 0 })).toMatchObject({ state: "reached", shown: 90 });
  });
});
