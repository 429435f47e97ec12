import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { daysOff, nextDaysOff } from "./days-off.ts";
import { exampleOf } from "./example.ts";
import {
  addWorkingMs,
  dayIn,
  minutesOf,
  momentOn,
  type Span,
  usualWorkingTime,
  type WorkingTime,
  weekdayOf,
  workingMsBetween,
} from "./rules.ts";

const hour = 3_600_000;
const copenhagen = "Europe/Copenhagen";
const office = { from: 480, to: 960 };
const noon: Span[] = [
  { from: 480, to: 720 },
  { from: 780, to: 990 },
];
const weekOf = (spans: Span[]) => [spans, spans, spans, spans, spans, [], []];
const at = (iso: string) => new Date(iso);
const never = () => null;
const eightToFour: WorkingTime = { week: weekOf([office]), timezone: copenhagen, closedBecause: never };

describe("the usual week", () => {
  const add = (from: string, hours: number) =>
    addWorkingMs(usualWorkingTime(copenhagen), at(from), hours * hour);

  it("counts 24 hours of each weekday", () => {
    expect(add("2026-11-23T09:00:00Z", 24)).toEqual(at("2026-11-24T09:00:00Z"));
  });

  it("leaves out Saturday and Sunday of the time zone", () => {
    expect(add("2026-11-27T15:00:00Z", 24)).toEqual(at("2026-11-30T15:00:00Z"));
    expect(add("2026-11-28T12:00:00Z", 23)).toEqual(at("2026-11-30T22:00:00Z"));
  });

  it("keeps its hours when the clocks change at the weekend", () => {
    expect(add("2026-10-23T12:00:00Z", 24)).toEqual(at("2026-10-26T13:00:00Z"));
  });

  it("never ends in the night to Saturday", () => {
    expect(add("2026-11-26T23:00:00Z", 24)).toEqual(at("2026-11-29T23:00:00Z"));
  });
});

describe("hours of an office", () => {
  it("count minute by minute: 24 working hours are three days of eight", () => {
    expect(addWorkingMs(eightToFour, at("2026-11-27T14:00:00Z"), 24 * hour)).toEqual(
      at("2026-12-02T14:00:00Z"),
    );
  });

  it("end when the day ends, and begin at the next opening", () => {
    expect(addWorkingMs(eightToFour, at("2026-11-27T14:00:00Z"), hour)).toEqual(at("2026-11-27T15:00:00Z"));
    expect(addWorkingMs(eightToFour, at("2026-11-27T18:00:00Z"), 0)).toEqual(at("2026-11-30T07:00:00Z"));
    expect(addWorkingMs(eightToFour, at("2026-11-27T14:59:00Z"), 2 * 60_000)).toEqual(
      at("2026-11-30T07:01:00Z"),
    );
  });

  it("can have a break", () => {
    const time = { ...eightToFour, week: weekOf(noon) };
    expect(addWorkingMs(time, at("2026-11-23T10:30:00Z"), hour)).toEqual(at("2026-11-23T12:30:00Z"));
    expect(workingMsBetween(time, at("2026-11-23T10:30:00Z"), at("2026-11-23T12:30:00Z"))).toBe(hour);
  });

  it("leave out days off", () => {
    const closedBecause = daysOff({ calendar: "DK", customary: true, own: [] });
    const time = { ...eightToFour, closedBecause };
    expect(addWorkingMs(time, at("2026-12-23T14:00:00Z"), 2 * hour)).toEqual(at("2026-12-28T08:00:00Z"));
  });

  it("are refused when there are none, by an error and not by a loop without an end", () => {
    const empty = { ...eightToFour, week: [[], [], [], [], [], [], []] };
    expect(() => addWorkingMs(empty, at("2026-11-23T09:00:00Z"), hour)).toThrow(RangeError);
    const shut = { ...eightToFour, closedBecause: () => ({ name: "always" }) };
    expect(() => addWorkingMs(shut, at("2026-11-23T09:00:00Z"), hour)).toThrow(RangeError);
  });
});

describe("nights in which the clocks change", () => {
  const nights = { ...eightToFour, week: Array.from({ length: 7 }, () => [{ from: 60, to: 240 }]) };

  it("have an hour less when they are put forward, and one more when they are put back", () => {
    const length = (day: string) =>
      workingMsBetween(nights, momentOn(day, 0, copenhagen), momentOn(day, 720, copenhagen)) / hour;
    expect(length("2026-03-28")).toBe(3);
    expect(length("2026-03-29")).toBe(2);
    expect(length("2026-10-25")).toBe(4);
  });

  it("begin at once where the clocks leave the beginning out", () => {
    const forward = at("2026-03-29T01:00:00Z");
    expect(momentOn("2026-03-29", 120, copenhagen)).toEqual(forward);
    expect(momentOn("2026-03-29", 150, copenhagen)).toEqual(forward);
    expect(momentOn("2026-03-29", 180, copenhagen)).toEqual(forward);
    expect(momentOn("2026-10-25", 150, copenhagen)).toEqual(at("2026-10-25T00:30:00Z"));
    expect(momentOn("2026-03-08", 150, "America/New_York")).toEqual(at("2026-03-08T07:00:00Z"));
    expect(momentOn("2026-11-01", 90, "America/New_York")).toEqual(at("2026-11-01T05:30:00Z"));
    expect(momentOn("2026-10-04", 130, "Australia/Lord_Howe")).toEqual(at("2026-10-03T15:30:00Z"));
  });
});

