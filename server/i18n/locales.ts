/** The languages every mail and every page for respondents speaks. */
export const locales = ["en", "sv", "da", "nb", "fi", "de"] as const;

export type Locale = (typeof locales)[number];

export function isLocale(text: string): text is Locale {
  return locales.some((locale) => locale === text);
}

const norwegian = new Set(["no", "nn"]);

/** The language for a BCP 47 tag such as "sv-SE" or "no", or `fallback` when we do not speak it. */
export function pickLocale(tag: string | null | undefined, fallback: Locale): Locale {
  const language = tag?.trim().toLowerCase().split(/[-_]/, 1)[0] ?? "";
  if (norwegian.has(language)) return "nb";
  return isLocale(language) ? language : fallback;
}
