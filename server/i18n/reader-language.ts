import type { Locale } from "./locales.ts";

/** The language of whoever is answered, in which refusals are said to them: that of the staff application. */
export function readerLanguage(): Locale {
  return "en";
}
