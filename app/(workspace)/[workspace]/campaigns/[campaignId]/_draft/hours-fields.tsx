"use client";

import { Checkbox } from "#app/_ui/checkbox.tsx";
import { Field } from "#app/_ui/field.tsx";
import { Fieldset } from "#app/_ui/fieldset.tsx";
import { Select } from "#app/_ui/select.tsx";
import type { SendingHours } from "#server/campaign/schema.ts";
import { dayInWords } from "../../_campaigns/in-words.ts";
import { t } from "../../_campaigns/words.ts";

type HoursFieldsProps = {
  hours: SendingHours;
  problem: string | undefined;
  onChange(hours: SendingHours): void;
};

const days = [1, 2, 3, 4, 5, 6, 7];
const hoursOfDay = Array.from({ length: 25 }, (_, hour) => hour);

/** The weekdays and hours at which mails may leave. */
export function HoursFields({ hours, problem, onChange }: HoursFieldsProps) {
  const toggle = (day: number, on: boolean) =>
    onChange({ ...hours, days: on ? [...hours.days, day].sort() : hours.days.filter((it) => it !== day) });
  return (
    <>
      <Fieldset id="sendingHours" legend={t("when.days")} error={problem}>
        <div className="flex flex-wrap gap-x-5">
          {days.map((day) => (
            <Checkbox
              key={day}
              label={dayInWords(day)}
              checked={hours.days.includes(day)}
              onChange={(event) => toggle(day, event.target.checked)}
            />
          ))}
        </div>
      </Fieldset>
      <div className="flex flex-wrap gap-4">
        <HourSelect
          name="from"
          label={t("when.from")}
          value={hours.from}
          onChange={(from) => onChange({ ...hours, from })}
        />
        <HourSelect
          name="to"
          label={t("when.to")}
          value={hours.to}
          onChange={(to) => onChange({ ...hours, to })}
        />
      </div>
    </>
  );
}

type HourSelectProps = { name: string; label: string; value: number; onChange(hour: number): void };

function HourSelect({ name, label, value, onChange }: HourSelectProps) {
  return (
    <Field name={name} label={label}>
      {(control) => (
        <Select {...control} value={value} onChange={(event) => onChange(Number(event.target.value))}>
          {hoursOfDay.map((hour) => (
            <option key={hour} value={hour}>
              {t("when.hour", { hour })}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
