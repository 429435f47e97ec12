import { appTranslator } from "#server/i18n/translate-app.ts";

/** The texts of the alerts' pages. */
export const t = appTranslator("alerts");
export const shared = appTranslator("errors");
