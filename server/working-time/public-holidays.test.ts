import { describe, expect, it } from "vitest";
import { holidaysOf } from "./public-holidays.ts";
import { type Calendar, calendars } from "./schema.ts";

const daysOf = (calendar: Calendar, year: number, customary = false) =>
  holidaysOf(calendar, year)
    .filter((one) => one.customary === customary)
    .map(({ day }) => day.slice(5))
    .join(" ");

/** As almanacs of these years print them. */
const lawful: Record<"DK" | "SE" | "NO" | "FI" | "DE", Record<number, string>> = {
  DK: {
    2023: "01-01 04-06 04-07 04-09 04-10 05-05 05-18 05-28 05-29 12-25 12-26",
    2024: "01-01 03-28 03-29 03-31 04-01 05-09 05-19 05-20 12-25 12-26",
    2025: "01-01 04-17 04-18 04-20 04-21 05-29 06-08 06-09 12-25 12-26",
    2026: "01-01 04-02 04-03 04-05 04-06 05-14 05-24 05-25 12-25 12-26",
    2027: "01-01 03-25 03-26 03-28 03-29 05-06 05-16 05-17 12-25 12-26",
    2028: "01-01 04-13 04-14 04-16 04-17 05-25 06-04 06-05 12-25 12-26",
  },
  SE: {
    2024: "01-01 01-06 03-29 03-31 04-01 05-01 05-09 05-19 06-06 06-22 11-02 12-25 12-26",
    2025: "01-01 01-06 04-18 04-20 04-21 05-01 05-29 06-06 06-08 06-21 11-01 12-25 12-26",
    2026: "01-01 01-06 04-03 04-05 04-06 05-01 05-14 05-24 06-06 06-20 10-31 12-25 12-26",
    2027: "01-01 01-06 03-26 03-28 03-29 05-01 05-06 05-16 06-06 06-26 11-06 12-25 12-26",
    2028: "01-01 01-06 04-14 04-16 04-17 05-01 05-25 06-04 06-06 06-24 11-04 12-25 12-26",
  },
  NO: {
    2024: "01-01 03-28 03-29 03-31 04-01 05-01 05-09 05-17 05-19 05-20 12-25 12-26",
    2025: "01-01 04-17 04-18 04-20 04-21 05-01 05-17 05-29 06-08 06-09 12-25 12-26",
    2026: "01-01 04-02 04-03 04-05 04-06 05-01 05-14 05-17 05-24 05-25 12-25 12-26",
    2027: "01-01 03-25 03-26 03-28 03-29 05-01 05-06 05-16 05-17 05-17 12-25 12-26",
    2028: "01-01 04-13 04-14 04-16 04-17 05-01 05-17 05-25 06-04 06-05 12-25 12-26",
  },
  FI: {
    2024: "01-01 01-06 03-29 03-31 04-01 05-01 05-09 05-19 06-22 11-02 12-06 12-25 12-26",
    2025: "01-01 01-06 04-18 04-20 04-21 05-01 05-29 06-08 06-21 11-01 12-06 12-25 12-26",
    2026: "01-01 01-06 04-03 04-05 04-06 05-01 05-14 05-24 06-20 10-31 12-06 12-25 12-26",
    2027: "01-01 01-06 03-26 03-28 03-29 05-01 05-06 05-16 06-26 11-06 12-06 12-25 12-26",
    2028: "01-01 01-06 04-14 04-16 04-17 05-01 05-25 06-04 06-24 11-04 12-06 12-25 12-26",
  },
  DE: {
    2024: "01-01 03-29 04-01 05-01 05-09 05-20 10-03 12-25 12-26",
    2025: "01-01 04-18 04-21 05-01 05-29 06-09 10-03 12-25 12-26",
    2026: "01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26",
    2027: "01-01 03-26 03-29 05-01 05-06 05-17 10-03 12-25 12-26",
    2028: "01-01 04-14 04-17 05-01 05-25 06-05 10-03 12-25 12-26",
  },
};

describe.each(Object.keys(lawful) as (keyof typeof lawful)[])("the days off of %s", (country) => {
  it.each(Object.entries(lawful[country]))("in %s", (year, days) => {
    expect(daysOf(country, Number(year))).toBe(days);
  });
});

it("the Danish Great Prayer Day is a day off for the last time in 2023", () => {
  const named = (year: number) => holidaysOf("DK", year).some(({ name }) => name === "greatPrayerDay");
  expect([2022, 2023, 2024, 2027].map(named)).toEqual([true, true, false, false]);
});

it.each([
  ["DK", "06-05 12-24 12-31", "06-05 12-24 12-31"],
  ["SE", "06-19 12-24 12-31", "06-25 12-24 12-31"],
  ["NO", "12-24 12-31", "12-24 12-31"],
  ["FI", "06-19 12-24", "06-25 12-24"],
  ["DE", "12-24 12-31", "12-24 12-31"],
] as const)("by custom %s has days off too, in 2026 and in 2027", (country, first, second) => {
  expect([2026, 2027].map((year) => daysOf(country, year, true))).toEqual([first, second]);
});

/** Beside what all Länder have. */
const ofLands: Record<string, string> = {
  BW: "01-06 06-04 11-01",
  BY: "01-06 06-04 08-15 11-01",
  BE: "03-08",
  BB: "04-05 05-24 10-31",
  HB: "10-31",
  HH: "10-31",
  HE: "06-04",
  MV: "03-08 10-31",
  NI: "10-31",
  NW: "06-04 11-01",
  RP: "06-04 11-01",
  SL: "06-04 08-15 11-01",
  SN: "10-31 11-18",
  ST: "01-06 10-31",
  SH: "10-31",
  TH: "09-20 10-31",
};

it.each(Object.entries(ofLands))("the Land %s has days of its own in 2026", (land, days) => {
  const everywhere = new Set(daysOf("DE", 2026).split(" "));
  const own = daysOf(`DE-${land}` as Calendar, 2026)
    .split(" ")
    .filter((day) => !everywhere.has(day));
  expect(own.join(" ")).toBe(days);
  expect(daysOf(`DE-${land}` as Calendar, 2026)).toContain("10-03");
});

it("every Land is known", () => {
  expect(
    calendars
      .filter((one) => one.startsWith("DE-"))
      .map((one) => one.slice(3))
      .sort(),
  ).toEqual(Object.keys(ofLands).sort());
});

it("Berlin has a day off in 2025 and in 2028 that comes once, Saxony its Wednesday in November", () => {
  expect(daysOf("DE-BE", 2025)).toContain("05-08");
  expect(daysOf("DE-BE", 2028)).toContain("06-17");
  expect(daysOf("DE-BE", 2026)).not.toMatch(/05-08|06-17/);
  const repentance = [2024, 2025, 2026, 2027, 2028].map((year) =>
    daysOf("DE-SN", year)
      .split(" ")
      .find((day) => day.startsWith("11-")),
  );
  expect(repentance).toEqual(["11-20", "11-19", "11-18", "11-17", "11-22"]);
});

it("Easter falls where the tables of the church have it", () => {
  const easter = (year: number) => holidaysOf("SE", year).find(({ name }) => name === "easterSunday")!.day;
  expect([1961, 1999, 2000, 2008, 2011, 2038, 2076, 2100].map(easter)).toEqual([
    "1961-04-02",
    "1999-04-04",
    "2000-04-23",
    "2008-03-23",
    "2011-04-24",
    "2038-04-25",
    "2076-04-19",
    "2100-03-28",
  ]);
});
