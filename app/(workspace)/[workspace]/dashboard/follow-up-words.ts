import { appTranslator } from "#server/i18n/translate-app.ts";

/** The words of the follow-up panel. */
export const words = () => appTranslator("followUp");

/** How long something took, in two units at most: "40 min", "3 h 20 min", "2 days 4 h". */
export function spanInWords(minutes: number): string {
  const t = words();
  const whole = Math.round(minutes);
  if (whole < 60) return t("span.minutes", { n: whole });
  if (whole < 48 * 60) {
    const [hours, rest] = [Math.floor(whole / 60), whole % 60];
    return rest === 0 ? t("span.hours", { hours }) : t("span.hoursMinutes", { hours, minutes: rest });
  }
  const [days, hours] = [Math.floor(whole / 1440), Math.floor((whole % 1440) / 60)];
  return hours === 0 ? t("span.days", { days }) : t("span.daysHours", { days, hours });
}
