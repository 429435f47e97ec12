"use client";

import { useRef } from "react";
import { problemAt, typed } from "#app/_form/problems.ts";
import type { Words } from "#app/_i18n/words.ts";
import { useTRPCClient } from "#app/_trpc/client.tsx";
import { ErrorSummary } from "#app/_ui/error-summary.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { acceptInvitation } from "./accept-invitation.ts";
import { postCredentials, type RefusalWords } from "./credentials.ts";
import { EmailField } from "./email-field.tsx";
import type { joinSignUpKeys } from "./form-keys.ts";
import { NameField } from "./name-field.tsx";
import { PasswordField } from "./password-field.tsx";
import { useSubmission } from "./use-submission.ts";

type JoinSignUpFormProps = {
  token: string;
  email: string;
  words: Words<(typeof joinSignUpKeys)[number]> & RefusalWords;
};

/** Account and membership in one go, for somebody who is new here. */
export function JoinSignUpForm({ token, email, words }: JoinSignUpFormProps) {
  const client = useTRPCClient();
  const signedUp = useRef(false);

  const { problems, pending, onSubmit } = useSubmission(async (form) => {
    const name = typed(form, "name").trim();
    if (!name) return [{ fieldId: "name", message: words.nameMissing }];
    if (!signedUp.current) {
      const refused = await postCredentials(
        "/sign-up/invited",
        { name, token, password: typed(form, "password") },
        words,
      );
      if (refused.length > 0) return refused;
      signedUp.current = true;
    }
    return acceptInvitation(client, token, words);
  });

  return (
    <form method="post" noValidate onSubmit={onSubmit} className="grid gap-4">
      <ErrorSummary title={words.problemTitle} errors={problems} />
      <NameField label={words.name} error={problemAt(problems, "name")} />
      <EmailField label={words.email} defaultValue={email} readOnly error={problemAt(problems, "email")} />
      <PasswordField
        label={words.password}
        showLabel={words.showPassword}
        autoComplete="new-password"
        hint={words.passwordHint}
        error={problemAt(problems, "password")}
      />
      <SubmitButton pendingLabel={words.joining} pending={pending}>
        {words.join}
      </SubmitButton>
    </form>
  );
}
