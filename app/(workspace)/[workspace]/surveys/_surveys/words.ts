import { appTranslator } from "#server/i18n/translate-app.ts";

/** The texts of the survey pages. */
export const t = appTranslator("en", "surveys");
export const shared = appTranslator("en", "errors");
