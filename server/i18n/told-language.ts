import { isLocale, type Locale } from "./locales.ts";

/** The cookie in which a browser keeps the language that was chosen before anybody signed in. */
export const languageCookie = "language";

/** The language that a browser was told, by its Cookie header; undefined where it was told none of ours. */
export function toldLanguage(cookies: string | null | undefined): Locale | undefined {
  const told = /(?:^|; )language=(\w{1,10})(?:;|$)/.exec(cookies ?? "")?.[1] ?? "";
  return isLocale(told) ? told : undefined;
}
