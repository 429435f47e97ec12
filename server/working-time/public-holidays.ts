import { dayAfter, type HolidayName, weekdayOf } from "./rules.ts";
import type { Calendar } from "./schema.ts";

/** A day off: "2026-12-24" and which it is. `customary`: by custom or agreement, not by the law of holidays. */
export type Holiday = { day: string; name: HolidayName; customary: boolean };

type Year = { year: number; easter: string };
type Rule = (year: Year) => string | null;
type Days = readonly (readonly [HolidayName, Rule])[];

/**
 * The days off of a country, or of a German Land, in a year of the Gregorian calendar (1583 or later), in order of
 * their dates; Sundays among them are named too. Sources: docs/decisions/0030.
 */
export function holidaysOf(calendar: Calendar, year: number): Holiday[] {
  const [country, land] = calendar.split("-") as [keyof typeof countries, string | undefined];
  const { off, customary } = countries[country];
  const own = lands.filter(({ where }) => land && where.split(" ").includes(land));
  const of = { year, easter: easterOf(year) };
  const lawful = [...off, ...own.map(({ name, rule }) => [name, rule] as const)];
  return [...named(of, lawful, false), ...named(of, customary, true)].sort((a, b) =>
    a.day < b.day ? -1 : 1,
  );
}

function named(of: Year, rules: Days, customary: boolean): Holiday[] {
  return rules.flatMap(([name, rule]) => {
    const day = rule(of);
    return day === null ? [] : [{ day, name, customary }];
  });
}

/** Easter Sunday by the anonymous Gregorian algorithm (Nature, 20 April 1876; Meeus, Astronomical Algorithms, ch. 8). */
function easterOf(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const corrected = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - corrected + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const days = epact + toSunday - 7 * late + 114;
  return dateOf(year, Math.floor(days / 31), (days % 31) + 1);
}

const dateOf = (year: number, month: number, day: number) =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);

const on =
  (month: number, day: number): Rule =>
  ({ year }) =>
    dateOf(year, month, day);

const fromEaster =
  (days: number): Rule =>
  ({ easter }) =>
    dayAfter(easter, days);

/** The first such weekday (0: Monday) on or after a date. */
const firstFrom =
  (weekday: number, month: number, day: number): Rule =>
  ({ year }) => {
    const from = dateOf(year, month, day);
    return dayAfter(from, (weekday - weekdayOf(from) + 7) % 7);
  };

const since =
  (first: number, rule: Rule): Rule =>
  (of) =>
    of.year >= first ? rule(of) : null;

const until =
  (last: number, rule: Rule): Rule =>
  (of) =>
    of.year <= last ? rule(of) : null;

const only =
  (years: number[], rule: Rule): Rule =>
  (of) =>
    years.includes(of.year) ? rule(of) : null;

const newYear = ["newYear", on(1, 1)] as const;
const epiphany = ["epiphany", on(1, 6)] as const;
const maundyThursday = ["maundyThursday", fromEaster(-3)] as const;
const goodFriday = ["goodFriday", fromEaster(-2)] as const;
const easterSunday = ["easterSunday", fromEaster(0)] as const;
const easterMonday = ["easterMonday", fromEaster(1)] as const;
const mayDay = ["mayDay", on(5, 1)] as const;
const ascension = ["ascension", fromEaster(39)] as const;
const whitSunday = ["whitSunday", fromEaster(49)] as const;
const whitMonday = ["whitMonday", fromEaster(50)] as const;
const midsummerEve = ["midsummerEve", firstFrom(4, 6, 19)] as const;
const midsummerDay = ["midsummerDay", firstFrom(5, 6, 20)] as const;
const allSaintsSaturday = ["allSaints", firstFrom(5, 10, 31)] as const;
const christmasEve = ["christmasEve", on(12, 24)] as const;
const christmas = [
  ["christmasDay", on(12, 25)],
  ["secondChristmasDay", on(12, 26)],
] as const;
const newYearsEve = ["newYearsEve", on(12, 31)] as const;
const easter = [goodFriday, easterSunday, easterMonday] as const;

const countries: Record<"DK" | "SE" | "NO" | "FI" | "DE", { off: Days; customary: Days }> = {
  DK: {
    off: [
      ...[newYear, maundyThursday, ...easter, ascension, whitSunday, whitMonday, ...christmas],
      ["greatPrayerDay", until(2023, fromEaster(26))],
    ],
    customary: [["danishConstitution", on(6, 5)], christmasEve, newYearsEve],
  },
  SE: {
    off: [
      ...[newYear, epiphany, ...easter, mayDay, ascension, whitSunday, midsummerDay, allSaintsSaturday],
      ["swedishNational", since(2005, on(6, 6))],
      ...christmas,
    ],
    customary: [midsummerEve, christmasEve, newYearsEve],
  },
  NO: {
    off: [
      ...[newYear, maundyThursday, ...easter, mayDay, ascension, whitSunday, whitMonday],
      ["norwegianConstitution", on(5, 17)],
      ...christmas,
    ],
    customary: [christmasEve, newYearsEve],
  },
  FI: {
    off: [
      ...[newYear, epiphany, ...easter, mayDay, ascension, whitSunday, midsummerDay, allSaintsSaturday],
      ["finnishIndependence", on(12, 6)],
      ...christmas,
    ],
    customary: [midsummerEve, christmasEve],
  },
  DE: {
    off: [
      ...[newYear, goodFriday, easterMonday, mayDay, ascension, whitMonday],
      ["germanUnity", on(10, 3)],
      ...christmas,
    ],
    customary: [christmasEve, newYearsEve],
  },
};

/** What is a day off in some of the German Länder alone, and in which of them. */
const lands: readonly { name: HolidayName; where: string; rule: Rule }[] = [
  { name: "epiphany", where: "BW BY ST", rule: on(1, 6) },
  { name: "womensDay", where: "BE", rule: since(2019, on(3, 8)) },
  { name: "womensDay", where: "MV", rule: since(2023, on(3, 8)) },
  { name: "easterSunday", where: "BB", rule: fromEaster(0) },
  { name: "liberation", where: "BE", rule: only([2020, 2025], on(5, 8)) },
  { name: "whitSunday", where: "BB", rule: fromEaster(49) },
  { name: "corpusChristi", where: "BW BY HE NW RP SL", rule: fromEaster(60) },
  { name: "seventeenthOfJune", where: "BE", rule: only([2028], on(6, 17)) },
  { name: "assumption", where: "BY SL", rule: on(8, 15) },
  { name: "childrensDay", where: "TH", rule: since(2019, on(9, 20)) },
  { name: "reformation", where: "BB HB HH MV NI SH SN ST TH", rule: since(2018, on(10, 31)) },
  { name: "allSaints", where: "BW BY NW RP SL", rule: on(11, 1) },
  { name: "repentance", where: "SN", rule: firstFrom(2, 11, 16) },
];
