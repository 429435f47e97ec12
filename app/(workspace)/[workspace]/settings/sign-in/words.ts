import { appTranslator } from "#server/i18n/translate-app.ts";

/** The texts of this page. */
export const t = appTranslator("singleSignOn");
