import { lazy, Suspense } from "react";
import { languageText } from "#app/_i18n/format.ts";
import { Checkbox } from "#app/_ui/checkbox.tsx";
import { Field } from "#app/_ui/field.tsx";
import { Fieldset } from "#app/_ui/fieldset.tsx";
import { Select } from "#app/_ui/select.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import type { Offered } from "#server/rule/list-offered.ts";
import type { Thanks } from "#server/thanks/schema.ts";
import { t } from "./words.ts";

const ThanksPreview = lazy(() => import("./thanks-preview.tsx"));

type ThanksFieldsProps = {
  workspace: string;
  thanks: Thanks;
  offered: Offered;
  problem(path: string): string | undefined;
  onChange(thanks: Thanks): void;
};

/** With which text the rule thanks, whether it asks to pass the company on, and the mail as it would be sent. */
export function ThanksFields({ workspace, thanks, offered, problem, onChange }: ThanksFieldsProps) {
  const { referral } = thanks;
  const ask = (change: Partial<NonNullable<Thanks["referral"]>>) =>
    onChange({ ...thanks, referral: { templateId: "", link: "", ...referral, ...change } });
  return (
    <>
      {offered.templates.length === 0 && (
        <p className="text-sm">
          {t("thanks.noTemplates")}{" "}
          <TextLink href={`/${workspace}/settings/templates`}>{t("thanks.write")}</TextLink>
        </p>
      )}
      <TemplateField
        name="thanks.templateId"
        label={t("thanks.text")}
        hint={t("thanks.textHint")}
        offered={offered}
        value={thanks.templateId}
        error={problem("thanks.templateId")}
        onChange={(templateId) => onChange({ ...thanks, templateId })}
      />
      <Fieldset legend={t("thanks.referral")}>
        <Checkbox
          name="thanks.referral"
          label={t("thanks.asks")}
          hint={t("thanks.asksHint")}
          checked={referral !== null}
          onChange={({ target }) => (target.checked ? ask({}) : onChange({ ...thanks, referral: null }))}
        />
      </Fieldset>
      {referral && (
        <>
          <TemplateField
            name="thanks.referral.templateId"
            label={t("thanks.ask")}
            hint={t("thanks.askHint")}
            offered={offered}
            value={referral.templateId}
            error={problem("thanks.referral.templateId")}
            onChange={(templateId) => ask({ templateId })}
          />
          <Field
            name="thanks.referral.link"
            label={t("thanks.link")}
            hint={t("thanks.linkHint")}
            error={problem("thanks.referral.link")}
          >
            {(control) => (
              <TextInput
                {...control}
                inputMode="url"
                autoComplete="off"
                value={referral.link}
                onChange={({ target }) => ask({ link: target.value })}
              />
            )}
          </Field>
        </>
      )}
      <Suspense>
        <ThanksPreview workspace={workspace} thanks={thanks} />
      </Suspense>
    </>
  );
}

type TemplateFieldProps = {
  name: string;
  label: string;
  hint: string;
  offered: Offered;
  value: string;
  error: string | undefined;
  onChange(templateId: string): void;
};

function TemplateField({ name, label, hint, offered, value, error, onChange }: TemplateFieldProps) {
  const ended = offered.endedTemplates.find((one) => one.value === value);
  return (
    <Field name={name} label={label} hint={hint} error={error}>
      {(control) => (
        <Select {...control} value={value} onChange={({ target }) => onChange(target.value)}>
          <option value="">{t("thanks.choose")}</option>
          {ended && (
            <option value={value}>
              {ended.name} · {t("thanks.ended", { language: languageText(ended.locale) })}
            </option>
          )}
          {offered.templates.map((one) => (
            <option key={one.value} value={one.value}>
              {one.name} · {languageText(one.locale)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
