import { createTranslator } from "use-intl/core";
import type { Locale } from "./locales.ts";
import { type AppMessages, app } from "./messages/en/app.ts";
import { type TextArea, type Texts, texts } from "./messages/texts.ts";

/**
 * The words of mails (`mail`), respondents' pages (`answer`) or surveys (`survey`) in a language:
 * `translator("sv", "mail")("greeting", { name })`. A text that one language lacks, a key that there is not
 * and a value that is not given are type errors.
 */
export function translator<Area extends TextArea>(locale: Locale, area: Area): TextTranslators[Area] {
  return textTranslators[locale][area];
}

export type AppArea = keyof AppMessages;

/**
 * The staff application's words of one area: `appTranslator(locale, "cases")("title")`. A key that does
 * not exist is a type error. The application speaks English; other languages fall back to it.
 */
export function appTranslator<Area extends AppArea>(_locale: Locale, area: Area): AppTranslators[Area] {
  return appTranslators[area];
}

export type TextTranslators = ReturnType<typeof textTranslatorsOf>;
export type AppTranslators = typeof appTranslators;

function textTranslatorsOf(locale: Locale) {
  // The keys are the same by type, the values by test (messages/texts.test.ts), so English speaks for all.
  const messages = texts[locale] as Texts;
  const of = <Area extends TextArea>(namespace: Area) =>
    createTranslator<Texts, Area>({ locale, messages, namespace, onError: fail });
  return { answer: of("answer"), mail: of("mail"), survey: of("survey") };
}

function ofApp<Area extends AppArea>(namespace: Area) {
  return createTranslator<AppMessages, Area>({ locale: "en", messages: app, namespace });
}

function fail(error: Error): never {
  throw error;
}

/** Each is made once: what it has formatted before, it formats ten times as fast. */
const textTranslators: Record<Locale, TextTranslators> = {
  en: textTranslatorsOf("en"),
  sv: textTranslatorsOf("sv"),
  da: textTranslatorsOf("da"),
  nb: textTranslatorsOf("nb"),
  fi: textTranslatorsOf("fi"),
  de: textTranslatorsOf("de"),
};

const appTranslators = {
  auth: ofApp("auth"),
  campaigns: ofApp("campaigns"),
  cases: ofApp("cases"),
  contacts: ofApp("contacts"),
  dashboard: ofApp("dashboard"),
  errors: ofApp("errors"),
  imports: ofApp("imports"),
  responses: ofApp("responses"),
  settings: ofApp("settings"),
  shell: ofApp("shell"),
  surveys: ofApp("surveys"),
  welcome: ofApp("welcome"),
};
