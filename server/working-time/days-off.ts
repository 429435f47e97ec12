import { holidaysOf } from "./public-holidays.ts";
import { type Closing, dayAfter, type WorkingTime, weekdayOf } from "./rules.ts";
import type { Calendar } from "./schema.ts";

type DaysOff = {
  calendar: Calendar | null;
  customary: boolean;
  own: readonly { day: string; name: string }[];
};

/** Why a day is closed: a day of one's own, a public holiday, or one by custom where that counts; null when it is not. */
export function daysOff({ calendar, customary, own }: DaysOff): WorkingTime["closedBecause"] {
  const ownDays = new Map(own.map(({ day, name }) => [day, { name }]));
  const years = new Map<number, Map<string, Closing>>();
  const holidays = (year: number) => {
    const known = years.get(year);
    if (known || !calendar) return known;
    const days = holidaysOf(calendar, year).filter((one) => customary || !one.customary);
    const named = new Map(days.map(({ day, name }) => [day, { holiday: name }]));
    years.set(year, named);
    return named;
  };
  return (day) => ownDays.get(day) ?? holidays(Number(day.slice(0, 4)))?.get(day) ?? null;
}

/** The next days off from `today` on, within a year, that would be working days otherwise; at most `most`. */
export function nextDaysOff(time: WorkingTime, today: string, most: number): { day: string; why: Closing }[] {
  const found: { day: string; why: Closing }[] = [];
  for (let ahead = 0; ahead <= 366 && found.length < most; ahead++) {
    const day = dayAfter(today, ahead);
    const why = (time.week[weekdayOf(day)] ?? []).length > 0 ? time.closedBecause(day) : null;
    if (why !== null) found.push({ day, why });
  }
  return found;
}
