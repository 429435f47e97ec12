import { appTranslator } from "#server/i18n/translate-app.ts";

/** The words of the import pages. */
export const t = appTranslator("imports");
