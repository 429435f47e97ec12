import { tzOffset } from "@date-fns/tz";
import type { Texts } from "#server/i18n/messages/texts.ts";

/** Minutes after midnight by the clocks of the place; `to` is later than `from` and at most 1440, the next midnight. */
export type Span = { from: number; to: number };

/** The spans of Monday to Sunday, those of a day in order and apart. */
export type Week = readonly (readonly Span[])[];

/** A public holiday, as the messages `holidays` name it. */
export type HolidayName = keyof Texts["holidays"];

/** What closes a day: a public holiday, or a day of one's own by the name it was given. */
export type Closing = { holiday: HolidayName } | { name: string };

export type WorkingTime = {
  week: Week;
  /** IANA name. */
  timezone: string;
  /** Why nobody works on a day ("2026-12-24") whatever the week says, or null. */
  closedBecause(day: string): Closing | null;
};

const minuteMs = 60_000;
const dayMs = 86_400_000;
/** Clocks are put forward or back once within it at most, and by less. */
const aroundMs = 3 * 60 * minuteMs;
/** Some 33 years; the longest time that can be asked for in the shortest week is done in half of it. */
const mostDays = 12_000;

/** Monday to Friday, round the clock: what holds until somebody sets the hours. */
export const usualWeek: Week = [0, 1, 2, 3, 4, 5, 6].map((day) => (day < 5 ? [{ from: 0, to: 1440 }] : []));

/** The usual week in `timezone` (IANA name), without days off. */
export const usualWorkingTime = (timezone: string): WorkingTime => ({
  week: usualWeek,
  timezone,
  closedBecause: () => null,
});

/**
 * The moment at which `ms` milliseconds of working time have passed since `from`: never outside of it. Where that is the
 * end of a span it is that end, and the next opening where a span ends at midnight.
 * @throws RangeError when the working time has none for 33 years.
 */
export function addWorkingMs(time: WorkingTime, from: Date, ms: number): Date {
  const first = localDay(from.getTime(), time.timezone);
  let left = ms;
  for (const { start, end, atMidnight } of shiftsOf(time, first, first + mostDays)) {
    const begin = Math.max(start, from.getTime());
    const room = end - begin;
    if (room > left || (room === left && !atMidnight)) return new Date(begin + left);
    left -= Math.max(0, room);
  }
  throw new RangeError("This working time has no hours to count in.");
}

/** How much working time, in milliseconds, lies between two moments; 0 when `to` is not later than `from`. */
export function workingMsBetween(time: WorkingTime, from: Date, to: Date): number {
  const [first, last] = [from, to].map((at) => localDay(at.getTime(), time.timezone)) as [number, number];
  let sum = 0;
  for (const { start, end } of shiftsOf(time, first, Math.min(last, first + mostDays))) {
    sum += Math.max(0, Math.min(end, to.getTime()) - Math.max(start, from.getTime()));
  }
  return sum;
}

/** How many minutes a week without days off has, by the clock. */
export const minutesOf = (week: Week): number =>
  week.flat().reduce((sum, { from, to }) => sum + to - from, 0);

/** The place of a day ("2026-12-24") in a week, 0 for Monday. */
export const weekdayOf = (day: string): number => weekdayAt(Date.parse(day) / dayMs);

/** The day ("2026-12-24") that a moment falls on in `timezone`. */
export const dayIn = (timezone: string, at: Date): string => nameOf(localDay(at.getTime(), timezone));

/** The day that comes `days` after this one. */
export const dayAfter = (day: string, days = 1): string => nameOf(Date.parse(day) / dayMs + days);

/** The moment at which the clocks of `timezone` show `minute` minutes after midnight on `day`. */
export const momentOn = (day: string, minute: number, timezone: string): Date =>
  new Date(instantOf(Date.parse(day) / dayMs, minute, timezone));

type Shift = { start: number; end: number; atMidnight: boolean };

/** The spans of the days from `first` to `last`, in milliseconds, in order and never overlapping. */
function* shiftsOf(time: WorkingTime, first: number, last: number): Generator<Shift> {
  for (let day = first; day <= last; day++) {
    const spans = time.week[weekdayAt(day)] ?? [];
    if (spans.length === 0 || time.closedBecause(nameOf(day)) !== null) continue;
    for (const { from, to } of spans) {
      const start = instantOf(day, from, time.timezone);
      const end = instantOf(day, to, time.timezone);
      if (end > start) yield { start, end, atMidnight: to === 1440 };
    }
  }
}

/** The first of January 1970 was a Thursday. */
const weekdayAt = (day: number) => (((day + 3) % 7) + 7) % 7;

const nameOf = (day: number) => new Date(day * dayMs).toISOString().slice(0, 10);

const localDay = (at: number, timezone: string) => Math.floor((at + offsetAt(at, timezone)) / dayMs);

const offsetAt = (at: number, timezone: string) => tzOffset(timezone, new Date(at)) * minuteMs;

/**
 * When the clocks show this: the first time where they show it twice, and the moment they are put forward where they
 * leave it out.
 */
function instantOf(day: number, minute: number, timezone: string): number {
  const wall = day * dayMs + minute * minuteMs;
  const near = wall - offsetAt(wall, timezone);
  const before = offsetAt(near - aroundMs, timezone);
  const after = offsetAt(near + aroundMs, timezone);
  if (before === after || offsetAt(wall - before, timezone) === before) return wall - before;
  if (offsetAt(wall - after, timezone) === after) return wall - after;
  let [early, late] = [wall - after, wall - before];
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2);
    if (offsetAt(middle, timezone) === after) late = middle;
    else early = middle;
  }
  return late;
}
