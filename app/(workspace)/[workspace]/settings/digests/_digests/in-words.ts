import type { Timing } from "#server/digest/rules.ts";
import { t } from "./words.ts";

/** A day of the calendar (YYYY-MM-DD): "Monday 30 November 2026". */
export const dayInWords = (day: string): string =>
  new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeZone: "UTC" })
    .format(new Date(`${day}T00:00:00Z`))
    .replace(",", "");

/** The name of a weekday; 1 is Monday. */
export const weekdayName = (weekday: number): string =>
  new Intl.DateTimeFormat("en-GB", { weekday: "long", timeZone: "UTC" }).format(
    new Date(Date.UTC(2024, 0, weekday)),
  );

/** A full hour as clocks show it: "08:00". */
export const timeInWords = (hour: number): string => `${String(hour).padStart(2, "0")}:00`;

/** When a digest comes: "Every Monday at 08:00". */
export function timingInWords({ rhythm, weekday, hour }: Timing): string {
  const time = timeInWords(hour);
  if (rhythm !== "weekly") return t(`when.${rhythm}`, { time });
  return t("when.weekly", { weekday: weekdayName(weekday ?? 1), time });
}
