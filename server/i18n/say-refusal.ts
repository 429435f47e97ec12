import { type RefusalKey, readRefusal } from "#server/refusal.ts";
import type { Locale } from "./locales.ts";
import { texts } from "./messages/texts.ts";
import { readersLanguageIfAny } from "./speech.ts";
import { translator } from "./translate.ts";

/**
 * A refusal in a language. Any other text is returned as it is: sentences that were stored before there were keys, and what
 * only programs are told.
 */
export function sayRefusal(locale: Locale, text: string): string {
  const read = readRefusal(text);
  if (!read || !isKey(read.key)) return text;
  return translator(locale, "refusals")(read.key, read.values);
}

/** The same in the language of whoever is answered. */
export function sayToReader(text: string): string {
  return sayRefusal(readersLanguageIfAny(), text);
}

/**
 * The same of what was stored beside texts that strangers wrote (the answers of webhooks): what only looks like a refusal is
 * returned as it is.
 */
export function sayStored(locale: Locale, text: string): string {
  try {
    return sayRefusal(locale, text);
  } catch {
    return text;
  }
}

const isKey = (key: string): key is RefusalKey => Object.hasOwn(texts.en.refusals, key);
