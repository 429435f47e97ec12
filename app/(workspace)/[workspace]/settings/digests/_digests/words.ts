import { appTranslator } from "#server/i18n/translate-app.ts";

/** The texts of the digests' pages. */
export const t = appTranslator("en", "digests");
export const shared = appTranslator("en", "errors");
