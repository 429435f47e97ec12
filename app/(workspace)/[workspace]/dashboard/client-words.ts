import { appTranslator } from "#server/i18n/translate-app.ts";

/** The words of the dashboard, for parts that the browser loads when they are wanted. */
export const words = appTranslator("dashboard");
