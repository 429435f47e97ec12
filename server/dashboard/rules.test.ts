import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { appTranslator } from "#server/i18n/translate-app.ts";
import type { Counts } from "#server/nps/groups.ts";
import {
  beforeOf,
  daysBefore,
  daysOf,
  isOfTeam,
  lastDayOf,
  mostSetAside,
  shiftedDays,
  steadierBucket,
  verdictOf,
  withoutGaps,
} from "./rules.ts";
import { DashboardView, periods } from "./schema.ts";

const now = new Date("2026-11-23T23:30:00Z");
const of = (view: Record<string, unknown>, zone = "Europe/Copenhagen") =>
  daysOf(DashboardView.parse(view), now, zone);

describe("the days of a view", () => {
  it("are counted on the workspace's own calendar", () => {
    expect(of({ period: "7d" }).shown).toEqual({ from: "2026-11-18", to: "2026-11-24" });
    expect(of({ period: "7d" }, "America/New_York").shown).toEqual({ from: "2026-11-17", to: "2026-11-23" });
  });

  it.each([
    ["7d", "2026-11-18", 7, "day"],
    ["30d", "2026-10-26", 30, "week"],
    ["90d", "2026-08-27", 90, "week"],
    ["12m", "2025-11-25", 365, "month"],
  ] as const)("of %s begin on %s, are %i, and are cut by %s", (period, from, length, bucket) => {
    expect(of({ period })).toMatchObject({ shown: { from, to: "2026-11-24" }, length, bucket });
  });

  it("are compared with nothing for all time", () => {
    expect(of({ period: "all" })).toMatchObject({ shown: {}, length: null, bucket: "month" });
  });

  it("are one's own two days in either order, when both are given", () => {
    expect(of({ from: "2026-03-05", to: "2026-03-01" })).toMatchObject({
      shown: { from: "2026-03-01", to: "2026-03-05" },
      length: 5,
    });
    expect(of({ from: "2026-03-05", period: "7d" }).shown.from).toBe("2026-11-18");
  });

  it("are cut as asked for", () => {
    expect(of({ period: "7d", by: "month" }).bucket).toBe("month");
    expect(of({ period: "all", by: "week" }).bucket).toBe("week");
    expect(of({ period: "90d", by: "fortnight" }).bucket).toBe("week");
  });

  it("are cut by month when weeks have too few answers for a score each", () => {
    expect(steadierBucket("week", 128, 90)).toBe("month");
    expect(steadierBucket("week", 129, 90)).toBe("week");
    expect(steadierBucket("week", 5, 30)).toBe("week");
    expect(steadierBucket("day", 5, 7)).toBe("day");
  });

  it("never overlap those before, which are as many", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...periods.filter((period) => period !== "all")),
        fc.date({ min: new Date("2020-01-01"), max: new Date("2030-01-01"), noInvalidDate: true }),
        (period, moment) => {
          const { shown, length } = daysOf(DashboardView.parse({ period }), moment, "Europe/Oslo");
          expect(daysBefore(shown.to!, length! - 1)).toBe(shown.from);
          expect(daysBefore(shown.from!, 1) < shown.from!).toBe(true);
        },
      ),
    );
  });
});

describe("a trend", () => {
  it("has its empty stretches between the first and the last", () => {
    expect(withoutGaps(["2026-01-01", "2026-04-01"], "month", undefined)).toEqual([
      "2026-01-01",
      "2026-02-01",
      "2026-03-01",
      "2026-04-01",
    ]);
    expect(withoutGaps([], "week", "2026-04-01")).toEqual([]);
  });

  it("goes on to the stretch of the last day, so that silence is seen", () => {
    expect(withoutGaps(["2026-11-02"], "week", "2026-11-18")).toEqual([
      "2026-11-02",
      "2026-11-09",
      "2026-11-16",
    ]);
  });

  it("does not go on for ever", () => {
    expect(withoutGaps(["1900-01-01"], "day", "2026-11-18")).toHaveLength(1_000);
  });

  it.each([
    ["2026-02-01", "month", "2026-02-28"],
    ["2026-10-19", "week", "2026-10-25"],
    ["2026-10-25", "day", "2026-10-25"],
  ] as const)("from %s ends its %s on %s", (start, bucket, last) => {
    expect(lastDayOf(start, bucket)).toBe(last);
  });
});

