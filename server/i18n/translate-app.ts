import { createTranslator } from "use-intl/core";
import type { Locale } from "./locales.ts";
import { type AppMessages, app } from "./messages/en/app.ts";

export type AppArea = keyof AppMessages;

/**
 * The staff application's words of one area: `appTranslator(locale, "cases")("title")`. A key that does
 * not exist is a type error. The application speaks English; other languages fall back to it. It has a file
 * of its own so that no browser loads the mails in six languages with it.
 */
export function appTranslator<Area extends AppArea>(_locale: Locale, area: Area): Translators[Area] {
  return translators[area];
}

type Translators = typeof translators;

function of<Area extends AppArea>(namespace: Area) {
  return createTranslator<AppMessages, Area>({ locale: "en", messages: app, namespace });
}

const translators = {
  absences: of("absences"),
  alerts: of("alerts"),
  audit: of("audit"),
  auth: of("auth"),
  campaigns: of("campaigns"),
  cases: of("cases"),
  causes: of("causes"),
  contacts: of("contacts"),
  dashboard: of("dashboard"),
  digests: of("digests"),
  errors: of("errors"),
  figures: of("figures"),
  filter: of("filter"),
  followUp: of("followUp"),
  huddle: of("huddle"),
  imports: of("imports"),
  keys: of("keys"),
  legal: of("legal"),
  live: of("live"),
  mails: of("mails"),
  responses: of("responses"),
  rules: of("rules"),
  secondFactor: of("secondFactor"),
  settings: of("settings"),
  share: of("share"),
  shell: of("shell"),
  surveys: of("surveys"),
  targets: of("targets"),
  templates: of("templates"),
  welcome: of("welcome"),
  workingTime: of("workingTime"),
};
