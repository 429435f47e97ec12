import type { ReactNode } from "react";
import { readersLanguage } from "#server/i18n/speech.ts";
import { LanguageSwitch } from "./language-switch.tsx";
import { Wordmark } from "./wordmark.tsx";
import { t } from "./words.ts";

type EntranceProps = { title: string; intro?: ReactNode; children: ReactNode; footer?: ReactNode };

/** The one column of a page before the application: name on top, one question below it. */
export function Entrance({ title, intro, children, footer }: EntranceProps) {
  return (
    <div className="mx-auto grid min-h-dvh max-w-110 grid-rows-[auto_1fr_auto] px-5 py-6 sm:py-10">
      <header>
        <Wordmark />
      </header>
      <main id="main" className="pt-12 pb-12 sm:pt-20">
        <h1 className="text-2xl font-bold text-balance">{title}</h1>
        {intro && <div className="mt-2 text-base text-muted">{intro}</div>}
        <div className="mt-8">{children}</div>
        {footer && <div className="mt-8 grid gap-2 border-t border-line pt-6 text-muted">{footer}</div>}
      </main>
      <footer>
        <LanguageSwitch label={t("language")} current={readersLanguage()} />
      </footer>
    </div>
  );
}
