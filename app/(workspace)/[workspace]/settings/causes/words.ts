import { appTranslator } from "#server/i18n/translate-app.ts";

/** The words of the list of causes. */
export const t = appTranslator("causes");
