"use client";

import { useState } from "react";
import { problemAt } from "#app/_form/problems.ts";
import { Checkbox } from "#app/_ui/checkbox.tsx";
import { Field } from "#app/_ui/field.tsx";
import { Select } from "#app/_ui/select.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import type { Sampling } from "#server/campaign/schema.ts";
import { t } from "../../_campaigns/words.ts";
import type { Draft } from "./use-draft.ts";

type Unit = "percent" | "most";

/** Whether only some of the chosen people are asked, and how many. */
export function SampleFields({ draft, sampling }: { draft: Draft; sampling: Sampling | null }) {
  const [drawn, setDrawn] = useState(sampling !== null);
  const [unit, setUnit] = useState<Unit>(sampling && "most" in sampling ? "most" : "percent");
  const [size, setSize] = useState(String(sizeOf(sampling)));

  function save(next: { drawn?: boolean; unit?: Unit; size?: string }) {
    const now = { drawn, unit, size, ...next };
    const n = Number(now.size);
    draft.change({ sampling: now.drawn ? (now.unit === "most" ? { most: n } : { percent: n }) : null });
  }

  return (
    <>
      <Checkbox
        label={t("people.sample")}
        hint={t("people.sampleHint")}
        checked={drawn}
        onChange={(event) => {
          setDrawn(event.target.checked);
          save({ drawn: event.target.checked });
        }}
      />
      {drawn && (
        <div className="flex flex-wrap items-start gap-4">
          <Field
            name="sampling"
            label={t("people.sampleSize")}
            error={problemAt(draft.problems, `sampling.${unit}`) ?? problemAt(draft.problems, "sampling")}
          >
            {(control) => (
              <TextInput
                {...control}
                type="number"
                inputMode="numeric"
                min={1}
                max={unit === "percent" ? 99 : undefined}
                value={size}
                className="max-w-28"
                onChange={({ target: { value } }) => {
                  setSize(value);
                  if (value) save({ size: value });
                }}
              />
            )}
          </Field>
          <Field name="samplingUnit" label={t("people.sampleUnit")}>
            {(control) => (
              <Select
                {...control}
                value={unit}
                onChange={({ target: { value } }) => {
                  const next = value === "most" ? "most" : "percent";
                  setUnit(next);
                  save({ unit: next });
                }}
              >
                <option value="percent">{t("people.samplePercent")}</option>
                <option value="most">{t("people.sampleMost")}</option>
              </Select>
            )}
          </Field>
        </div>
      )}
    </>
  );
}

function sizeOf(sampling: Sampling | null): number {
  if (!sampling) return 20;
  return "most" in sampling ? sampling.most : sampling.percent;
}
