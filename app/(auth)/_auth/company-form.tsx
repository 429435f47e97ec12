"use client";

import { problemAt, typed } from "#app/_form/problems.ts";
import type { Words } from "#app/_i18n/words.ts";
import { useTRPCClient } from "#app/_trpc/client.tsx";
import { ErrorSummary } from "#app/_ui/error-summary.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { CompanyField } from "./company-field.tsx";
import { createWorkspace } from "./create-workspace.ts";
import type { companyKeys } from "./form-keys.ts";
import { useSubmission } from "./use-submission.ts";

type CompanyFormProps = { words: Words<(typeof companyKeys)[number] | "unreachable"> };

/** One more workspace for somebody who is signed in. */
export function CompanyForm({ words }: CompanyFormProps) {
  const client = useTRPCClient();
  const { problems, pending, onSubmit } = useSubmission(async (form) => {
    const company = typed(form, "company").trim();
    if (!company) return [{ fieldId: "company", message: words.companyMissing }];
    return createWorkspace(client, company, words.unreachable);
  });

  return (
    <form method="post" noValidate onSubmit={onSubmit} className="grid gap-4">
      <ErrorSummary title={words.problemTitle} errors={problems} />
      <CompanyField label={words.company} hint={words.companyHint} error={problemAt(problems, "company")} />
      <SubmitButton pendingLabel={words.signingUp} pending={pending}>
        {words.signUp}
      </SubmitButton>
    </form>
  );
}
