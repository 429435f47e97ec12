import { appTranslator } from "#server/i18n/translate-app.ts";

/** The texts of the digests' pages. */
export const t = appTranslator("digests");
export const shared = appTranslator("errors");
