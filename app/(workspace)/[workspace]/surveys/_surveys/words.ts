import type { Locale } from "#server/i18n/locales.ts";
import { appTranslator } from "#server/i18n/translate-app.ts";

/** The texts of the survey pages. */
export const t = appTranslator("surveys");

const languages = new Intl.DisplayNames("en", { type: "language" });

/** A language by its English name. */
export const languageName = (locale: Locale): string => languages.of(locale) ?? locale;

export const shared = appTranslator("errors");
