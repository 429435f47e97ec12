"use client";

import { useState } from "react";
import { type Problem, problemAt } from "#app/_form/problems.ts";
import { Field } from "#app/_ui/field.tsx";
import { Select } from "#app/_ui/select.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import type { PeriodChoice } from "#server/target/schema.ts";
import { t } from "./words.ts";

const choices: readonly PeriodChoice[] = [
  "each_quarter",
  "each_month",
  "each_year",
  "quarter",
  "month",
  "year",
  "days",
];

/** The days a target holds for; two dates where they are one's own. */
export function PeriodFields({ problems }: { problems: readonly Problem[] }) {
  const [chosen, choose] = useState<string>("each_quarter");
  return (
    <>
      <Field name="period" label={t("new.period")} error={problemAt(problems, "period")}>
        {(control) => (
          <Select {...control} value={chosen} onChange={(event) => choose(event.target.value)}>
            {choices.map((choice) => (
              <option key={choice} value={choice}>
                {t(`new.periods.${choice}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {chosen === "days" && (
        <div className="grid gap-4 sm:grid-cols-2">
          {(["from", "to"] as const).map((name) => (
            <Field key={name} name={name} label={t(`new.${name}`)} error={problemAt(problems, name)}>
              {(control) => <TextInput {...control} type="date" required />}
            </Field>
          ))}
        </div>
      )}
    </>
  );
}
