import { type Problem, problemAt } from "#app/_form/problems.ts";
import { Field } from "#app/_ui/field.tsx";
import { LanguageOptions } from "#app/_ui/language-options.tsx";
import { Select } from "#app/_ui/select.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import { Textarea } from "#app/_ui/textarea.tsx";
import { t } from "../_settings/words.ts";
import type { Settings } from "./workspace-form.tsx";

type CompanyFieldsProps = { settings: Settings; timeZones: string[]; problems: Problem[] };

/** Who asks: name, language, place. */
export function CompanyFields({ settings, timeZones, problems }: CompanyFieldsProps) {
  return (
    <div className="grid gap-5">
      <Field name="name" label={t("name")} hint={t("nameHint")} error={problemAt(problems, "name")}>
        {(control) => (
          <TextInput {...control} defaultValue={settings.name} autoComplete="organization" required />
        )}
      </Field>
      <Field name="locale" label={t("locale")} hint={t("localeHint")} error={problemAt(problems, "locale")}>
        {(control) => (
          <Select {...control} defaultValue={settings.locale}>
            <LanguageOptions />
          </Select>
        )}
      </Field>
      <Field
        name="timezone"
        label={t("timezone")}
        hint={t("timezoneHint")}
        error={problemAt(problems, "timezone")}
      >
        {(control) => (
          <Select {...control} defaultValue={settings.timezone}>
            {timeZones.map((zone) => (
              <option key={zone}>{zone}</option>
            ))}
          </Select>
        )}
      </Field>
      <Field
        name="postalAddress"
        label={t("postalAddress")}
        optional={t("optional")}
        hint={t("postalAddressHint")}
        error={problemAt(problems, "postalAddress")}
      >
        {(control) => <Textarea {...control} defaultValue={settings.postalAddress ?? ""} rows={2} />}
      </Field>
    </div>
  );
}
