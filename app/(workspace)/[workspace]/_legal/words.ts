import { appTranslator } from "#server/i18n/translate-app.ts";

/** The words of legal grounds. */
export const t = appTranslator("legal");
