import { appTranslator } from "#server/i18n/translate-app.ts";

/** The words of the contact pages. */
export const t = appTranslator("en", "contacts");
