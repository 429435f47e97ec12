import { dateText } from "#app/_i18n/format.ts";
import { absenceOn } from "#server/absence/rules.ts";
import { dateFormat } from "#server/i18n/format.ts";
import { readersLanguage } from "#server/i18n/speech.ts";
import { appTranslator } from "#server/i18n/translate-app.ts";
import { dayAfter } from "#server/working-time/rules.ts";
import type { Found } from "./found.ts";

export const t = appTranslator("absences");

const weekday = { weekday: "short", timeZone: "UTC" } as const;
const date = { ...weekday, day: "numeric", month: "short" } as const;

/** "Mon 23 – Fri 27 Nov", or the one day. */
export const sayDays = (from: string, to: string): string =>
  (from === to
    ? dateText(new Date(from), date)
    : dateFormat(readersLanguage(), date).formatRange(new Date(from), new Date(to))
  ).replaceAll(",", "");

/** "Away until Tue, Bo Friis covers", or null when they are here today. */
export function sayAway(userId: string | null, { today, absences }: Found): string | null {
  const away = userId && absenceOn(userId, today, absences);
  return away ? sayAwayUntil(away, today) : null;
}

/** The same of somebody who is away `today`. */
export function sayAwayUntil(away: { toDay: string; coverName: string }, today: string): string {
  const near = away.toDay < dayAfter(today, 7);
  const day = dateText(new Date(away.toDay), near ? weekday : date).replace(",", "");
  return t("awayUntil", { day, cover: away.coverName });
}
