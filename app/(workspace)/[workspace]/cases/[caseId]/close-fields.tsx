"use client";

import { Checkbox } from "#app/_ui/checkbox.tsx";
import { Field } from "#app/_ui/field.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import { Textarea } from "#app/_ui/textarea.tsx";
import { suggestedCauses } from "#server/case/schema.ts";
import { words } from "../words.ts";
import type { AskWhether } from "./recovery.ts";

/** Why a case had come, how it ended, and whether its customer is asked later. */
export function CloseFields({ ask }: { ask: AskWhether }) {
  const t = words();
  return (
    <>
      <Field name="cause" label={t("close.cause")}>
        {(control) => <TextInput {...control} list="causes" required maxLength={200} autoComplete="off" />}
      </Field>
      <datalist id="causes">
        {suggestedCauses.map((cause) => (
          <option key={cause} value={cause} />
        ))}
      </datalist>
      <Field name="outcome" label={t("close.outcome")} hint={t("close.outcomeHint")}>
        {(control) => <Textarea {...control} required maxLength={500} />}
      </Field>
      {ask && "question" in ask && (
        <Checkbox name="ask" value="yes" defaultChecked label={ask.question} hint={t("recovery.askHint")} />
      )}
      {ask && "refusal" in ask && <p className="text-sm text-muted">{ask.refusal}</p>}
    </>
  );
}

/** What was filled in there. */
export const closingOf = (form: FormData) => ({
  cause: String(form.get("cause")),
  outcome: String(form.get("outcome")),
  askRecovery: form.has("ask"),
});
