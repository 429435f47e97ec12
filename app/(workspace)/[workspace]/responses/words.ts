import { appTranslator } from "#server/i18n/translate-app.ts";

/** The words of the pages of answers. */
export const words = () => appTranslator("en", "responses");