describe("whatever the week, the place and the moment", () => {
  const span = fc
    .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 96 }))
    .map(([from, length]): Span => ({ from: from * 15, to: Math.min(1440, (from + length) * 15) }));
  const day = fc.oneof(
    fc.constant<Span[]>([]),
    span.map((one) => [one]),
    fc.constant<Span[]>(noon),
    fc.constant<Span[]>([{ from: 0, to: 1440 }]),
  );
  const week = fc.array(day, { minLength: 7, maxLength: 7 }).filter((days) => minutesOf(days) >= 60);
  const timezone = fc.constantFrom(
    "UTC",
    copenhagen,
    "Europe/Helsinki",
    "America/New_York",
    "America/St_Johns",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Pacific/Apia",
  );
  const calendar = fc.constantFrom("DK", "SE", "NO", "FI", "DE-BE", null);
  const time = fc.record({ week, timezone, calendar }).map(
    ({ calendar, ...rest }): WorkingTime => ({
      ...rest,
      closedBecause: daysOff({ calendar, customary: true, own: [] }),
    }),
  );
  const moment = fc.date({ min: at("2026-01-01"), max: at("2027-12-31"), noInvalidDate: true });
  const ms = fc.integer({ min: 0, max: 100 * hour });

  it("adding is undone by counting", () => {
    fc.assert(
      fc.property(time, moment, ms, (of, from, length) => {
        expect(workingMsBetween(of, from, addWorkingMs(of, from, length))).toBe(length);
      }),
    );
  });

  it("adding twice is adding the sum", () => {
    fc.assert(
      fc.property(time, moment, ms, ms, (of, from, one, other) => {
        const twice = addWorkingMs(of, addWorkingMs(of, from, one), other);
        expect(twice).toEqual(addWorkingMs(of, from, one + other));
      }),
    );
  });

  it("who starts later or has more time is never due earlier", () => {
    fc.assert(
      fc.property(time, moment, ms, fc.integer({ min: 0, max: 400 * hour }), (of, from, length, later) => {
        const due = addWorkingMs(of, from, length).getTime();
        expect(addWorkingMs(of, new Date(from.getTime() + later), length).getTime()).toBeGreaterThanOrEqual(
          due,
        );
        expect(addWorkingMs(of, from, length + later).getTime()).toBeGreaterThanOrEqual(due);
      }),
    );
  });

  it("nothing is due outside of it, nor earlier than its time", () => {
    fc.assert(
      fc.property(time, moment, ms, (of, from, length) => {
        const due = addWorkingMs(of, from, length);
        expect(due.getTime() - from.getTime()).toBeGreaterThanOrEqual(length);
        const local = dayIn(of.timezone, due);
        expect(of.closedBecause(local)).toBeNull();
        const inSpans = of.week[weekdayOf(local)]!.some(
          ({ from: begin, to: end }) =>
            momentOn(local, begin, of.timezone) <= due && due <= momentOn(local, end, of.timezone),
        );
        expect(inSpans).toBe(true);
      }),
    );
  });

  it("no time lies between a moment and an earlier one", () => {
    fc.assert(
      fc.property(time, moment, ms, (of, from, earlier) => {
        expect(workingMsBetween(of, from, new Date(from.getTime() - earlier))).toBe(0);
      }),
    );
  });
});

it("the longest time in the shortest week is found in good time", () => {
  const short = { ...eightToFour, week: [[{ from: 480, to: 540 }], [], [], [], [], [], []] };
  expect(addWorkingMs(short, at("2026-11-23T07:00:00Z"), 720 * hour).getUTCFullYear()).toBe(2040);
});

it("an example says what the hours mean, in a week without days off", () => {
  const closedBecause = daysOff({ calendar: "DK", customary: true, own: [] });
  expect(exampleOf({ ...usualWorkingTime(copenhagen), closedBecause }, 24, "2026-12-21")).toEqual({
    opened: at("2026-12-25T14:00:00Z"),
    due: at("2026-12-28T14:00:00Z"),
  });
});

it("the next days off are those on which work would be done, and one's own reason comes first", () => {
  const own = [
    { day: "2026-12-30", name: "Stocktaking" },
    { day: "2027-01-01", name: "Party" },
  ];
  const time = { ...eightToFour, closedBecause: daysOff({ calendar: "SE", customary: true, own }) };
  expect(nextDaysOff(time, "2026-12-20", 5)).toEqual([
    { day: "2026-12-24", why: { holiday: "christmasEve" } },
    { day: "2026-12-25", why: { holiday: "christmasDay" } },
    { day: "2026-12-30", why: { name: "Stocktaking" } },
    { day: "2026-12-31", why: { holiday: "newYearsEve" } },
    { day: "2027-01-01", why: { name: "Party" } },
  ]);
});
