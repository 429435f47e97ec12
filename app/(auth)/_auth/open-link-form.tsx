"use client";

import type { Words } from "#app/_i18n/words.ts";
import { ErrorSummary } from "#app/_ui/error-summary.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { type RefusalWords, signInBy } from "./credentials.ts";
import type { openLinkKeys } from "./form-keys.ts";
import { useSubmission } from "./use-submission.ts";

type OpenLinkFormProps = { token: string; words: Words<(typeof openLinkKeys)[number]> & RefusalWords };

/** The one press that uses the link up. */
export function OpenLinkForm({ token, words }: OpenLinkFormProps) {
  const { problems, pending, onSubmit } = useSubmission(() =>
    signInBy("/sign-in/link", { token }, words, "/"),
  );
  return (
    <form method="post" onSubmit={onSubmit} className="grid gap-4">
      <ErrorSummary title={words.problemTitle} errors={problems} />
      <SubmitButton pendingLabel={words.signingIn} pending={pending}>
        {words.signIn}
      </SubmitButton>
    </form>
  );
}
