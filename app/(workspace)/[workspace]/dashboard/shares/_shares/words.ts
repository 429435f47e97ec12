import { appTranslator } from "#server/i18n/translate-app.ts";

/** The texts of share links. */
export const t = appTranslator("share");
export const shared = appTranslator("errors");
