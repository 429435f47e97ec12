import { dateFormat, formatDate, formatList, formatNumber, nameOfLanguage } from "#server/i18n/format.ts";
import type { Locale } from "#server/i18n/locales.ts";
import { readersLanguage } from "#server/i18n/speech.ts";

/** A number as its reader's language writes it. */
export function numberText(value: number, options?: Intl.NumberFormatOptions): string {
  return formatNumber(value, readersLanguage(), options);
}

/** The day in words by the clocks of `timeZone`: "12 November 2026". */
export function dayText(at: Date, timeZone: string): string {
  return formatDate(at, readersLanguage(), timeZone);
}

/** A moment or a day as its reader's language says it. */
export function dateText(at: Date, options: Intl.DateTimeFormatOptions): string {
  return dateFormat(readersLanguage(), options).format(at);
}

/** "one, two and three" in the reader's language; a disjunction has its "or". */
export function listText(items: Iterable<string>, type: Intl.ListFormatType = "conjunction"): string {
  return formatList(items, readersLanguage(), type);
}

/** A name or label as it stands within a sentence: with a small letter, where the language writes nouns with one. */
export function withinSentence(label: string): string {
  const locale = readersLanguage();
  return locale === "de" ? label : label.toLocaleLowerCase(locale);
}

/** Somebody's words or a name, in the quotation marks of the reader's language. */
export function quoted(text: string): string {
  const [open, close] = quotationMarks[readersLanguage()];
  return open + text + close;
}

const quotationMarks: Record<Locale, [string, string]> = {
  sv: ["”", "”"],
  da: ["»", "«"],
  nb: ["«", "»"],
  fi: ["”", "”"],
  de: ["„", "“"],
  en: ["“", "”"],
};

/** What a language (BCP 47 tag) is called in the reader's. */
export function languageText(tag: string): string {
  return nameOfLanguage(tag, readersLanguage());
}
