"use client";

import { Checkbox } from "#app/_ui/checkbox.tsx";
import { t } from "../../_campaigns/words.ts";
import { NumberField } from "./number-field.tsx";

type ReminderFieldsProps = {
  days: number | null;
  problem: string | undefined;
  onChange(days: number | null): void;
};

const usualDays = 7;

/** Whether those who have not answered are reminded, and after how many days. */
export function ReminderFields({ days, problem, onChange }: ReminderFieldsProps) {
  return (
    <>
      <Checkbox
        label={t("when.remind")}
        hint={t("when.remindHint")}
        checked={days !== null}
        onChange={(event) => onChange(event.target.checked ? usualDays : null)}
      />
      {days !== null && (
        <NumberField
          name="reminderDays"
          label={t("when.remindDays")}
          value={days}
          most={60}
          problem={problem}
          onChange={onChange}
        />
      )}
    </>
  );
}
