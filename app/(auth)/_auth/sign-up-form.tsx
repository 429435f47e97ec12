"use client";

import { useRef } from "react";
import { type Problem, problemAt, typed } from "#app/_form/problems.ts";
import type { Words } from "#app/_i18n/words.ts";
import { useTRPCClient } from "#app/_trpc/client.tsx";
import { ErrorSummary } from "#app/_ui/error-summary.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { CompanyField } from "./company-field.tsx";
import { createWorkspace } from "./create-workspace.ts";
import { postCredentials, type RefusalWords } from "./credentials.ts";
import { EmailField } from "./email-field.tsx";
import type { signUpKeys } from "./form-keys.ts";
import { NameField } from "./name-field.tsx";
import { PasswordField } from "./password-field.tsx";
import { useSubmission } from "./use-submission.ts";

type SignUpFormProps = {
  /** Of the link that was mailed to the address; without one it is the first account of all, and the address is asked for. */
  token?: string;
  words: Words<(typeof signUpKeys)[number]> & RefusalWords;
};

/** Account and workspace in one go; leads to the set-up page. */
export function SignUpForm({ token, words }: SignUpFormProps) {
  const client = useTRPCClient();
  // An account that was made stays made when the workspace could not be; pressing again makes the workspace only.
  const signedUp = useRef(false);

  const { problems, pending, onSubmit } = useSubmission(async (form) => {
    const [name, company] = [typed(form, "name").trim(), typed(form, "company").trim()];
    const missing: Problem[] = [
      ...(name ? [] : [{ fieldId: "name", message: words.nameMissing }]),
      ...(company ? [] : [{ fieldId: "company", message: words.companyMissing }]),
    ];
    if (missing.length > 0) return missing;
    if (!signedUp.current) {
      const account = { name, password: typed(form, "password") };
      const refused = token
        ? await postCredentials("/sign-up/link", { ...account, token }, words)
        : await postCredentials("/sign-up/first", { ...account, email: typed(form, "email").trim() }, words);
      if (refused.length > 0) return refused;
      signedUp.current = true;
    }
    return createWorkspace(client, company, words.unreachable);
  });

  return (
    <form method="post" noValidate onSubmit={onSubmit} className="grid gap-4">
      <ErrorSummary title={words.problemTitle} errors={problems} />
      <NameField label={words.name} error={problemAt(problems, "name")} />
      <CompanyField label={words.company} hint={words.companyHint} error={problemAt(problems, "company")} />
      {!token && <EmailField label={words.email} error={problemAt(problems, "email")} />}
      <PasswordField
        label={words.password}
        showLabel={words.showPassword}
        autoComplete="new-password"
        hint={words.passwordHint}
        error={problemAt(problems, "password")}
      />
      <SubmitButton pendingLabel={words.signingUp} pending={pending}>
        {words.signUp}
      </SubmitButton>
    </form>
  );
}
