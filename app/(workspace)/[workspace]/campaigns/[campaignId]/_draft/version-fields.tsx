"use client";

import { useState } from "react";
import { problemAt } from "#app/_form/problems.ts";
import { languageText } from "#app/_i18n/format.ts";
import { Checkbox } from "#app/_ui/checkbox.tsx";
import { Field } from "#app/_ui/field.tsx";
import { Fieldset } from "#app/_ui/fieldset.tsx";
import { RadioGroup } from "#app/_ui/radio-group.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import { Textarea } from "#app/_ui/textarea.tsx";
import type { AbTest } from "#server/campaign/schema.ts";
import type { Locale } from "#server/i18n/locales.ts";
import { t } from "../../_campaigns/words.ts";
import { NumberField } from "./number-field.tsx";
import { SendHourFields } from "./send-hour-fields.tsx";
import type { Draft } from "./use-draft.ts";

type VersionFieldsProps = { draft: Draft; test: AbTest | null; locale: Locale };

const usual: AbTest = { percent: 20, hours: 72, rule: "pocock", b: {} };

/** Whether two versions of the mail are tried, what is different in the second, and how the better one is found. */
export function VersionFields({ draft, test: saved, locale }: VersionFieldsProps) {
  const [test, setTest] = useState(saved);
  function change(next: AbTest | null) {
    setTest(next);
    draft.change({ abTest: next });
  }
  const problem = (field: string) => problemAt(draft.problems, `abTest.${field}`);
  return (
    <>
      <Checkbox
        label={t("test.try")}
        hint={t("test.tryHint")}
        checked={test !== null}
        onChange={(event) => change(event.target.checked ? (saved ?? usual) : null)}
      />
      {test && (
        <Fieldset id="abTest" legend={t("test.different")} error={problemAt(draft.problems, "abTest")}>
          <div className="grid gap-4">
            <p className="text-sm text-muted">{t("test.differentHint")}</p>
            <Texts test={test} locale={locale} problem={problem} onChange={change} />
            <Field name="senderB" label={t("test.sender")} optional={t("text.optional")}>
              {(control) => (
                <TextInput
                  {...control}
                  defaultValue={test.b.senderName}
                  maxLength={80}
                  autoComplete="off"
                  onChange={({ target: { value } }) =>
                    change({ ...test, b: { ...test.b, senderName: value } })
                  }
                />
              )}
            </Field>
            <SendHourFields
              hours={test.sendHours}
              onChange={({ sendHours }) => change({ ...withoutHours(test), ...(sendHours && { sendHours }) })}
            />
            <NumberField
              name="percent"
              label={t("test.percent")}
              hint={t("test.percentHint")}
              value={test.percent}
              least={10}
              most={100}
              problem={problem("percent")}
              onChange={(percent) => change({ ...test, percent })}
            />
            <NumberField
              name="hours"
              label={t("test.hours")}
              value={test.hours}
              least={4}
              most={336}
              problem={problem("hours")}
              onChange={(hours) => change({ ...test, hours })}
            />
            <RadioGroup
              name="rule"
              legend={t("test.rule")}
              value={test.rule}
              onValueChange={(rule) => change({ ...test, rule: rule === "fixed" ? "fixed" : "pocock" })}
              options={[
                { value: "pocock", label: t("test.pocock"), hint: t("test.pocockHint") },
                { value: "fixed", label: t("test.fixed"), hint: t("test.fixedHint") },
              ]}
            />
          </div>
        </Fieldset>
      )}
    </>
  );
}

const withoutHours = ({ sendHours: _, ...test }: AbTest): AbTest => test;

type TextsProps = {
  test: AbTest;
  locale: Locale;
  problem(field: string): string | undefined;
  onChange(test: AbTest): void;
};

/** Version B's words in one language; those without any are as in version A, and take no part. */
function Texts({ test, locale, problem, onChange }: TextsProps) {
  const own = test.b.texts?.[locale] ?? {};
  const language = languageText(locale);
  const write = (words: { subject?: string; intro?: string }) =>
    onChange({ ...test, b: { ...test.b, texts: { ...test.b.texts, [locale]: { ...own, ...words } } } });
  return (
    <>
      <Field
        name="subjectB"
        label={t("test.subject", { language })}
        optional={t("text.optional")}
        error={problem(`b.texts.${locale}.subject`)}
      >
        {(control) => (
          <TextInput
            {...control}
            lang={locale}
            defaultValue={own.subject}
            autoComplete="off"
            onChange={(event) => write({ subject: event.target.value })}
          />
        )}
      </Field>
      <Field
        name="introB"
        label={t("test.intro", { language })}
        optional={t("text.optional")}
        error={problem(`b.texts.${locale}.intro`)}
      >
        {(control) => (
          <Textarea
            {...control}
            lang={locale}
            rows={3}
            defaultValue={own.intro}
            onChange={(event) => write({ intro: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}
