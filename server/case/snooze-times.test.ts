import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { snoozeMoment, snoozePresets } from "./snooze-times.ts";

const zone = "Europe/Copenhagen";
const offered = (now: string) =>
  snoozePresets(new Date(now), zone).map(({ kind, at }) => `${kind} ${at.toISOString()}`);

describe("the times offered for a snooze", () => {
  it("are later today, tomorrow, Monday and in a week, at nine by the workspace's clocks", () => {
    expect(offered("2026-11-23T09:20:00Z")).toEqual([
      "later 2026-11-23T12:00:00.000Z",
      "tomorrow 2026-11-24T08:00:00.000Z",
      "monday 2026-11-30T08:00:00.000Z",
    ]);
    expect(offered("2026-11-25T09:20:00Z").at(-1)).toBe("week 2026-12-02T08:00:00.000Z");
  });

  it("leave today out when the working day is over", () => {
    expect(offered("2026-11-24T15:30:00Z")[0]).toBe("tomorrow 2026-11-25T08:00:00.000Z");
  });

  it("are at nine also over the night in which the clocks change", () => {
    expect(offered("2026-10-24T09:00:00Z")).toContain("tomorrow 2026-10-25T08:00:00.000Z");
    expect(offered("2026-03-28T09:00:00Z")).toContain("tomorrow 2026-03-29T07:00:00.000Z");
  });

  it("are to come, each once and in order, whenever one looks", () => {
    const moment = fc.date({ min: new Date("2026-01-01"), max: new Date("2028-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(moment, fc.constantFrom(zone, "America/New_York", "Asia/Kolkata"), (now, timezone) => {
        const times = snoozePresets(now, timezone).map(({ at }) => at.getTime());
        expect(times.every((time) => time > now.getTime())).toBe(true);
        expect([...new Set(times)].sort((a, b) => a - b)).toEqual(times);
      }),
    );
  });
});

describe("a time of one's own", () => {
  const now = new Date("2026-11-23T09:20:00Z");

  it("is by the workspace's clocks, or an instant", () => {
    expect(snoozeMoment("2026-11-24T09:00", now, zone)?.toISOString()).toBe("2026-11-24T08:00:00.000Z");
    expect(snoozeMoment("2026-11-24T09:00:00Z", now, zone)?.toISOString()).toBe("2026-11-24T09:00:00.000Z");
  });

  it("has to be to come, within a year", () => {
    expect(snoozeMoment("2026-11-23T10:20", now, zone)).toBeNull();
    expect(snoozeMoment("2026-11-23T10:21", now, zone)).not.toBeNull();
    expect(snoozeMoment("2027-11-24T10:21", now, zone)).toBeNull();
  });
});
