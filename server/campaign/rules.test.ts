import { sql } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { campaignState } from "#db/schema/index.ts";
import { testRuntime } from "#server/test/database.ts";
import {
  type Command,
  consequence,
  dripWindows,
  firstSending,
  isOverdue,
  isWithinHours,
  momentIn,
  nextWave,
  paceOf,
  planWindows,
  statesFor,
  usualHours,
  waitsForItsTime,
} from "./rules.ts";

const rt = await testRuntime();

const commands: Command[] = ["start", "schedule", "unschedule", "pause", "resume", "cancel", "finish"];

describe("a command to a campaign", () => {
  it.each([
    ["draft", "start", "running"],
    ["scheduled", "start", "running"],
    ["draft", "schedule", "scheduled"],
    ["scheduled", "unschedule", "draft"],
    ["running", "pause", "paused"],
    ["paused", "resume", "running"],
    ["running", "finish", "finished"],
    ["draft", "cancel", "cancelled"],
    ["paused", "cancel", "cancelled"],
  ] as const)("takes it from %s by %s to %s", (from, command, to) => {
    expect(consequence(from, command)).toEqual({ do: "change", to });
  });

  it.each([
    ["running", "start"],
    ["finished", "start"],
    ["paused", "pause"],
    ["running", "resume"],
    ["cancelled", "cancel"],
  ] as const)("was obeyed before when it is %s at %s", (state, command) => {
    expect(consequence(state, command)).toEqual({ do: "nothing" });
  });

  it.each([
    ["cancelled", "start"],
    ["draft", "pause"],
    ["scheduled", "pause"],
    ["draft", "resume"],
    ["finished", "cancel"],
    ["running", "unschedule"],
    ["paused", "finish"],
  ] as const)("is refused when it is %s at %s", (state, command) => {
    expect(consequence(state, command)).toEqual({ do: "refuse" });
  });

  it("changes only the states its conditional update names, and never brings back a campaign that ended", () => {
    for (const command of commands) {
      for (const state of campaignState.enumValues) {
        const change = consequence(state, command).do === "change";
        expect(change).toBe(statesFor(command).includes(state));
        if (state === "finished" || state === "cancelled") expect(change).toBe(false);
      }
    }
  });
});

describe("a campaign's time", () => {
  const sendAt = new Date("2026-11-23T09:00:00Z");
  const at = (hours: number) => new Date(sendAt.getTime() + hours * 3_600_000);

  it("is waited for, comes, and after a day asks a person", () => {
    expect(waitsForItsTime({ sendAt }, at(-1))).toBe(true);
    expect(waitsForItsTime({ sendAt }, at(0))).toBe(false);
    expect(waitsForItsTime({ sendAt: null }, at(0))).toBe(false);
    expect(isOverdue({ state: "scheduled", sendAt }, at(24))).toBe(false);
    expect(isOverdue({ state: "scheduled", sendAt }, at(24.1))).toBe(true);
    expect(isOverdue({ state: "running", sendAt }, at(48))).toBe(false);
  });

  it.each([
    ["2026-11-30T09:00", "Europe/Copenhagen", "2026-11-30T08:00:00.000Z"],
    ["2026-07-01T09:00", "Europe/Helsinki", "2026-07-01T06:00:00.000Z"],
    ["2026-11-30T09:00:00Z", "Europe/Copenhagen", "2026-11-30T09:00:00.000Z"],
    ["2026-11-30T09:00:00+05:30", "Europe/Copenhagen", "2026-11-30T03:30:00.000Z"],
  ])("%s on the clocks of %s is %s", (text, timezone, moment) => {
    expect(momentIn(text, timezone).toISOString()).toBe(moment);
  });
});

