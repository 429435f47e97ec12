import { X } from "lucide-react";
import { type Problem, problemAt } from "#app/_form/problems.ts";
import { languageText, listText } from "#app/_i18n/format.ts";
import { Button } from "#app/_ui/button.tsx";
import { Field } from "#app/_ui/field.tsx";
import { FieldError } from "#app/_ui/field-error.tsx";
import { IconButton } from "#app/_ui/icon-button.tsx";
import { Section } from "#app/_ui/section.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import { mostDrivers } from "#server/driver/choices.ts";
import { missingLocales } from "#server/driver/rules.ts";
import type { Driver } from "#server/driver/schema.ts";
import type { Locale } from "#server/i18n/locales.ts";
import { t } from "../../_surveys/words.ts";
import { type Draft, withLabel } from "./draft.ts";

type DriverFieldsProps = {
  locale: Locale;
  draft: Draft;
  suggested: Driver[];
  problems: Problem[];
  onChange: (draft: Draft) => void;
};

/** The one-tap reasons in one language, each with the languages it is missing in. */
export function DriverFields({ locale, draft, suggested, problems, onChange }: DriverFieldsProps) {
  const { drivers } = draft;
  const all = problemAt(problems, "drivers");
  const change = (next: Driver[]) => onChange({ ...draft, drivers: next });
  const add = () => change([...drivers, { id: newKey(), labels: {} }]);
  return (
    <Section title={t("driversPart")} level={3}>
      <p id="drivers" tabIndex={-1} className="mb-3 text-sm text-muted">
        {t("driversHint")}
      </p>
      {all && <FieldError id="drivers-error">{all}</FieldError>}
      <ol className="grid gap-3">
        {drivers.map((driver, position) => {
          const n = position + 1;
          const id = `drivers.${position}.labels.${locale}`;
          const missing = missingLocales(driver);
          return (
            <li key={driver.id} className="grid grid-cols-[minmax(0,1fr)_auto] items-end gap-2">
              <Field
                name={`driver-${n}`}
                id={id}
                label={t("driver", { n })}
                hint={
                  missing.length > 0 && t("driverMissing", { languages: listText(missing.map(languageText)) })
                }
                error={problemAt(problems, id)}
              >
                {(control) => (
                  <TextInput
                    {...control}
                    lang={locale}
                    maxLength={40}
                    autoComplete="off"
                    value={driver.labels[locale] ?? ""}
                    onChange={(event) => onChange(withLabel(draft, driver.id, locale, event.target.value))}
                  />
                )}
              </Field>
              <IconButton
                icon={X}
                variant="quiet"
                label={t("removeDriver", { n })}
                onClick={() => change(drivers.filter(({ id }) => id !== driver.id))}
              />
            </li>
          );
        })}
      </ol>
      <div className="mt-3 flex flex-wrap gap-2">
        {drivers.length < mostDrivers && <Button onClick={add}>{t("addDriver")}</Button>}
        {drivers.length === 0 && <Button onClick={() => change(suggested)}>{t("suggestDrivers")}</Button>}
      </div>
    </Section>
  );
}

/** `randomUUID` is not there on a page without TLS. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}
