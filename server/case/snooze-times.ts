import { TZDate, tz } from "@date-fns/tz";
import { addDays, addHours, addYears, nextMonday, setHours, startOfDay, startOfHour } from "date-fns";

export type SnoozePreset = { kind: "later" | "tomorrow" | "monday" | "week"; at: Date };

const morning = 9;
const lastLater = 18;

/**
 * The times offered for a snooze at `now`, each once, by the clocks of `timezone` (IANA name): the full hour three hours
 * on unless that is past the working day, tomorrow at nine, Monday at nine, and a week on at nine.
 */
export function snoozePresets(now: Date, timezone: string): SnoozePreset[] {
  const local = { in: tz(timezone) };
  const nine = (day: Date) => setHours(startOfDay(day, local), morning, local);
  const later = startOfHour(addHours(now, 3, local), local);
  const endOfWork = setHours(startOfDay(now, local), lastLater, local);
  const offered: SnoozePreset[] = [
    ...(later <= endOfWork ? [{ kind: "later" as const, at: later }] : []),
    { kind: "tomorrow", at: nine(addDays(now, 1, local)) },
    { kind: "monday", at: nine(nextMonday(now, local)) },
    { kind: "week", at: nine(addDays(now, 7, local)) },
  ];
  return offered
    .map(({ kind, at }) => ({ kind, at: new Date(at.getTime()) }))
    .filter(({ at }, place, all) => all.findIndex((one) => one.at.getTime() === at.getTime()) === place);
}

/**
 * The moment that `text` says: an instant (ISO 8601 with Z or an offset), or a time by the clocks of `timezone`
 * ("2026-11-24T09:00"). Null when it is not to come, or more than a year off.
 */
export function snoozeMoment(text: string, now: Date, timezone: string): Date | null {
  const isInstant = /(?:Z|[+-]\d\d:\d\d)$/.test(text);
  const at = new Date((isInstant ? new Date(text) : TZDate.tz(timezone, ...partsOf(text))).getTime());
  return at > now && at <= addYears(now, 1) ? at : null;
}

function partsOf(text: string): [number, number, number, number, number] {
  const [year, month, day, hour, minute] = text.split(/[-T:]/).map(Number);
  return [year!, month! - 1, day!, hour!, minute!];
}
