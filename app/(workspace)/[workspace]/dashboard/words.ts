import { dateText } from "#app/_i18n/format.ts";
import type { DashboardView } from "#server/dashboard/schema.ts";
import { appTranslator } from "#server/i18n/translate-app.ts";
import type { Share } from "#server/nps/rate.ts";
import { filterOf, type Query, withQuery } from "#server/response/address.ts";
import { viewOf } from "../_filter/address.ts";

/** The words of the dashboard. */
export const words = () => appTranslator("dashboard");

/** A page's address that keeps the view but for `changes`; what is undefined leaves the address. */
export const addressOf = (path: string, view: Partial<DashboardView>, changes: Query = {}): string =>
  withQuery(path, viewOf(view), changes);

/** The address of the answers behind a part of the view: the same answers, narrowed further by `only`. */
export function answersAddress(workspace: string, view: DashboardView, only: Query): string {
  return withQuery(`/${workspace}/responses`, filterOf(view), only);
}

/** The days of a view, as its choice calls them. */
export const periodInWords = ({ period, from, to }: DashboardView): string =>
  from && to ? daysInWords(from, to) : words()(`period.${period}`);

/** A share in whole percent; 0 of nothing. */
export const percentOf = ({ count, of }: Share): number => Math.round((count / Math.max(1, of)) * 100);

/** A day of the calendar in words. */
export function dayInWords(
  day: string,
  options: Intl.DateTimeFormatOptions = { dateStyle: "medium" },
): string {
  return dateText(new Date(`${day}T00:00:00Z`), { ...options, timeZone: "UTC" });
}

/** Two days and what lies between them: "17 to 23 August 2026", "28 December 2026 to 3 January 2027". */
export function daysInWords(from: string, to: string): string {
  const t = words();
  const last = dayInWords(to);
  if (from === to) return last;
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  const sameMonth = from.slice(0, 7) === to.slice(0, 7);
  const first = sameMonth
    ? dayInWords(from, { day: "numeric" })
    : sameYear
      ? dayInWords(from, { day: "numeric", month: "short" })
      : dayInWords(from);
  return t("between", { from: first, to: last });
}
