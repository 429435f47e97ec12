import { locales } from "#server/i18n/locales.ts";

const names = { en: "English", sv: "Svenska", da: "Dansk", nb: "Norsk", fi: "Suomi", de: "Deutsch" } as const;

/** The languages to choose from, each by its own name, which whoever reads it knows. */
export function LanguageOptions() {
  return locales.map((locale) => (
    <option key={locale} value={locale} lang={locale}>
      {names[locale]}
    </option>
  ));
}
