"use client";

import { useState } from "react";
import { type Problem, problemAt } from "#app/_form/problems.ts";
import { Field } from "#app/_ui/field.tsx";
import { Select } from "#app/_ui/select.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import type { LegalGround } from "#db/schema/index.ts";
import { grounds } from "#server/legal/rules.ts";
import { t } from "./words.ts";

type GroundFieldsProps = {
  label: string;
  hint?: string;
  /** Null: the workspace's ground. */
  ground: LegalGround | null;
  /** Whether the workspace's ground can be chosen; it can when it is given. */
  open?: boolean;
  source: string;
  /** Like 2026-05-31, or empty. */
  consentedOn: string;
  problems: readonly Problem[];
};

/** On what ground somebody may be asked; for consent also when and where it was given. */
export function GroundFields({
  label,
  hint,
  ground,
  source,
  consentedOn,
  problems,
  open,
}: GroundFieldsProps) {
  const [chosen, setChosen] = useState<string>(ground ?? "");
  return (
    <>
      <Field name="legalGround" label={label} hint={hint} error={problemAt(problems, "legalGround")}>
        {(control) => (
          <Select {...control} value={chosen} onChange={(event) => setChosen(event.target.value)}>
            {(open || ground === null) && <option value="">{t("field.usual")}</option>}
            {grounds.map((each) => (
              <option key={each} value={each}>
                {t(`grounds.${each}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {chosen === "consent" && (
        <>
          <Field name="consentedAt" label={t("field.date")} error={problemAt(problems, "consentedAt")}>
            {(control) => (
              <TextInput {...control} type="date" defaultValue={consentedOn} className="max-w-48" />
            )}
          </Field>
          <Field
            name="groundSource"
            label={t("field.source")}
            hint={t("field.sourceHint")}
            error={problemAt(problems, "groundSource")}
          >
            {(control) => <TextInput {...control} defaultValue={source} maxLength={300} autoComplete="off" />}
          </Field>
        </>
      )}
    </>
  );
}
