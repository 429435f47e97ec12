"use client";

import { problemAt, typed } from "#app/_form/problems.ts";
import type { Words } from "#app/_i18n/words.ts";
import { ErrorSummary } from "#app/_ui/error-summary.tsx";
import { Field } from "#app/_ui/field.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import { type RefusalWords, signInBy } from "./credentials.ts";
import type { codeKeys } from "./form-keys.ts";
import { useSubmission } from "./use-submission.ts";

type CodeFormProps = { next: string; words: Words<(typeof codeKeys)[number]> & RefusalWords };

/** A code of the app, or a recovery code; leads to `next`. */
export function CodeForm({ next, words }: CodeFormProps) {
  const { problems, pending, onSubmit } = useSubmission((form) =>
    signInBy("/second-factor", { code: typed(form, "code") }, words, next),
  );
  return (
    <form method="post" noValidate onSubmit={onSubmit} className="grid gap-4">
      <ErrorSummary title={words.problemTitle} errors={problems} />
      <Field name="code" label={words.code} hint={words.codeHint} error={problemAt(problems, "code")}>
        {(control) => (
          <TextInput
            {...control}
            autoComplete="one-time-code"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={64}
            required
          />
        )}
      </Field>
      <SubmitButton pendingLabel={words.signingIn} pending={pending}>
        {words.signIn}
      </SubmitButton>
    </form>
  );
}
