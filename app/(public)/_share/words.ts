import { appTranslator } from "#server/i18n/translate-app.ts";

/** The words of everything that is shared. */
export const t = appTranslator("share");
