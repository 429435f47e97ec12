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
import { shared, t } from "../_settings/words.ts";

/** Asks for the domain and the address on it that mail shall come from. */
export function AddDomainForm({ workspace }: { workspace: string }) {
  const router = useRouter();
  const add = useMutation(useTRPC().sendingDomain.add.mutationOptions({ onSuccess: () => router.refresh() }));
  const problems = problemsOf(add.error, shared("unreachable"));

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    add.mutate({ workspace, domain: typed(form, "domain"), fromLocal: typed(form, "fromLocal") });
  }

  return (
    <form method="post" noValidate onSubmit={submit} className="grid max-w-xl gap-4">
      <ErrorSummary title={shared("formTitle")} errors={problems} />
      <Field name="domain" label={t("domain")} hint={t("domainHint")} error={problemAt(problems, "domain")}>
        {(control) => (
          <TextInput {...control} autoComplete="off" autoCapitalize="off" spellCheck={false} required />
        )}
      </Field>
      <Field
        name="fromLocal"
        label={t("fromLocal")}
        hint={t("fromLocalHint")}
        error={problemAt(problems, "fromLocal")}
      >
        {(control) => (
          <TextInput
            {...control}
            defaultValue="feedback"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            className="max-w-60"
          />
        )}
      </Field>
      <SubmitButton pendingLabel={t("addingDomain")} pending={add.isPending} className="justify-self-start">
        {t("addDomain")}
      </SubmitButton>
    </form>
  );
}
