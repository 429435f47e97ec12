import { dayAfter, dayIn, momentOn, type WorkingTime, weekdayOf } from "#server/working-time/rules.ts";

/** A working day whose work has begun, and the last day before the next one. */
type Morning = { day: string; until: string };

/** Where people work round the clock, the day begins at eight. */
const usualMinute = 8 * 60;

/** However long people are off, in days, it is told of no more than these. */
export const longestBreak = 31;

/** The working day that it is at `now`, once work has begun; null before that and on days off. */
export function morningOf(time: WorkingTime, now: Date): Morning | null {
  const day = dayIn(time.timezone, now);
  const [first] = spansOn(time, day);
  if (!first || now < momentOn(day, first.from || usualMinute, time.timezone)) return null;
  let until = day;
  for (let off = 1; off <= longestBreak && spansOn(time, dayAfter(day, off)).length === 0; off++) {
    until = dayAfter(day, off);
  }
  return { day, until };
}

const spansOn = (time: WorkingTime, day: string) =>
  time.closedBecause(day) === null ? (time.week[weekdayOf(day)] ?? []) : [];
