import { appTranslator } from "#server/i18n/translate-app.ts";

/** The words of mails and files in a dialogue. */
export const mailWords = () => appTranslator("mails");
