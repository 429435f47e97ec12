import { askedLocale, type Locale } from "#server/i18n/locales.ts";

/** The first of our languages that the browser asks for, otherwise English. */
export function localeOf(request: Request): Locale {
  return askedLocale(request.headers.get("accept-language") ?? "") ?? "en";
}
