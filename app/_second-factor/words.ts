import { appTranslator } from "#server/i18n/translate-app.ts";

/** The texts of the second factor. */
export const t = appTranslator("secondFactor");
export const shared = appTranslator("errors");