describe("sending hours", () => {
  const mornings = { days: [1, 2, 3, 4, 5], from: 8, to: 11 };

  it.each([
    ["within them: at once", "2026-11-23T08:30:00Z", "2026-11-23T08:30:00.000Z"],
    ["before them: the same day", "2026-11-23T05:00:00Z", "2026-11-23T07:00:00.000Z"],
    ["after them: the next day", "2026-11-23T10:00:00Z", "2026-11-24T07:00:00.000Z"],
    ["on a Friday afternoon: Monday", "2026-11-27T15:00:00Z", "2026-11-30T07:00:00.000Z"],
    ["over the end of summer time", "2026-10-23T12:00:00Z", "2026-10-26T07:00:00.000Z"],
  ])("%s", (_, now, first) => {
    expect(firstSending(mornings, "Europe/Copenhagen", new Date(now)).toISOString()).toBe(first);
  });

  const moments = fc.oneof(
    fc.date({
      min: new Date("2026-01-01T00:00:00Z"),
      max: new Date("2027-12-31T00:00:00Z"),
      noInvalidDate: true,
    }),
    // Around the changes to and from summer time.
    fc
      .tuple(
        fc.constantFrom("2026-03-29T01:00:00Z", "2026-10-25T01:00:00Z"),
        fc.integer({ min: -7200, max: 7200 }),
      )
      .map(([change, seconds]) => new Date(new Date(change).getTime() + seconds * 1000)),
  );
  const hours = fc
    .record({
      days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      from: fc.integer({ min: 0, max: 23 }),
      length: fc.integer({ min: 1, max: 24 }),
    })
    .map(({ days, from, length }) => ({ days, from, to: Math.min(24, from + length) }));
  const zones = fc.constantFrom(
    "Europe/Copenhagen",
    "Europe/Helsinki",
    "America/New_York",
    "UTC",
    "Asia/Kolkata",
  );

  it("are the same in SQL as in the rule, and the first sending is their first moment", async () => {
    await fc.assert(
      fc.asyncProperty(hours, zones, moments, async (given, zone, now) => {
        const first = firstSending(given, zone, now);
        const before = new Date(first.getTime() - 1);
        const [row] = await rt.connection.db.execute<{ now: boolean; first: boolean; before: boolean }>(sql`
          SELECT svar_within_hours(h, ${zone}, ${now.toISOString()}::timestamptz) AS now,
            svar_within_hours(h, ${zone}, ${first.toISOString()}::timestamptz) AS first,
            svar_within_hours(h, ${zone}, ${before.toISOString()}::timestamptz) AS before
          FROM (SELECT ${JSON.stringify(given)}::jsonb AS h) AS given`);
        expect(row!.now).toBe(isWithinHours(given, zone, now));
        expect(row!.first).toBe(true);
        if (row!.now) expect(first).toEqual(now);
        else expect(first > now).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it("make windows that are in order, whole days apart, within the hours to their last second, and without gaps between", () => {
    fc.assert(
      fc.property(hours, zones, moments, fc.integer({ min: 1, max: 20 }), (given, zone, now, count) => {
        const windows = planWindows(given, zone, now, count);
        expect(windows).toHaveLength(count);
        let before = new Date(now.getTime() - 1);
        for (const { opens, closes } of windows) {
          expect(opens > before && closes > opens).toBe(true);
          expect(isWithinHours(given, zone, opens)).toBe(true);
          expect(isWithinHours(given, zone, new Date(closes.getTime() - 1000))).toBe(true);
          expect(isWithinHours(given, zone, closes) && given.to - given.from < 24 && given.to < 24).toBe(
            false,
          );
          // Nothing that is within the hours lies between two windows.
          const between = (opens.getTime() + before.getTime()) / 2;
          if (between > now.getTime() && between < opens.getTime() && between >= before.getTime() + 1) {
            expect(isWithinHours(given, zone, new Date(between))).toBe(false);
          }
          before = new Date(closes.getTime() - 1);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("a drip", () => {
  const mornings = usualHours("drip");
  const opens = (now: string, days = 3) =>
    dripWindows(mornings, "Europe/Copenhagen", new Date(now), days).map((it) => it.opens.toISOString());

  it("uses as many sending days as it was given, over the weekend too", () => {
    expect(opens("2026-11-26T05:00:00Z")).toEqual([
      "2026-11-26T07:00:00.000Z",
      "2026-11-27T07:00:00.000Z",
      "2026-11-30T07:00:00.000Z",
    ]);
  });

  it("begins today only while half of today's hours are left", () => {
    expect(opens("2026-11-23T08:30:00Z", 2)).toEqual([
      "2026-11-23T08:30:00.000Z",
      "2026-11-24T07:00:00.000Z",
    ]);
    expect(opens("2026-11-23T08:31:00Z", 2)).toEqual([
      "2026-11-24T07:00:00.000Z",
      "2026-11-25T07:00:00.000Z",
    ]);
  });

  it("keeps to the clocks when they change, and to days from now on without hours", () => {
    expect(opens("2026-10-23T05:00:00Z", 2)).toEqual([
      "2026-10-23T06:00:00.000Z",
      "2026-10-26T07:00:00.000Z",
    ]);
    const anyTime = dripWindows(null, "Europe/Copenhagen", new Date("2026-10-24T12:00:00Z"), 2);
    expect(anyTime.map(({ closes }) => closes.toISOString())).toEqual([
      "2026-10-25T13:00:00.000Z",
      "2026-10-26T13:00:00.000Z",
    ]);
  });
});

describe("the next wave", () => {
  const next = (every: number, unit: "week" | "month", anchor: string, now: string) =>
    nextWave(
      { kind: "recurring", every, unit },
      new Date(anchor),
      "Europe/Copenhagen",
      new Date(now),
    ).toISOString();

  it.each([
    ["a week later", 1, "week", "2026-11-23T08:00:00Z", "2026-11-23T08:00:00Z", "2026-11-30T08:00:00.000Z"],
    [
      "at the same hour in winter",
      2,
      "week",
      "2026-10-19T07:00:00Z",
      "2026-10-19T07:00:00Z",
      "2026-11-02T08:00:00.000Z",
    ],
    [
      "on the last day of a short month",
      1,
      "month",
      "2027-01-31T08:00:00Z",
      "2027-01-31T08:00:00Z",
      "2027-02-28T08:00:00.000Z",
    ],
    [
      "on the 31st again after it",
      1,
      "month",
      "2027-01-31T08:00:00Z",
      "2027-02-28T08:00:00Z",
      "2027-03-31T07:00:00.000Z",
    ],
    [
      "after the waves that were missed",
      1,
      "week",
      "2026-11-23T08:00:00Z",
      "2026-12-16T00:00:00Z",
      "2026-12-21T08:00:00.000Z",
    ],
  ] as const)("is %s", (_, every, unit, anchor, now, expected) => {
    expect(next(every, unit, anchor, now)).toBe(expected);
  });

  it("comes after now, no more than an interval away, at the anchor's hour", () => {
    const moment = fc.date({
      min: new Date("2026-01-01T00:00:00Z"),
      max: new Date("2028-12-31T00:00:00Z"),
      noInvalidDate: true,
    });
    const hourOf = (at: Date) =>
      new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Copenhagen", timeStyle: "medium" }).format(at);
    fc.assert(
      fc.property(
        moment,
        fc.nat({ max: 400 * 24 }),
        fc.integer({ min: 1, max: 8 }),
        (anchor, later, every) => {
          const now = new Date(anchor.getTime() + later * 3_600_000);
          const at = new Date(next(every, "week", anchor.toISOString(), now.toISOString()));
          expect(at > now).toBe(true);
          expect(at.getTime() - now.getTime()).toBeLessThanOrEqual(every * 7 * 86_400_000 + 3_600_000);
          const skipped = hourOf(anchor) >= "02:00:00" && hourOf(anchor) < "03:00:00";
          if (!skipped) expect(hourOf(at)).toBe(hourOf(anchor));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("the pace of a campaign", () => {
  const now = new Date("2026-11-23T12:00:00Z");
  const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  const quiet = { sent: 0, firstAt: null, due: 0, lastDueAt: null, now };

  it("is told by the mails of the last minutes, and so is how long the due ones take", () => {
    const pace = paceOf({ ...quiet, sent: 600, firstAt: ago(5), due: 240, lastDueAt: ago(6) });
    expect(pace).toEqual({ perMinute: 120, doneAt: new Date("2026-11-23T12:02:00Z") });
  });

  it("ends with the last planned mail when that is later", () => {
    const lastDueAt = new Date("2026-11-25T10:00:00Z");
    expect(paceOf({ ...quiet, sent: 600, firstAt: ago(5), due: 240, lastDueAt }).doneAt).toEqual(lastDueAt);
    expect(paceOf({ ...quiet, due: 240, lastDueAt })).toEqual({ perMinute: null, doneAt: lastDueAt });
  });

  it("says nothing after too few mails", () => {
    expect(paceOf({ ...quiet, sent: 4, firstAt: ago(1), due: 90 })).toEqual({
      perMinute: null,
      doneAt: null,
    });
  });
});
