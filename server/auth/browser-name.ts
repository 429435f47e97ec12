import Bowser from "bowser";

/** What a browser calls itself and its system, such as Firefox and Windows; null where it does not say. */
export type BrowserName = { browser: string | null; system: string | null };

/** The browser behind a `User-Agent`. */
export function browserName(userAgent: string | null | undefined): BrowserName {
  if (!userAgent) return { browser: null, system: null };
  const { browser, os } = Bowser.parse(userAgent.slice(0, 500));
  return { browser: browser.name || null, system: os.name || null };
}

/** The same in one line, "Firefox, Windows"; null where nothing is known. */
export function inOneLine({ browser, system }: BrowserName): string | null {
  return [browser, system].filter(Boolean).join(", ") || null;
}
