import { AsyncLocalStorage } from "node:async_hooks";
import compile from "icu-minify/compile";
import type { Locale } from "./locales.ts";
import { type AppArea, appTexts } from "./messages/app.ts";
import { type AreaWords, type Speech, speakFrom } from "./speech.ts";

const spoken = new AsyncLocalStorage<Speech>();

/** Lets this process be asked for the application's words: within `inLanguage` in its language, elsewhere in `otherwise` or not at all. */
export function speak(otherwise?: Locale): void {
  speakFrom(() => spoken.getStore() ?? (otherwise && speechIn(otherwise)));
}

/** Does `work`, and whatever it awaits, in this language: one request never hears another's. */
export function inLanguage<T>(locale: Locale, work: () => T): T {
  return spoken.run(speechIn(locale), work);
}

const speeches = new Map<Locale, Speech>();

/** A language's words are made ready once, an area when it is first asked for. */
function speechIn(locale: Locale): Speech {
  const known = speeches.get(locale);
  if (known) return known;
  const areas = new Map<AppArea, AreaWords>();
  const made: Speech = {
    locale,
    area(name) {
      const words = areas.get(name) ?? ready(appTexts[locale][name]);
      areas.set(name, words);
      return words;
    },
  };
  speeches.set(locale, made);
  return made;
}

/** As plain objects, which is all that a page can be given. */
const ready = (messages: object): AreaWords =>
  JSON.parse(JSON.stringify(Object.fromEntries(flat(messages, ""))));

function flat(messages: object, prefix: string): [key: string, text: unknown][] {
  return Object.entries(messages).flatMap(([name, text]) =>
    typeof text === "string" ? [[prefix + name, compile(text)]] : flat(text, `${prefix}${name}.`),
  );
}
