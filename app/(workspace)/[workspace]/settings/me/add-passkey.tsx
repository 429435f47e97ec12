"use client";

import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { type Problem, problemAt, problemsOf, typed } from "#app/_form/problems.ts";
import { PasswordStep } from "#app/_second-factor/password-step.tsx";
import { shared, t } from "#app/_second-factor/words.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { ErrorSummary } from "#app/_ui/error-summary.tsx";
import { Field } from "#app/_ui/field.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";

/** The page has a field "name" already: one's own. */
const field = "passkeyName";

type AddPasskeyProps = { email: string; onAdded(): void; onCancel(): void };

/** Makes a passkey: the password, a name, and what the browser asks. */
export function AddPasskey({ email, onAdded, onCancel }: AddPasskeyProps) {
  const api = useTRPC().auth;
  const [found, setFound] = useState<Problem[]>([]);
  const begin = useMutation(api.beginPasskey.mutationOptions());
  const add = useMutation(api.addPasskey.mutationOptions({ onSuccess: onAdded }));

  /** The name is looked at first: a browser that has made a passkey keeps it, whatever becomes of it here. */
  async function make(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const name = typed(new FormData(event.currentTarget), field).trim();
    add.reset();
    setFound(name ? [] : [{ fieldId: field, message: t("passkeyNameMissing") }]);
    if (!name) return;
    const response = await import("@simplewebauthn/browser")
      .then((passkeys) => passkeys.startRegistration({ optionsJSON: begin.data! }))
      .catch(() => null);
    if (response) add.mutate({ name, response: { ...response, clientExtensionResults: {} } });
    else setFound([{ message: t("passkeyFailed") }]);
  }

  if (!begin.data) {
    return (
      <PasswordStep
        email={email}
        problems={problemsOf(begin.error, shared("unreachable"))}
        pending={begin.isPending}
        onPassword={(password) => begin.mutate({ password })}
        onCancel={onCancel}
      />
    );
  }
  const refused = problemsOf(add.error, shared("unreachable")).map((problem) =>
    problem.fieldId === "name" ? { ...problem, fieldId: field } : problem,
  );
  const problems = [...found, ...refused];
  return (
    <form method="post" noValidate onSubmit={make} className="grid gap-4">
      <ErrorSummary title={shared("formTitle")} errors={problems} />
      <Field
        name={field}
        label={t("passkeyName")}
        hint={t("passkeyNameHint")}
        error={problemAt(problems, field)}
      >
        {(control) => <TextInput {...control} autoComplete="off" maxLength={60} required />}
      </Field>
      <div className="flex flex-wrap gap-2">
        <SubmitButton pendingLabel={t("passkeyMaking")} pending={add.isPending}>
          {t("passkeyMake")}
        </SubmitButton>
        <Button onClick={onCancel}>{t("cancel")}</Button>
      </div>
    </form>
  );
}
