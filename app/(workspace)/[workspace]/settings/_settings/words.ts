import { appTranslator } from "#server/i18n/translate-app.ts";

/** The texts of the settings. */
export const t = appTranslator("en", "settings");
export const shared = appTranslator("en", "errors");
