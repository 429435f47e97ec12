import { appTranslator } from "#server/i18n/translate-app.ts";

/** The texts of the survey pages. */
export const t = appTranslator("surveys");

export const shared = appTranslator("errors");
