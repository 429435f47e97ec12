import { appTranslator } from "#server/i18n/translate-app.ts";

/** The words of the texts to begin replies with. */
export const t = appTranslator("en", "templates");
