"use client";

import { useActionState } from "react";
import type { Words } from "#app/_i18n/words.ts";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { PasswordField } from "#app/(auth)/_auth/password-field.tsx";

type PasswordFormProps = {
  enter: (said: string | null, form: FormData) => Promise<string | null>;
  words: Words<"reader.password" | "reader.show" | "reader.enter" | "reader.entering">;
};

/** The password of a link; what stopped it stands at the field. */
export function PasswordForm({ enter, words }: PasswordFormProps) {
  const [problem, action] = useActionState(enter, null);
  return (
    <form action={action} noValidate className="grid gap-4">
      <div aria-live="polite">
        <PasswordField
          label={words["reader.password"]}
          showLabel={words["reader.show"]}
          autoComplete="current-password"
          error={problem ?? undefined}
        />
      </div>
      <SubmitButton pendingLabel={words["reader.entering"]} className="justify-self-start">
        {words["reader.enter"]}
      </SubmitButton>
    </form>
  );
}
