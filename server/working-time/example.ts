import { addWorkingMs, dayAfter, momentOn, type WorkingTime, weekdayOf } from "./rules.ts";

const hourMs = 3_600_000;
const friday = 4;
const threeInTheAfternoon = 15 * 60;

/**
 * When a case that opens on the next Friday at 15:00 has to be answered, in a week without days off: it says better than
 * a number what the hours mean.
 */
export function exampleOf(time: WorkingTime, hours: number, today: string): { opened: Date; due: Date } {
  const day = dayAfter(today, (friday - weekdayOf(today) + 7) % 7);
  const opened = momentOn(day, threeInTheAfternoon, time.timezone);
  return { opened, due: addWorkingMs({ ...time, closedBecause: () => null }, opened, hours * hourMs) };
}
