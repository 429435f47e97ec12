"use client";

import type { Words } from "#app/_i18n/words.ts";
import { useTRPCClient } from "#app/_trpc/client.tsx";
import { ErrorSummary } from "#app/_ui/error-summary.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { acceptInvitation } from "./accept-invitation.ts";
import type { joinKeys } from "./form-keys.ts";
import { useSubmission } from "./use-submission.ts";

type JoinFormProps = { token: string; words: Words<(typeof joinKeys)[number] | "unreachable"> };

/** One press for somebody who is signed in with the invited address. */
export function JoinForm({ token, words }: JoinFormProps) {
  const client = useTRPCClient();
  const { problems, pending, onSubmit } = useSubmission(() => acceptInvitation(client, token, words));
  return (
    <form method="post" onSubmit={onSubmit} className="grid gap-4">
      <ErrorSummary title={words.problemTitle} errors={problems} />
      <SubmitButton pendingLabel={words.joining} pending={pending}>
        {words.join}
      </SubmitButton>
    </form>
  );
}
