"use client";

import { Checkbox } from "#app/_ui/checkbox.tsx";
import { Field } from "#app/_ui/field.tsx";
import { Select } from "#app/_ui/select.tsx";
import { t } from "../../_campaigns/words.ts";

type Hours = { a: number; b: number };
type SendHourFieldsProps = {
  hours: Hours | undefined;
  onChange(change: { sendHours: Hours | undefined }): void;
};

const hoursOfDay = Array.from({ length: 24 }, (_, hour) => hour);
const usual: Hours = { a: 9, b: 15 };

/** Whether the two versions leave at different hours of the day, and which. */
export function SendHourFields({ hours, onChange }: SendHourFieldsProps) {
  return (
    <>
      <Checkbox
        label={t("test.hoursDiffer")}
        checked={hours !== undefined}
        onChange={(event) => onChange({ sendHours: event.target.checked ? usual : undefined })}
      />
      {hours && (
        <div className="flex flex-wrap gap-4">
          {(["a", "b"] as const).map((version) => (
            <Field key={version} name={`hour-${version}`} label={t(`test.${version}`)}>
              {(control) => (
                <Select
                  {...control}
                  value={hours[version]}
                  onChange={(event) =>
                    onChange({ sendHours: { ...hours, [version]: Number(event.target.value) } })
                  }
                >
                  {hoursOfDay.map((hour) => (
                    <option key={hour} value={hour}>
                      {t("when.hour", { hour })}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          ))}
        </div>
      )}
    </>
  );
}
