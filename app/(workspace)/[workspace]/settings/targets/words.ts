import { appTranslator } from "#server/i18n/translate-app.ts";

/** The texts of the targets, for what runs in the browser. */
export const t = appTranslator("targets");
