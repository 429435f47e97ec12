"use client";

import { LanguageOptions } from "#app/_ui/language-options.tsx";
import { Select } from "#app/_ui/select.tsx";
import type { Locale } from "#server/i18n/locales.ts";
import { languageCookie } from "#server/i18n/told-language.ts";

const oneYear = 365 * 24 * 60 * 60;

/** The language of the pages before anybody is signed in; this browser keeps it, and a new account takes it over. */
export function LanguageSwitch({ label, current }: { label: string; current: Locale }) {
  function choose(locale: string) {
    // biome-ignore lint/suspicious/noDocumentCookie: Cookie Store is not in every browser, and nothing secret is in it
    document.cookie = `${languageCookie}=${locale}; path=/; max-age=${oneYear}; samesite=lax`;
    location.reload();
  }
  return (
    <Select
      aria-label={label}
      defaultValue={current}
      onChange={({ target }) => choose(target.value)}
      className="max-w-40"
    >
      <LanguageOptions />
    </Select>
  );
}
