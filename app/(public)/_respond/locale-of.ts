import { type Locale, pickLocale } from "#server/i18n/locales.ts";

/** The first of our languages that the browser asks for, otherwise English. */
export function localeOf(request: Request): Locale {
  const tags = (request.headers.get("accept-language") ?? "").slice(0, 200).split(",");
  for (const tag of tags) {
    const [asEnglish, asSwedish] = [pickLocale(languageOf(tag), "en"), pickLocale(languageOf(tag), "sv")];
    if (asEnglish === asSwedish) return asEnglish;
  }
  return "en";
}

const languageOf = (tag: string) => tag.split(";", 1)[0];
