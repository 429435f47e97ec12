import { createTranslator } from "use-intl/core";
import type { Locale } from "./locales.ts";
import { type AppMessages, app } from "./messages/en/app.ts";

export type AppArea = keyof AppMessages;

/**
 * The staff application's words of one area: `appTranslator(locale, "cases")("title")`. A key that does
 * not exist is a type error. The application speaks English; other languages fall back to it.
 */
export function appTranslator<Area extends AppArea>(_locale: Locale, area: Area) {
  return createTranslator<AppMessages, Area>({ locale: "en", messages: app, namespace: area });
}
