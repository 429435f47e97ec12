"use client";

import { Field } from "#app/_ui/field.tsx";
import { Select } from "#app/_ui/select.tsx";
import type { Timing } from "#server/campaign/schema.ts";
import { t } from "../../_campaigns/words.ts";
import { EventFields } from "./event-fields.tsx";
import { NumberField } from "./number-field.tsx";

type PaceFieldsProps = { timing: Timing; problem: string | undefined; onChange(timing: Timing): void };

/** Over how many days a drip is spread, how often a wave leaves, or after what; nothing for what is sent once. */
export function PaceFields({ timing, problem, onChange }: PaceFieldsProps) {
  if (timing.kind === "drip") {
    return (
      <NumberField
        name="days"
        label={t("when.dripDays")}
        hint={t("when.dripDaysHint")}
        value={timing.days}
        most={90}
        problem={problem}
        onChange={(days) => onChange({ kind: "drip", days })}
      />
    );
  }
  if (timing.kind === "recurring") {
    return (
      <div className="flex flex-wrap items-start gap-4">
        <NumberField
          name="every"
          label={t("when.every")}
          value={timing.every}
          most={52}
          problem={problem}
          onChange={(every) => onChange({ ...timing, every })}
        />
        <Field name="unit" label={t("when.unit")}>
          {(control) => (
            <Select
              {...control}
              value={timing.unit}
              onChange={({ target: { value } }) =>
                onChange({ ...timing, unit: value === "week" ? "week" : "month" })
              }
            >
              <option value="week">{t("when.weeks")}</option>
              <option value="month">{t("when.months")}</option>
            </Select>
          )}
        </Field>
      </div>
    );
  }
  if (timing.kind === "event") return <EventFields timing={timing} problem={problem} onChange={onChange} />;
  return null;
}
