import { readersLanguageIfAny } from "#server/i18n/speech.ts";
import { translator } from "#server/i18n/translate.ts";
import type { Closing } from "./rules.ts";

/** What a closed day is called: a public holiday in the language of whoever reads it, one's own day as it was named. */
export function sayClosing(why: Closing): string {
  return "name" in why ? why.name : translator(readersLanguageIfAny(), "holidays")(why.holiday);
}
