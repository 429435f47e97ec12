import { type Problem, problemAt } from "#app/_form/problems.ts";
import { Checkbox } from "#app/_ui/checkbox.tsx";
import { Field } from "#app/_ui/field.tsx";
import { Fieldset } from "#app/_ui/fieldset.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import { t } from "../_settings/words.ts";
import type { Settings } from "./workspace-form.tsx";

const gaps = ["gapAnyDays", "gapTouchpointDays", "gapRelationshipDays"] as const;

type RespectFieldsProps = {
  settings: Settings;
  /** When a case would be due, in a sentence. */
  example: string;
  problems: Problem[];
};

/** How customers are treated: how often, how soon they are answered. */
export function RespectFields({ settings, example, problems }: RespectFieldsProps) {
  const number = (name: (typeof gaps)[number] | "caseDueHours" | "recoveryDays", hint?: string) => (
    <Field key={name} name={name} label={t(name)} hint={hint} error={problemAt(problems, name)}>
      {(control) => (
        <TextInput
          {...control}
          defaultValue={settings[name]}
          inputMode="numeric"
          className="max-w-24 tabular-nums"
          required
        />
      )}
    </Field>
  );
  return (
    <div className="grid gap-6">
      <Fieldset id="gaps" legend={t("gaps")} hint={t("gapsHint")}>
        <div className="mt-2 grid gap-4">{gaps.map((name) => number(name))}</div>
      </Fieldset>
      {number("caseDueHours", t("caseDueHint", { example }))}
      {number("recoveryDays", t("recoveryHint"))}
      <Fieldset id="counting" legend={t("counting")} hint={t("countingHint")}>
        <Checkbox
          name="confirmedOnly"
          value="yes"
          label={t("confirmedOnly")}
          defaultChecked={settings.confirmedOnly}
        />
      </Fieldset>
      <Fieldset id="quoting" legend={t("quoting")} hint={t("quotingHint")}>
        <Checkbox
          name="asksToQuote"
          value="yes"
          label={t("asksToQuote")}
          defaultChecked={settings.asksToQuote}
        />
      </Fieldset>
    </div>
  );
}
