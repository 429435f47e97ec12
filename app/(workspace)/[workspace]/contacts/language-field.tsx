import { Field } from "#app/_ui/field.tsx";
import { Select } from "#app/_ui/select.tsx";
import { locales } from "#server/i18n/locales.ts";
import { t } from "./words.ts";

const nameOf = new Intl.DisplayNames(["en"], { type: "language" });

/** The language a customer is written to in; one that Svar does not write stays choosable once it is known. */
export function LanguageField({ written, error }: { written: string; error: string | undefined }) {
  const choices = new Set<string>([...locales, written]);
  choices.delete("");
  return (
    <Field name="locale" label={t("form.language")} error={error}>
      {(control) => (
        <Select {...control} defaultValue={written}>
          <option value="">{t("form.languageNone")}</option>
          {[...choices].map((locale) => (
            <option key={locale} value={locale}>
              {nameOf.of(locale)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
