import type { CompiledMessage } from "icu-minify/format";
import type { Locale } from "./locales.ts";
import type { AppArea } from "./messages/app.ts";

/** An area's words ready for filling in, by their keys with dots: "afterClosing.title". */
export type AreaWords = Readonly<Record<string, CompiledMessage>>;

/** A language, and the words of the staff application that are at hand in it. */
export type Speech = { locale: Locale; area(name: AppArea): AreaWords | undefined };

/** One place for all copies of this module: Next builds pages, components and our own server as programs apart. */
const place = Symbol.for("svar.speech");
const held = globalThis as typeof globalThis & { [place]?: () => Speech | undefined };

/** From now on `source` says what is spoken wherever a text is asked for. */
export function speakFrom(source: () => Speech | undefined): void {
  held[place] = source;
}

/**
 * What is spoken here and now: on the server the language of whose request is being answered, in a browser the page's.
 * @throws where no request is answered: while a module is loaded, or in the worker.
 */
export function speech(): Speech {
  const spoken = held[place]?.();
  if (!spoken) {
    throw new Error(
      "A text of the application was asked for outside any language. Ask for it in a function that is called while a page is made, never while a module is loaded.",
    );
  }
  return spoken;
}

/** The language of whoever reads what is being made. */
export const readersLanguage = (): Locale => speech().locale;

/** The same where somebody reads what is being made; English in the worker and for programs. */
export const readersLanguageIfAny = (): Locale => held[place]?.()?.locale ?? "en";
