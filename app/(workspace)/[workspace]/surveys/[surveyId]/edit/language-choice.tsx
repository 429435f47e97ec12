import { languageText } from "#app/_i18n/format.ts";
import { type Locale, locales } from "#server/i18n/locales.ts";
import type { StoredTexts } from "#server/survey/rules.ts";
import { t } from "../../_surveys/words.ts";
import { Segments } from "./segments.tsx";

type LanguageChoiceProps = { locale: Locale; onChange: (locale: Locale) => void; texts: StoredTexts };

/** Which language's words are shown; a dot marks those the company wrote something in. */
export function LanguageChoice({ locale, onChange, texts }: LanguageChoiceProps) {
  return (
    <Segments
      legend={t("language")}
      value={locale}
      onChange={onChange}
      options={locales.map((one) => ({
        value: one,
        label: (
          <>
            {languageText(one)}
            {Object.keys(texts[one] ?? {}).length > 0 && (
              <span className="ml-1.5">
                <span
                  aria-hidden="true"
                  className="inline-block size-1.5 rounded-full bg-current align-middle"
                />
                <span className="sr-only">({t("ownWords")})</span>
              </span>
            )}
          </>
        ),
      }))}
    />
  );
}
