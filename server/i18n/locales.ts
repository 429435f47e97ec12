/** The languages that every mail and every page speaks. */
export const locales = ["en", "sv", "da", "nb", "fi", "de"] as const;

export type Locale = (typeof locales)[number];

export const tones = ["informal", "formal"] as const;

/** How customers are addressed, in the languages that have two ways. */
export type Tone = (typeof tones)[number];

const formalVoices = { de: "de-x-formal", fi: "fi-x-formal" } as const;

/** A language in the tone that customers are addressed in, as a BCP 47 tag; formal is a private-use part. */
export type Voice = Locale | (typeof formalVoices)[keyof typeof formalVoices];

export const voices: readonly Voice[] = [...locales, ...Object.values(formalVoices)];

/** The voice for a language and a tone; a language with one way to address people has one voice. */
export function voiceOf(locale: Locale, tone: Tone): Voice {
  return tone === "formal" && (locale === "de" || locale === "fi") ? formalVoices[locale] : locale;
}

/** The language of a voice, as a page or mail declares it. */
export function languageOf(voice: Voice): Locale {
  return pickLocale(voice, "en");
}

export function isLocale(text: string): text is Locale {
  return locales.some((locale) => locale === text);
}

const norwegian = new Set(["no", "nn"]);

/** The language for a BCP 47 tag such as "sv-SE" or "no", or `fallback` when we do not speak it. */
export function pickLocale(tag: string | null | undefined, fallback: Locale): Locale {
  return localeNamed(tag) ?? fallback;
}

function localeNamed(tag: string | null | undefined): Locale | undefined {
  const language = tag?.trim().toLowerCase().split(/[-_]/, 1)[0] ?? "";
  if (norwegian.has(language)) return "nb";
  return isLocale(language) ? language : undefined;
}

/** The first of our languages that an Accept-Language header names, in its order. */
export function askedLocale(header: string): Locale | undefined {
  const asked = header.slice(0, 200).split(",");
  return asked.map((tag) => localeNamed(tag.split(";", 1)[0])).find((one) => one !== undefined);
}
