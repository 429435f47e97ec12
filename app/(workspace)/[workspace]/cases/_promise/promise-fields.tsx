"use client";

import { type Problem, problemAt, typed } from "#app/_form/problems.ts";
import { Field } from "#app/_ui/field.tsx";
import { Select } from "#app/_ui/select.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import { words } from "../words.ts";

type DayFieldsProps = {
  dueOn: string;
  ownerId: string;
  colleagues: readonly { id: string; name: string }[];
  problems: readonly Problem[];
};

/** By which day a promise is kept, and by whom. */
export function DayFields({ dueOn, ownerId, colleagues, problems }: DayFieldsProps) {
  const t = words();
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field name="dueOn" label={t("promise.day")} error={problemAt(problems, "dueOn")}>
        {(control) => <TextInput {...control} type="date" required defaultValue={dueOn} />}
      </Field>
      <Field name="ownerId" label={t("promise.owner")} error={problemAt(problems, "ownerId")}>
        {(control) => (
          <Select {...control} defaultValue={ownerId}>
            {colleagues.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </div>
  );
}

/** What was filled in there. */
export const dayOf = (form: FormData) => ({ dueOn: typed(form, "dueOn"), ownerId: typed(form, "ownerId") });

/** Why a promise is moved or withdrawn. */
export function ReasonField({ problems }: { problems: readonly Problem[] }) {
  const t = words();
  return (
    <Field
      name="reason"
      label={t("promise.reason")}
      hint={t("promise.reasonHint")}
      error={problemAt(problems, "reason")}
    >
      {(control) => <TextInput {...control} required maxLength={300} autoComplete="off" />}
    </Field>
  );
}
