"use client";

import { problemAt, typed } from "#app/_form/problems.ts";
import type { Words } from "#app/_i18n/words.ts";
import { ErrorSummary } from "#app/_ui/error-summary.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { goToCompany, type RefusalWords } from "./credentials.ts";
import { EmailField } from "./email-field.tsx";
import type { companySignInKeys } from "./form-keys.ts";
import { useSubmission } from "./use-submission.ts";

type CompanySignInFormProps = {
  next: string;
  words: Words<(typeof companySignInKeys)[number]> & RefusalWords;
};

/** Asks for the address that says which company somebody is of; leads to its sign-in, and from there to `next`. */
export function CompanySignInForm({ next, words }: CompanySignInFormProps) {
  const { problems, pending, onSubmit } = useSubmission((form) =>
    goToCompany(typed(form, "email").trim(), next, words),
  );
  return (
    <form method="post" noValidate onSubmit={onSubmit} className="grid gap-4">
      <ErrorSummary title={words.problemTitle} errors={problems} />
      <EmailField label={words.email} error={problemAt(problems, "email")} />
      <SubmitButton pendingLabel={words.goingToCompany} pending={pending}>
        {words.companySignIn}
      </SubmitButton>
    </form>
  );
}
