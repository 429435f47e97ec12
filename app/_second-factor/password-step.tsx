"use client";

import type { FormEvent } from "react";
import { type Problem, problemAt, typed } from "#app/_form/problems.ts";
import { Button } from "#app/_ui/button.tsx";
import { ErrorSummary } from "#app/_ui/error-summary.tsx";
import { Field } from "#app/_ui/field.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import { shared, t } from "./words.ts";

type PasswordStepProps = {
  email: string;
  problems: Problem[];
  pending: boolean;
  onPassword(password: string): void;
  onCancel?(): void;
};

/** Asks for the password once more. */
export function PasswordStep({ email, problems, pending, onPassword, onCancel }: PasswordStepProps) {
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    onPassword(typed(new FormData(event.currentTarget), "password"));
  }
  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-4">
      <ErrorSummary title={shared("formTitle")} errors={problems} />
      <input type="email" name="username" autoComplete="username" defaultValue={email} hidden readOnly />
      <Field
        name="password"
        label={t("password")}
        hint={t("passwordHint")}
        error={problemAt(problems, "password")}
      >
        {(control) => <TextInput {...control} type="password" autoComplete="current-password" required />}
      </Field>
      <div className="flex flex-wrap gap-2">
        <SubmitButton pendingLabel={t("goingOn")} pending={pending}>
          {t("goOn")}
        </SubmitButton>
        {onCancel && <Button onClick={onCancel}>{t("cancel")}</Button>}
      </div>
    </form>
  );
}
