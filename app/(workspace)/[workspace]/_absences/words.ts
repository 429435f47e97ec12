import { absenceOn } from "#server/absence/rules.ts";
import { appTranslator } from "#server/i18n/translate-app.ts";
import { dayAfter } from "#server/working-time/rules.ts";
import type { Found } from "./found.ts";

export const t = appTranslator("absences");

/** The staff application speaks English, with the day before the month. */
const locale = "en-GB";
const date = new Intl.DateTimeFormat(locale, {
  ...{ weekday: "short", day: "numeric", month: "short", timeZone: "UTC" },
});
const weekday = new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" });

/** "Mon 23 – Fri 27 Nov", or the one day. */
export const sayDays = (from: string, to: string): string =>
  (from === to ? date.format(new Date(from)) : date.formatRange(new Date(from), new Date(to))).replaceAll(
    ",",
    "",
  );

/** "Away until Tue, Bo Friis covers", or null when they are here today. */
export function sayAway(userId: string | null, { today, absences }: Found): string | null {
  const away = userId && absenceOn(userId, today, absences);
  return away ? sayAwayUntil(away, today) : null;
}

/** The same of somebody who is away `today`. */
export function sayAwayUntil(away: { toDay: string; coverName: string }, today: string): string {
  const near = away.toDay < dayAfter(today, 7);
  const day = (near ? weekday : date).format(new Date(away.toDay)).replace(",", "");
  return t("awayUntil", { day, cover: away.coverName });
}
