import { appTranslator } from "#server/i18n/translate.ts";

/** The words of the pages of answers. */
export const words = () => appTranslator("en", "responses");
