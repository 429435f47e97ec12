"use client";

import { useState } from "react";
import { problemAt, typed } from "#app/_form/problems.ts";
import type { Words } from "#app/_i18n/words.ts";
import { ErrorSummary } from "#app/_ui/error-summary.tsx";
import { Notice } from "#app/_ui/notice.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import type { LinkPurpose } from "#server/auth/links.ts";
import { postCredentials, type RefusalWords } from "./credentials.ts";
import { EmailField } from "./email-field.tsx";
import type { linkKeys } from "./form-keys.ts";
import { useSubmission } from "./use-submission.ts";

type LinkFormProps = {
  purpose: LinkPurpose;
  /** `linkSentText` has `{email}` in it. */
  words: Words<(typeof linkKeys)[number] | "linkSentText"> & RefusalWords;
};

/** Asks for a link by mail; says the same whether or not the address is known. */
export function LinkForm({ purpose, words }: LinkFormProps) {
  const [sentTo, setSentTo] = useState<string>();
  const { problems, pending, onSubmit } = useSubmission(async (form) => {
    const email = typed(form, "email").trim();
    const found = await postCredentials("/request-link", { email, purpose }, words);
    if (found.length === 0) setSentTo(email);
    return found;
  });

  if (sentTo) {
    return (
      <Notice tone="ok" title={words.linkSentTitle} live>
        {words.linkSentText.replace("{email}", sentTo)}
      </Notice>
    );
  }
  return (
    <form method="post" noValidate onSubmit={onSubmit} className="grid gap-4">
      <ErrorSummary title={words.problemTitle} errors={problems} />
      <EmailField label={words.email} error={problemAt(problems, "email")} />
      <SubmitButton pendingLabel={words.sendingLink} pending={pending}>
        {words.sendLink}
      </SubmitButton>
    </form>
  );
}
