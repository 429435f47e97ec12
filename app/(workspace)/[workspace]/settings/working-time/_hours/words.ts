import { appTranslator } from "#server/i18n/translate-app.ts";

/** The words of the working time. */
export const t = appTranslator("workingTime");
export const shared = appTranslator("errors");
