"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { FormEvent } from "react";
import { problemAt, problemsOf, typed } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { ErrorSummary } from "#app/_ui/error-summary.tsx";
import { Field } from "#app/_ui/field.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import { shared } from "../_settings/words.ts";
import { t } from "./words.ts";

/** Names one more domain of the company's. */
export function AddDomainForm({ workspace }: { workspace: string }) {
  const router = useRouter();
  const add = useMutation(
    useTRPC().singleSignOn.addDomain.mutationOptions({ onSuccess: () => router.refresh() }),
  );
  const problems = problemsOf(add.error, shared("unreachable"));

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const domain = typed(new FormData(form), "domain");
    add.mutate({ workspace, domain }, { onSuccess: () => form.reset() });
  }

  return (
    <form method="post" noValidate onSubmit={submit} className="grid max-w-xl gap-4">
      <ErrorSummary title={shared("formTitle")} errors={problems} />
      <Field name="domain" label={t("domain")} hint={t("domainHint")} error={problemAt(problems, "domain")}>
        {(control) => (
          <TextInput {...control} autoComplete="off" autoCapitalize="off" spellCheck={false} required />
        )}
      </Field>
      <SubmitButton pendingLabel={t("adding")} pending={add.isPending} className="justify-self-start">
        {t("add")}
      </SubmitButton>
    </form>
  );
}
