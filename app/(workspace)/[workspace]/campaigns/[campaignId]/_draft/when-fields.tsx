"use client";

import { useState } from "react";
import { problemAt } from "#app/_form/problems.ts";
import { Checkbox } from "#app/_ui/checkbox.tsx";
import { Field } from "#app/_ui/field.tsx";
import { RadioGroup } from "#app/_ui/radio-group.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import type { SendingHours } from "#server/campaign/schema.ts";
import { t } from "../../_campaigns/words.ts";
import { HoursFields } from "./hours-fields.tsx";
import { StepForm } from "./step-form.tsx";
import { useDraft } from "./use-draft.ts";

type WhenFieldsProps = {
  workspace: string;
  id: string;
  timezone: string;
  sendAt: string | null;
  earliest: string;
  hours: SendingHours | null;
};

/** Weekday mornings, as PRODUCT.md has it. */
const usualHours: SendingHours = { days: [1, 2, 3, 4, 5], from: 8, to: 11 };

/** At once or later, and whether only during some hours of the day. */
export function WhenFields({ workspace, id, timezone, sendAt, earliest, hours: saved }: WhenFieldsProps) {
  const draft = useDraft(workspace, id);
  const [later, setLater] = useState(sendAt !== null);
  const [at, setAt] = useState(sendAt ?? "");
  const [hours, setHours] = useState(saved);

  function changeLater(value: string) {
    setLater(value === "later");
    if (value === "now") draft.change({ sendAt: null });
    else if (at) draft.change({ sendAt: at });
  }
  function changeHours(next: SendingHours | null) {
    setHours(next);
    draft.change({ sendingHours: next });
  }
  const hoursProblem = draft.problems.find(({ fieldId }) => fieldId?.startsWith("sendingHours"));

  return (
    <StepForm here={`/${workspace}/campaigns/${id}`} step="when" draft={draft}>
      <RadioGroup
        name="when"
        legend={t("when.legend")}
        value={later ? "later" : "now"}
        onValueChange={changeLater}
        options={[
          { value: "now", label: t("when.now") },
          { value: "later", label: t("when.later"), hint: t("when.laterHint") },
        ]}
      />
      {later && (
        <Field
          name="sendAt"
          label={t("when.at")}
          hint={t("when.zone", { timezone })}
          error={problemAt(draft.problems, "sendAt")}
        >
          {(control) => (
            <TextInput
              {...control}
              type="datetime-local"
              min={earliest}
              value={at}
              className="max-w-60"
              onChange={(event) => {
                setAt(event.target.value);
                if (event.target.value) draft.change({ sendAt: event.target.value });
              }}
            />
          )}
        </Field>
      )}
      <Checkbox
        label={t("when.hours")}
        hint={t("when.hoursHint")}
        checked={hours !== null}
        onChange={(event) => changeHours(event.target.checked ? (saved ?? usualHours) : null)}
      />
      {hours && <HoursFields hours={hours} problem={hoursProblem?.message} onChange={changeHours} />}
    </StepForm>
  );
}
