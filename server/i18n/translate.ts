import { createTranslator } from "use-intl/core";
import type { Locale } from "./locales.ts";
import { type TextArea, type Texts, texts } from "./messages/texts.ts";

/**
 * The words of mails (`mail`), respondents' pages (`answer`) or surveys (`survey`) in a language:
 * `translator("sv", "mail")("greeting", { name })`. A text that one language lacks and a key that there is
 * not are type errors; a value that is not given is thrown about.
 */
export function translator<Area extends TextArea>(locale: Locale, area: Area): Translators[Area] {
  return translators[locale][area];
}

type Translators = ReturnType<typeof translatorsOf>;

function translatorsOf(locale: Locale) {
  const messages = texts[locale];
  const of = <Area extends TextArea>(namespace: Area) =>
    createTranslator<Texts, Area>({ locale, messages, namespace, onError: fail });
  return { answer: of("answer"), mail: of("mail"), survey: of("survey") };
}

function fail(error: Error): never {
  throw error;
}

/** Each is made once: what it has formatted before, it formats ten times as fast. */
const translators: Record<Locale, Translators> = {
  en: translatorsOf("en"),
  sv: translatorsOf("sv"),
  da: translatorsOf("da"),
  nb: translatorsOf("nb"),
  fi: translatorsOf("fi"),
  de: translatorsOf("de"),
};
