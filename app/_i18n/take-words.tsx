"use client";

import type { ReactNode } from "react";
import type { Locale } from "#server/i18n/locales.ts";
import { type AreaWords, speakFrom } from "#server/i18n/speech.ts";

type TakeWordsProps = { locale: Locale; words: Record<string, AreaWords>; children: ReactNode };

const taken: { locale?: Locale; areas: Record<string, AreaWords> } = { areas: {} };

/** Keeps the words that came with a page where translators look for them; what is below asks for them only afterwards. */
export function TakeWords({ locale, words, children }: TakeWordsProps) {
  if (typeof window !== "undefined") take(locale, words);
  return children;
}

/** Words of another language than the document's mean that its reader chose one elsewhere: then all of it comes anew. */
function take(locale: Locale, words: Record<string, AreaWords>): void {
  if (taken.locale && taken.locale !== locale) window.location.reload();
  Object.assign(taken, { locale, areas: { ...taken.areas, ...words } });
  speakFrom(() => ({ locale, area: (name) => taken.areas[name] }));
}
