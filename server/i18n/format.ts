import type { Voice } from "./locales.ts";

/** A whole or decimal number as the language writes it; negative ones with U+2212, the real minus sign. */
export function formatNumber(value: number, locale: Voice, options: Intl.NumberFormatOptions = {}): string {
  return numberFormat(locale, options).format(value).replace("-", "\u2212");
}

/** The day in words, "12 November 2026", as the clocks of `timeZone` (IANA name) have it. */
export function formatDate(at: Date, locale: Voice, timeZone: string): string {
  return dateFormat(locale, { dateStyle: "long", timeZone }).format(at);
}

/** Weekday, day and time, "Tuesday, 24 November 2026 at 09:00", by the clocks of `timeZone` (IANA name). */
export function formatDateTime(at: Date, locale: Voice, timeZone: string): string {
  return dateFormat(locale, { dateStyle: "full", timeStyle: "short", timeZone }).format(at);
}

/**
 * Days of the calendar (YYYY-MM-DD), the last included, as people say them: "Monday, 23 November 2026",
 * "16–22 November 2026", "November 2026" for a whole month.
 */
export function formatDays(from: string, to: string, locale: Voice): string {
  const [first, last] = [new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`)];
  const utc = { timeZone: "UTC" };
  if (from === to) return dateFormat(locale, { ...utc, dateStyle: "full" }).format(first);
  const next = new Date(last.getTime() + 86_400_000).toISOString().slice(0, 10);
  const isMonth = from.endsWith("-01") && next.endsWith("-01") && from.slice(0, 7) === to.slice(0, 7);
  if (isMonth) return dateFormat(locale, { ...utc, month: "long", year: "numeric" }).format(first);
  const said = dateFormat(locale, { ...utc, dateStyle: "long" }).formatRange(first, last);
  // Languages differ in the spaces that Unicode's patterns have there; a dash between two days has none.
  return said.replace(/\s*–\s*/u, from.slice(0, 7) === to.slice(0, 7) ? "–" : " – ");
}

const units: [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ["year", 31_556_952],
  ["month", 2_629_746],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

/** How far `at` is from `now`, in the largest unit that fits: "3 hours ago", "in 2 days", "now" within a minute. */
export function formatDistance(at: Date, now: Date, locale: Voice): string {
  const seconds = (at.getTime() - now.getTime()) / 1000;
  const [unit, length] = units.find(([, size]) => Math.abs(seconds) >= size) ?? ["second", Infinity];
  return distances(locale).format(Math.trunc(seconds / length), unit);
}

/** "one, two and three", or with "or", as the language has it. */
export function formatList(
  items: Iterable<string>,
  locale: Voice,
  type: Intl.ListFormatType,
  style: Intl.ListFormatStyle = "long",
): string {
  const make = () => new Intl.ListFormat(tags[locale], { type, style });
  return kept(lists, locale + type + style, make).format(items);
}

/** What a language (BCP 47 tag) is called in another: "Swedish"; a tag that nobody knows stays as it is. */
export function nameOfLanguage(tag: string, locale: Voice): string {
  const names = kept(
    languages,
    locale,
    () => new Intl.DisplayNames(tags[locale], { type: "language", fallback: "code" }),
  );
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** British dates and clocks for English: our readers are in Europe. */
const tags: Record<Voice, string> = {
  ...{ en: "en-GB", sv: "sv", da: "da", nb: "nb", fi: "fi", de: "de" },
  "fi-x-formal": "fi",
  "de-x-formal": "de",
};

/** The language's own formatters, each made once. */
export const numberFormat = (locale: Voice, options: Intl.NumberFormatOptions = {}) =>
  kept(numberFormats, locale + JSON.stringify(options), () => new Intl.NumberFormat(tags[locale], options));

export const dateFormat = (locale: Voice, options: Intl.DateTimeFormatOptions = {}) =>
  kept(dateFormats, locale + JSON.stringify(options), () => new Intl.DateTimeFormat(tags[locale], options));

export const pluralRules = (locale: Voice, options: Intl.PluralRulesOptions = {}) =>
  kept(rules, locale + JSON.stringify(options), () => new Intl.PluralRules(tags[locale], options));

const distances = (locale: Voice) =>
  kept(
    distanceFormats,
    locale,
    () => new Intl.RelativeTimeFormat(tags[locale], { numeric: "auto", style: "long" }),
  );

const numberFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();
const distanceFormats = new Map<string, Intl.RelativeTimeFormat>();
const rules = new Map<string, Intl.PluralRules>();
const lists = new Map<string, Intl.ListFormat>();
const languages = new Map<string, Intl.DisplayNames>();

/** Making a formatter costs a hundred times as much as using it. */
function kept<Format>(formats: Map<string, Format>, key: string, make: () => Format): Format {
  const known = formats.get(key);
  if (known) return known;
  const made = make();
  formats.set(key, made);
  return made;
}
