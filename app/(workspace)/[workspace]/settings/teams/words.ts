import { appTranslator } from "#server/i18n/translate-app.ts";

/** The words of the teams and of what they see. */
export const t = appTranslator("teams");
export const shared = appTranslator("errors");
