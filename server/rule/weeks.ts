import { dayAfter, weekdayOf } from "#server/working-time/rules.ts";

/** The Mondays of the weeks that the `days` before `day` ("2026-12-24") and the day itself fall in, oldest first. */
export function mondaysOf(day: string, days: number): string[] {
  const mondayOf = (one: string) => dayAfter(one, -weekdayOf(one));
  const mondays: string[] = [];
  for (let monday = mondayOf(dayAfter(day, -days)); monday <= day; monday = dayAfter(monday, 7))
    mondays.push(monday);
  return mondays;
}
