import { appTranslator } from "#server/i18n/translate-app.ts";

/** The texts of the audit log. */
export const t = appTranslator("audit");
