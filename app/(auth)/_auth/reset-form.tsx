"use client";

import { problemAt, typed } from "#app/_form/problems.ts";
import type { Words } from "#app/_i18n/words.ts";
import { ErrorSummary } from "#app/_ui/error-summary.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { postCredentials, type RefusalWords } from "./credentials.ts";
import type { resetKeys } from "./form-keys.ts";
import { PasswordField } from "./password-field.tsx";
import { useSubmission } from "./use-submission.ts";

type ResetFormProps = { token: string; words: Words<(typeof resetKeys)[number]> & RefusalWords };

/** Sets the password that a link's token allows to set; leads to sign-in. */
export function ResetForm({ token, words }: ResetFormProps) {
  const { problems, pending, onSubmit } = useSubmission(async (form) => {
    const found = await postCredentials(
      "/reset-password",
      { token, newPassword: typed(form, "password") },
      words,
    );
    if (found.length === 0) location.assign("/sign-in?saved");
    return found;
  });

  return (
    <form method="post" noValidate onSubmit={onSubmit} className="grid gap-4">
      <ErrorSummary title={words.problemTitle} errors={problems} />
      <PasswordField
        label={words.newPassword}
        showLabel={words.showPassword}
        autoComplete="new-password"
        hint={words.passwordHint}
        error={problemAt(problems, "password")}
      />
      <SubmitButton pendingLabel={words.savingPassword} pending={pending}>
        {words.savePassword}
      </SubmitButton>
    </form>
  );
}
