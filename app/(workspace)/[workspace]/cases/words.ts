import { appTranslator } from "#server/i18n/translate-app.ts";

/** The words of the case pages. */
export const words = () => appTranslator("cases");

/** Minutes as a person says them: "40 min", "3 h", "2 days". */
export function duration(minutes: number): string {
  const t = words();
  if (minutes < 60) return t("time.minutes", { n: minutes });
  if (minutes < 48 * 60) return t("time.hours", { n: Math.round(minutes / 60) });
  return t("time.days", { n: Math.round(minutes / 1440) });
}
