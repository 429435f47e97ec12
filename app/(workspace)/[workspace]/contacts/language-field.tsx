import { languageText } from "#app/_i18n/format.ts";
import { Field } from "#app/_ui/field.tsx";
import { LanguageOptions } from "#app/_ui/language-options.tsx";
import { Select } from "#app/_ui/select.tsx";
import { isLocale } from "#server/i18n/locales.ts";
import { t } from "./words.ts";

/** The language a customer is written to in; one that Svar does not write stays choosable once it is known. */
export function LanguageField({ written, error }: { written: string; error: string | undefined }) {
  return (
    <Field name="locale" label={t("form.language")} error={error}>
      {(control) => (
        <Select {...control} defaultValue={written}>
          <option value="">{t("form.languageNone")}</option>
          <LanguageOptions />
          {written && !isLocale(written) && <option value={written}>{languageText(written)}</option>}
        </Select>
      )}
    </Field>
  );
}
