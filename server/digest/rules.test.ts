import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { daysBefore } from "#server/dashboard/rules.ts";
import { groupOf } from "#server/nps/groups.ts";
import {
  chooseComments,
  dueOn,
  isNews,
  lastDueOn,
  localTime,
  nextDueOn,
  periodOf,
  type Timing,
} from "./rules.ts";

const hour = 3_600_000;

/** Summer time begins and ends in all of them but one, in Havana and Beirut at midnight, by half an hour on Lord Howe. */
const zones = [
  "Europe/Copenhagen",
  "Europe/Helsinki",
  "America/New_York",
  "America/Havana",
  "Asia/Beirut",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "UTC",
];

const anyTiming: fc.Arbitrary<Timing> = fc.oneof(
  fc.record({
    rhythm: fc.constantFrom("daily" as const, "monthly" as const),
    weekday: fc.constant(null),
    hour: fc.integer({ min: 0, max: 23 }),
  }),
  fc.record({
    rhythm: fc.constant("weekly" as const),
    weekday: fc.integer({ min: 1, max: 7 }),
    hour: fc.integer({ min: 0, max: 23 }),
  }),
);
const anyMoment = fc
  .integer({ min: Date.UTC(2025, 0), max: Date.UTC(2027, 11, 31) })
  .map((ms) => new Date(ms));
/** Around the days on which clocks are changed, where mistakes would be. */
const changeOfClocks = fc
  .constantFrom("2026-03-08", "2026-03-29", "2026-04-05", "2026-10-04", "2026-10-25", "2026-11-01")
  .map((day) => new Date(Date.parse(`${day}T00:00:00Z`) - 40 * hour));

const isOn = ({ rhythm, weekday }: Timing, day: string) => {
  const on = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
  return rhythm === "monthly" ? day.slice(8) === "01" : rhythm === "weekly" ? on === weekday : on < 6;
};

/** Every day from one to another, both included. */
function daysFrom(first: string, last: string): string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = daysBefore(day, -1)) days.push(day);
  return days;
}

describe("a digest", () => {
  it("comes once for each of its days, never early, whenever somebody looks", () => {
    const start = fc.oneof(anyMoment, changeOfClocks);
    const looks = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 5, maxLength: 60 });
    fc.assert(
      fc.property(fc.constantFrom(...zones), anyTiming, start, looks, (zone, timing, timedAt, quarters) => {
        const handled: string[] = [];
        let now = timedAt.getTime();
        for (const quarter of quarters) {
          now += (quarter * hour) / 4;
          const clock = localTime(new Date(now), zone);
          const handledOn = handled.at(-1) ?? null;
          const day = dueOn({ ...timing, timedAt, handledOn }, clock, zone);
          if (!day) continue;
          expect(day < clock.day || (day === clock.day && clock.hour >= timing.hour)).toBe(true);
          handled.push(day);
        }
        const [first, last] = [localTime(timedAt, zone), localTime(new Date(now), zone)];
        const expected = daysFrom(first.day, last.day).filter(
          (day) =>
            isOn(timing, day) &&
            (day > first.day || first.hour < timing.hour) &&
            (day < last.day || last.hour >= timing.hour),
        );
        expect(handled).toEqual(expected);
      }),
      { numRuns: 600 },
    );
  });

  it("tells of every day once, of none that is not over", () => {
    fc.assert(
      fc.property(anyTiming, anyMoment, (timing, at) => {
        const day = lastDueOn(timing, localTime(at, "UTC"));
        const before = lastDueOn(timing, { day: daysBefore(day, 1), hour: 23 });
        const [now, earlier] = [periodOf(timing, day), periodOf(timing, before)];
        expect(now.to < day).toBe(true);
        expect(daysBefore(now.from, 1)).toBe(earlier.to);
      }),
    );
  });

  it("comes next on the first of its days after the last one", () => {
    fc.assert(
      fc.property(anyTiming, anyMoment, (timing, at) => {
        const clock = localTime(at, "Europe/Oslo");
        const next = nextDueOn(timing, clock);
        expect(isOn(timing, next)).toBe(true);
        expect(lastDueOn(timing, { day: next, hour: timing.hour })).toBe(next);
        expect(lastDueOn(timing, { day: daysBefore(next, 1), hour: 23 })).toBe(lastDueOn(timing, clock));
      }),
    );
  });

  it("is not made up for after a standstill: only the newest day counts", () => {
    const daily = { rhythm: "daily", weekday: null, hour: 8 } as const;
    const timedAt = new Date("2026-11-01T12:00:00Z");
    const now = { day: "2026-11-20", hour: 9 };
    expect(dueOn({ ...daily, timedAt, handledOn: "2026-11-10" }, now, "UTC")).toBe("2026-11-20");
  });

  it.each([
    ["daily", "2026-11-24", "2026-11-23", "2026-11-23"],
    ["daily", "2026-11-23", "2026-11-20", "2026-11-22"],
    ["weekly", "2026-11-23", "2026-11-16", "2026-11-22"],
    ["monthly", "2026-03-01", "2026-02-01", "2026-02-28"],
    ["monthly", "2026-01-01", "2025-12-01", "2025-12-31"],
  ] as const)("that is %s and due on %s tells of %s to %s", (rhythm, day, from, to) => {
    expect(periodOf({ rhythm }, day)).toEqual({ from, to });
  });

  it("is silent when nobody answered and no case was opened or became overdue", () => {
    const nothing = { answers: 0, openedCases: 0, wentOverdue: 0 };
    expect(isNews(nothing)).toBe(false);
    for (const name of ["answers", "openedCases", "wentOverdue"]) {
      expect(isNews({ ...nothing, [name]: 1 }), name).toBe(true);
    }
  });
});

describe("the comments in the mail", () => {
  const said = (score: number, comment: string, id = `${score} ${comment}`) => ({ id, score, comment });
  const long = "The ferry was two hours late.";
  const texts = (chosen: { comment: string | null }[]) => chosen.map(({ comment }) => comment);

  it("are the newest of each group that is long enough, detractors first", () => {
    const chosen = chooseComments([
      said(10, "Good"),
      said(9, `${long} But kind.`),
      said(3, long),
      said(2, "An older one that also says something."),
      said(8, "Fine, all in all, nothing special."),
    ]);
    expect(texts(chosen)).toEqual([long, "Fine, all in all, nothing special.", `${long} But kind.`]);
  });

  it("are short ones where there are no others, and fill the places of groups that said nothing", () => {
    const chosen = chooseComments([
      said(0, "Bad"),
      said(1, long),
      said(6, `${long} Again.`),
      said(10, "Top"),
    ]);
    expect(texts(chosen)).toEqual([long, `${long} Again.`, "Top"]);
    expect(texts(chooseComments([said(0, "Bad")]))).toEqual(["Bad"]);
    expect(chooseComments([])).toEqual([]);
  });

  it("are three at most, one of each group that has any, whatever was said", () => {
    const one = fc.record({
      id: fc.uuid(),
      score: fc.integer({ min: 0, max: 10 }),
      comment: fc.string({ minLength: 1, maxLength: 40 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(one, { selector: ({ id }) => id }), (candidates) => {
        const chosen = chooseComments(candidates);
        expect(chosen).toHaveLength(Math.min(3, candidates.length));
        const groups = (all: { score: number }[]) => new Set(all.map(({ score }) => groupOf(score)));
        expect(groups(chosen)).toEqual(groups(candidates));
      }),
    );
  });
});
