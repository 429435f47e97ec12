"use client";

import { useMutation } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { problemAt, problemsOf, typed } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Field } from "#app/_ui/field.tsx";
import { Section } from "#app/_ui/section.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import { shared, t } from "../../_campaigns/words.ts";

type TestFormProps = { workspace: string; id: string; self: string; locale: string };

/** Sends the mail to oneself, in the language of the preview. */
export function TestForm({ workspace, id, self, locale }: TestFormProps) {
  const test = useMutation(useTRPC().campaign.sendTest.mutationOptions());
  const problems = problemsOf(test.error, shared("unreachable"));
  const elsewhere = problems.find((problem) => problem.fieldId !== "to");

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    test.mutate({ workspace, id, to: typed(new FormData(event.currentTarget), "to"), locale });
  }

  return (
    <Section title={t("text.test")} space="none">
      <form method="post" noValidate onSubmit={submit} className="grid gap-4">
        <Field
          name="to"
          label={t("text.testTo")}
          hint={t("text.testText")}
          error={problemAt(problems, "to") ?? elsewhere?.message}
        >
          {(control) => (
            <TextInput {...control} type="email" inputMode="email" defaultValue={self} autoComplete="email" />
          )}
        </Field>
        <div className="flex flex-wrap items-center gap-4">
          <SubmitButton variant="secondary" pendingLabel={t("text.testSending")} pending={test.isPending}>
            {t("text.testSend")}
          </SubmitButton>
          <p role="status" className="text-sm text-muted">
            {test.data && t("text.testSent", { to: test.data.to })}
          </p>
        </div>
      </form>
    </Section>
  );
}
