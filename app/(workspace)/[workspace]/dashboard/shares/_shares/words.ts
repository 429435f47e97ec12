import { appTranslator } from "#server/i18n/translate-app.ts";

/** The texts of share links. */
export const t = appTranslator("en", "share");
export const shared = appTranslator("en", "errors");
