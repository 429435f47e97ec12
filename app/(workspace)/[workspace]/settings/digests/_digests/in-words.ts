import { dateText } from "#app/_i18n/format.ts";
import type { Timing } from "#server/digest/rules.ts";
import { t } from "./words.ts";

/** A day of the calendar (YYYY-MM-DD): "Monday 30 November 2026". */
export const dayInWords = (day: string): string =>
  dateText(new Date(`${day}T00:00:00Z`), { dateStyle: "full", timeZone: "UTC" }).replace(",", "");

/** The name of a weekday; 1 is Monday. */
export const weekdayName = (weekday: number): string =>
  dateText(new Date(Date.UTC(2024, 0, weekday)), { weekday: "long", timeZone: "UTC" });

/** A full hour as clocks show it: "08:00". */
export const timeInWords = (hour: number): string => `${String(hour).padStart(2, "0")}:00`;

/** When a digest comes: "Every Monday at 08:00". */
export function timingInWords({ rhythm, weekday, hour }: Timing): string {
  const time = timeInWords(hour);
  if (rhythm !== "weekly") return t(`when.${rhythm}`, { time });
  return t("when.weekly", { weekday: weekdayName(weekday ?? 1), time });
}
