"use client";

import { useState } from "react";
import { Field } from "#app/_ui/field.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import type { Timing } from "#server/campaign/schema.ts";
import { t } from "../../_campaigns/words.ts";
import { NumberField } from "./number-field.tsx";

type EventTiming = Extract<Timing, { kind: "event" }>;
type EventFieldsProps = {
  timing: EventTiming;
  problem: string | undefined;
  onChange(timing: EventTiming): void;
};

/** Which event the question follows, how long after it, and how a program tells of one. */
export function EventFields({ timing, problem, onChange }: EventFieldsProps) {
  const [type, setType] = useState(timing.type);
  return (
    <>
      <Field name="type" label={t("when.eventType")} hint={t("when.eventTypeHint")} error={problem}>
        {(control) => (
          <TextInput
            {...control}
            value={type}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            className="max-w-72"
            onChange={(event) => {
              setType(event.target.value);
              onChange({ ...timing, type: event.target.value });
            }}
          />
        )}
      </Field>
      <NumberField
        name="delayHours"
        label={t("when.delay")}
        hint={t("when.delayHint")}
        value={timing.delayHours}
        least={0}
        most={2160}
        problem={undefined}
        onChange={(delayHours) => onChange({ ...timing, delayHours })}
      />
    </>
  );
}
