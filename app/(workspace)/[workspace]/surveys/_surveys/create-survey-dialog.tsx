"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { FormEvent } from "react";
import { problemAt, problemsOf, typed } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { ErrorSummary } from "#app/_ui/error-summary.tsx";
import { Field } from "#app/_ui/field.tsx";
import { RadioGroup } from "#app/_ui/radio-group.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import { kindOptions } from "./kind-options.ts";
import { shared, t } from "./words.ts";

/** Asks for a name and a kind, and opens the new survey. */
export function CreateSurveyDialog({ workspace }: { workspace: string }) {
  const router = useRouter();
  const create = useMutation(
    useTRPC().survey.create.mutationOptions({
      onSuccess: ({ id }) => router.push(`/${workspace}/surveys/${id}/edit`),
    }),
  );
  const problems = problemsOf(create.error, shared("unreachable"));

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const kind = typed(form, "kind") === "transactional" ? "transactional" : "relationship";
    create.mutate({ workspace, name: typed(form, "name"), touchpoint: typed(form, "touchpoint"), kind });
  }

  return (
    <Dialog
      title={t("newSurvey")}
      description={t("newText")}
      closeLabel={t("cancel")}
      trigger={<Button variant="primary">{t("newSurvey")}</Button>}
    >
      <form method="post" noValidate onSubmit={submit} className="grid gap-4">
        <ErrorSummary title={shared("formTitle")} errors={problems} />
        <Field name="name" label={t("name")} hint={t("nameHint")} error={problemAt(problems, "name")}>
          {(control) => (
            <TextInput {...control} placeholder={t("namePlaceholder")} autoComplete="off" required />
          )}
        </Field>
        <RadioGroup name="kind" legend={t("kind")} options={kindOptions()} defaultValue="relationship" />
        <Field
          name="touchpoint"
          label={t("touchpoint")}
          optional={t("optional")}
          hint={t("touchpointHint")}
          error={problemAt(problems, "touchpoint")}
        >
          {(control) => <TextInput {...control} autoComplete="off" />}
        </Field>
        <SubmitButton
          pendingLabel={t("creating")}
          pending={create.isPending || create.isSuccess}
          className="justify-self-start"
        >
          {t("create")}
        </SubmitButton>
      </form>
    </Dialog>
  );
}
