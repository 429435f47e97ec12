import { appTranslator } from "#server/i18n/translate-app.ts";

/** The texts of the settings. */
export const t = appTranslator("settings");
export const shared = appTranslator("errors");
