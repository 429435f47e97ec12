import { appTranslator } from "#server/i18n/translate-app.ts";

/** The words of the huddle pack. */
export const t = appTranslator("huddle");
