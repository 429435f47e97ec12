import type { DashboardView } from "#server/dashboard/schema.ts";
import { appTranslator } from "#server/i18n/translate-app.ts";

/** The words of the dashboard. */
export const words = () => appTranslator("en", "dashboard");

/** A page's address that keeps the view but for `changes`; what is undefined leaves the address. */
export function addressOf(
  path: string,
  view: Partial<DashboardView>,
  changes: Record<string, string | undefined> = {},
): string {
  const { survey, attribute, value, from, to, period } = view;
  const entries = Object.entries({ period, from, to, survey, attribute, value, ...changes });
  const set = entries.filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return set.length > 0 ? `${path}?${new URLSearchParams(set)}` : path;
}

/** A day of the calendar in words. */
export function dayInWords(
  day: string,
  options: Intl.DateTimeFormatOptions = { dateStyle: "medium" },
): string {
  return new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );
}
