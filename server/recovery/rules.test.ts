import { tz } from "@date-fns/tz";
import { differenceInCalendarDays, format, getDay } from "date-fns";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  apartDays,
  type Cancellation,
  checkDueAt,
  checkStateOf,
  expiryOf,
  isTooLate,
  obstacleOf,
} from "./rules.ts";

const at = (moment: string) => new Date(moment);

describe("when a check is due", () => {
  it.each([
    ["2026-11-24T15:12:00Z", 14, "Europe/Copenhagen", "2026-12-08T08:00:00.000Z"],
    ["2026-11-24T23:30:00Z", 14, "Europe/Copenhagen", "2026-12-09T08:00:00.000Z"], // past midnight there
    ["2026-11-21T09:00:00Z", 14, "Europe/Copenhagen", "2026-12-07T08:00:00.000Z"], // a Saturday
    ["2026-03-20T09:00:00Z", 14, "Europe/Helsinki", "2026-04-03T06:00:00.000Z"], // summer time begins
    ["2026-11-24T15:12:00Z", 1, "America/New_York", "2026-11-25T14:00:00.000Z"],
  ])("of one closed at %s, %i days later in %s: %s", (closed, days, zone, due) => {
    expect(checkDueAt(at(closed), days, zone).toISOString()).toBe(due);
  });

  it("is at nine of a weekday, as many days later or at most two more", () => {
    const moments = fc.date({
      min: at("2026-01-01T00:00:00Z"),
      max: at("2030-01-01T00:00:00Z"),
      noInvalidDate: true,
    });
    const zones = fc.constantFrom(
      "Europe/Copenhagen",
      "Europe/Helsinki",
      "Asia/Tokyo",
      "America/Los_Angeles",
    );
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 90 }), zones, (closed, days, zone) => {
        const local = tz(zone);
        const due = checkDueAt(closed, days, zone);
        expect(format(due, "HH:mm:ss", { in: local })).toBe("09:00:00");
        expect([1, 2, 3, 4, 5]).toContain(getDay(due, { in: local }));
        const later = differenceInCalendarDays(due, closed, { in: local }) - days;
        expect(later).toBeGreaterThanOrEqual(0);
        expect(later).toBeLessThanOrEqual(2);
      }),
    );
  });

  it("lies before the next question to a customer may come, with a week between, when the case was closed soon", () => {
    const asked = at("2026-11-03T09:00:00Z");
    const closed = at("2026-11-06T15:00:00Z");
    const nextQuestion = asked.getTime() + 30 * 86_400_000;
    const due = checkDueAt(closed, 14, "Europe/Copenhagen").getTime();
    expect(nextQuestion - due).toBeGreaterThan(apartDays * 86_400_000);
  });
});

describe("what stands against asking", () => {
  const fine = {
    ...{ hasAddress: true, stopped: false, withdrawn: false, askedOtherwise: false, checkedLately: false },
  };

  it.each<[Partial<typeof fine>, Cancellation | null]>([
    [{}, null],
    [{ hasAddress: false }, "no_address"],
    [{ stopped: true }, "stopped"],
    [{ withdrawn: true }, "withdrawn"],
    [{ askedOtherwise: true }, "asked_otherwise"],
    [{ checkedLately: true }, "checked_lately"],
    [{ stopped: true, askedOtherwise: true }, "stopped"],
  ])("%j: %s", (facts, because) => {
    expect(obstacleOf({ ...fine, ...facts })).toBe(because);
  });

  it("is also that it should have been a week ago", () => {
    const due = at("2026-11-24T08:00:00Z");
    expect(isTooLate(due, at("2026-12-01T08:00:00Z"))).toBe(false);
    expect(isTooLate(due, at("2026-12-01T08:00:01Z"))).toBe(true);
  });
});

describe("how it stands with a check", () => {
  const asked = at("2026-11-24T08:00:00Z");
  const planned = {
    ...{
      askedAt: null,
      expiresAt: null,
      cancelledAt: null,
      cancelledBecause: null,
      answered: false,
      mail: null,
    },
  } as const;
  const sent = { ...planned, askedAt: asked, expiresAt: expiryOf(asked), mail: "sent" } as const;

  it("is told by its facts, the answer first", () => {
    const cancelled = { cancelledAt: asked, cancelledBecause: "called_off" } as const;
    expect(checkStateOf(planned, asked)).toEqual({ kind: "planned" });
    expect(checkStateOf({ ...planned, ...cancelled }, asked)).toEqual({
      kind: "cancelled",
      because: "called_off",
    });
    expect(checkStateOf({ ...sent, mail: "queued" }, asked)).toEqual({ kind: "asked" });
    expect(checkStateOf({ ...sent, mail: "in_doubt" }, asked)).toEqual({ kind: "asked" });
    expect(checkStateOf({ ...sent, mail: "suppressed" }, asked)).toEqual({
      kind: "cancelled",
      because: "stopped",
    });
    expect(checkStateOf({ ...sent, mail: "failed" }, asked)).toEqual({ kind: "undelivered" });
    expect(checkStateOf({ ...sent, answered: true }, at("2027-11-24T08:00:00Z"))).toEqual({
      kind: "answered",
    });
  });

  it("is over after thirty days without an answer", () => {
    expect(checkStateOf(sent, at("2026-12-24T07:59:59Z"))).toEqual({ kind: "asked" });
    expect(checkStateOf(sent, at("2026-12-24T08:00:00Z"))).toEqual({ kind: "expired" });
  });
});
