import type { Locale } from "#server/i18n/locales.ts";
import { t } from "../../_surveys/words.ts";
import type { Spoken } from "../preview/reading-order.ts";

/** What a screen reader says, one thing after the other. */
export function SpokenList({ order, locale }: { order: Spoken[]; locale: Locale }) {
  return (
    <ol
      aria-label={t("looks.order")}
      className="mt-3 grid list-decimal gap-2 rounded-sheet border border-line py-4 pr-4 pl-12"
    >
      {order.map(({ kind, text }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: drawn anew as a whole, and the place is what it is known by
        <li key={place}>
          <span className="mr-2 text-sm text-muted">{t(`spoken.${kind}`)}</span>
          <span lang={locale} className="break-words">
            {text}
          </span>
        </li>
      ))}
    </ol>
  );
}
