import { createTranslator } from "use-intl/core";
import type { Voice } from "./locales.ts";
import { type TextArea, type Texts, texts } from "./messages/texts.ts";

/**
 * The words of mails (`mail`, `digest`), respondents' pages (`answer`), surveys (`survey`), causes of cases (`causes`),
 * holidays (`holidays`), reasons of the law (`law`), names of what Svar makes (`names`) or refusals (`refusals`) in a language:
 * `translator("sv", "mail")("greeting", { name })`. A text that one language lacks and a key that there is
 * not are type errors; a value that is not given is thrown about.
 */
export function translator<Area extends TextArea>(voice: Voice, area: Area): Translators[Area] {
  return translators[voice][area];
}

type Translators = ReturnType<typeof translatorsOf>;

function translatorsOf(voice: Voice) {
  const messages = texts[voice];
  const of = <Area extends TextArea>(namespace: Area) =>
    createTranslator<Texts, Area>({ locale: voice, messages, namespace, onError: fail });
  return {
    answer: of("answer"),
    causes: of("causes"),
    digest: of("digest"),
    holidays: of("holidays"),
    law: of("law"),
    mail: of("mail"),
    names: of("names"),
    refusals: of("refusals"),
    survey: of("survey"),
  };
}

function fail(error: Error): never {
  throw error;
}

/** Each is made once: what it has formatted before, it formats ten times as fast. */
const translators: Record<Voice, Translators> = {
  en: translatorsOf("en"),
  sv: translatorsOf("sv"),
  da: translatorsOf("da"),
  nb: translatorsOf("nb"),
  fi: translatorsOf("fi"),
  "fi-x-formal": translatorsOf("fi-x-formal"),
  de: translatorsOf("de"),
  "de-x-formal": translatorsOf("de-x-formal"),
};