describe("the finding", () => {
  const counts = (detractors: number, passives: number, promoters: number): Counts => ({
    detractors,
    passives,
    promoters,
  });

  it.each([
    ["nobody answered", counts(0, 0, 0), counts(10, 10, 10), { kind: "no_answers" }],
    ["nine answered", counts(3, 3, 3), null, { kind: "too_few", n: 9 }],
    ["ten answered, and nothing to compare", counts(2, 3, 5), null, { kind: "score", nps: 30, few: true }],
    [
      "thirty answered, nine before",
      counts(6, 9, 15),
      counts(3, 3, 3),
      { kind: "score", nps: 30, few: false },
    ],
    [
      "a difference that may be chance",
      counts(20, 40, 40),
      counts(22, 40, 38),
      { kind: "cannot_tell", nps: 20 },
    ],
    [
      "a rise that hardly is",
      counts(200, 300, 500),
      counts(250, 300, 450),
      { kind: "up", nps: 30, points: 10 },
    ],
    ["a fall", counts(250, 300, 450), counts(200, 300, 500), { kind: "down", nps: 20, points: 10 }],
  ])("when %s", (_, shown, before, verdict) => {
    expect(verdictOf(shown, before)).toEqual(verdict);
  });
});

describe("the days to compare with", () => {
  const shown = { from: "2026-08-26", to: "2026-11-23" };

  it("are as many just before, or the same weekdays a year earlier, or one's own", () => {
    expect(beforeOf({}, shown, 90)).toEqual({ from: "2026-05-28", to: "2026-08-25", days: 90 });
    expect(beforeOf({ compare: "year" }, shown, 90)).toEqual({
      from: "2025-08-27",
      to: "2025-11-24",
      days: 364,
    });
    const own = { compare: "dates", compareFrom: "2026-01-01", compareTo: "2026-01-31" } as const;
    expect(beforeOf(own, shown, 90)).toEqual({ from: "2026-01-01", to: "2026-01-31", days: 237 });
  });

  it("are none when nobody wants them, for all time, and where days would be in both", () => {
    expect(beforeOf({ compare: "none" }, shown, 90)).toBeNull();
    expect(beforeOf({}, {}, null)).toBeNull();
    const own = { compare: "dates", compareFrom: "2026-08-01", compareTo: "2026-08-26" } as const;
    expect(beforeOf(own, shown, 90)).toBe("overlaps");
    const year = { from: "2025-11-24", to: "2026-11-23" };
    expect(beforeOf({ compare: "year" }, year, 365)).toEqual({
      from: "2024-11-18",
      to: "2025-11-17",
      days: 371,
    });
  });

  it("move with the days shown", () => {
    expect(shiftedDays(shown, -1)).toEqual({ from: "2026-05-28", to: "2026-08-25" });
    expect(shiftedDays(shown, 1)).toEqual({ from: "2026-11-24", to: "2027-02-21" });
    expect(shiftedDays({}, 1)).toBeNull();
  });
});

it("a view is of the whole or of a team when nothing but days narrows it further", () => {
  const days = { from: "2026-11-01", to: "2026-11-23" };
  expect(isOfTeam(days)).toBe(true);
  expect(isOfTeam({ ...days, team: "t", channel: undefined })).toBe(true);
  expect(isOfTeam({ ...days, channel: "email" })).toBe(false);
  expect(isOfTeam({ where: ["is.Country.Norway"] })).toBe(false);
});

it("says of one more than are counted that there are more", () => {
  const t = appTranslator("dashboard");
  expect(t("setAside.n", { n: mostSetAside })).toBe(`${mostSetAside} numbers`);
  expect(t("setAside.n", { n: mostSetAside + 1 })).toBe(`More than ${mostSetAside} numbers`);
  expect(t("counted.setAside", { n: mostSetAside + 1 })).toMatch(`More than ${mostSetAside} numbers were`);
});
