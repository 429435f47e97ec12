import { appTranslator } from "#server/i18n/translate-app.ts";
import type { Months } from "#server/retention/rules.ts";

/** The words of the privacy settings. */
export const t = appTranslator("privacy");

/** "18 months", "2 years", "As long as the workspace". */
export function sayPeriod(months: Months): string {
  if (months === null) return t("keep");
  return months % 12 === 0 && months > 12 ? t("years", { years: months / 12 }) : t("months", { months });
}
