import { appTranslator } from "#server/i18n/translate-app.ts";

/** The words of the rules. */
export const t = appTranslator("rules");
export const shared = appTranslator("errors");
