import { type Problem, problemAt } from "#app/_form/problems.ts";
import { Field } from "#app/_ui/field.tsx";
import { Textarea } from "#app/_ui/textarea.tsx";
import { t } from "./words.ts";

/** Why a target is changed or ended. */
export function ReasonField({ problems }: { problems: readonly Problem[] }) {
  return (
    <Field
      name="reason"
      label={t("change.reason")}
      hint={t("change.reasonHint")}
      error={problemAt(problems, "reason")}
    >
      {(control) => <Textarea {...control} rows={3} required />}
    </Field>
  );
}
