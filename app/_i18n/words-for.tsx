import type { ReactNode } from "react";
import type { AppArea } from "#server/i18n/messages/app.ts";
import { speech } from "#server/i18n/speech.ts";
import { TakeWords } from "./take-words.tsx";

/** Gives the browser the words of these areas in the reader's language before it makes `children` (words.test.ts says which a page needs). */
export function WordsFor({ areas, children }: { areas: readonly AppArea[]; children: ReactNode }) {
  const { locale, area } = speech();
  const words = Object.fromEntries(areas.map((name) => [name, area(name) ?? {}]));
  return (
    <TakeWords locale={locale} words={words}>
      {children}
    </TakeWords>
  );
}
