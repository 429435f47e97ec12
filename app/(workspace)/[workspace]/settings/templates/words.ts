import { listText, quoted } from "#app/_i18n/format.ts";
import { appTranslator } from "#server/i18n/translate-app.ts";

/** The words of the texts to begin replies with. */
export const t = appTranslator("templates");

/** How many rules there are and what they are called, for a sentence about them. */
export const ruleNames = (rules: readonly string[]) => ({
  n: rules.length,
  rules: listText(rules.map(quoted)),
});
