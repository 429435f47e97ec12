"use client";

import { problemAt, typed } from "#app/_form/problems.ts";
import type { Words } from "#app/_i18n/words.ts";
import { ErrorSummary } from "#app/_ui/error-summary.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { type RefusalWords, signInBy } from "./credentials.ts";
import { EmailField } from "./email-field.tsx";
import type { signInKeys } from "./form-keys.ts";
import { PasswordField } from "./password-field.tsx";
import { useSubmission } from "./use-submission.ts";

type SignInFormProps = { next: string; words: Words<(typeof signInKeys)[number]> & RefusalWords };

/** Address and password; leads to `next`. */
export function SignInForm({ next, words }: SignInFormProps) {
  const { problems, pending, onSubmit } = useSubmission((form) => {
    const credentials = { email: typed(form, "email").trim(), password: typed(form, "password") };
    return signInBy("/sign-in/email", credentials, words, next);
  });

  return (
    <form method="post" noValidate onSubmit={onSubmit} className="grid gap-4">
      <ErrorSummary title={words.problemTitle} errors={problems} />
      <EmailField label={words.email} error={problemAt(problems, "email")} />
      <PasswordField
        label={words.password}
        showLabel={words.showPassword}
        autoComplete="current-password"
        error={problemAt(problems, "password")}
      />
      <SubmitButton pendingLabel={words.signingIn} pending={pending}>
        {words.signIn}
      </SubmitButton>
    </form>
  );
}
