"use client";

import type { FormEvent } from "react";
import { type Problem, problemAt, typed } from "#app/_form/problems.ts";
import { ErrorSummary } from "#app/_ui/error-summary.tsx";
import { Field } from "#app/_ui/field.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import { shared, t } from "./words.ts";

type ScanStepProps = {
  /** The key as it is typed, and its QR code: modules on a side, and a path of the dark ones. */
  shown: { typed: string; code: { size: number; path: string } };
  problems: Problem[];
  pending: boolean;
  onCode(code: string): void;
};

/** The app's key to scan or type, and the first code of it. */
export function ScanStep({ shown, problems, pending, onCode }: ScanStepProps) {
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    onCode(typed(new FormData(event.currentTarget), "code"));
  }
  const quiet = 4;
  const side = shown.code.size + 2 * quiet;
  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-4">
      <ErrorSummary title={shared("formTitle")} errors={problems} />
      <div>
        <h3 className="font-medium">{t("scanTitle")}</h3>
        <svg
          role="img"
          aria-label={t("picture")}
          viewBox={`${-quiet} ${-quiet} ${side} ${side}`}
          className="my-3 size-52 forced-color-adjust-none"
          shapeRendering="crispEdges"
        >
          {/* Dark on light whatever the theme: many apps read it no other way. */}
          <rect x={-quiet} y={-quiet} width={side} height={side} fill="white" />
          <path d={shown.code.path} fill="black" />
        </svg>
        <p className="text-sm text-muted">{t("scanText")}</p>
        <p className="mt-1 font-mono text-sm break-words select-all">{shown.typed}</p>
      </div>
      <Field name="code" label={t("code")} hint={t("codeHint")} error={problemAt(problems, "code")}>
        {(control) => (
          <TextInput
            {...control}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={20}
            required
            className="max-w-40"
          />
        )}
      </Field>
      <SubmitButton pendingLabel={t("confirming")} pending={pending} className="justify-self-start">
        {t("confirm")}
      </SubmitButton>
    </form>
  );
}
