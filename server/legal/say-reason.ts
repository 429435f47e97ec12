import { locales } from "#server/i18n/locales.ts";
import { texts } from "#server/i18n/messages/texts.ts";
import { readersLanguageIfAny } from "#server/i18n/speech.ts";
import { translator } from "#server/i18n/translate.ts";
import type { Country } from "./rules.ts";

/**
 * Why a country's rule is as it is, for whoever reads it: the workspace's own words, or Svar's. What was kept in Svar's
 * words of one language, because only the grounds were changed, is said in the reader's.
 */
export function sayReason(country: Country, own?: string): string {
  const kept = own === undefined || locales.some((locale) => texts[locale].law[country] === own);
  return kept ? translator(readersLanguageIfAny(), "law")(country) : own;
}
