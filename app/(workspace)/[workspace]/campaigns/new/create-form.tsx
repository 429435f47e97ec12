"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { FormEvent } from "react";
import { problemAt, problemsOf, typed } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { ErrorSummary } from "#app/_ui/error-summary.tsx";
import { Field } from "#app/_ui/field.tsx";
import { Select } from "#app/_ui/select.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import { shared, t } from "../_campaigns/words.ts";

type CreateFormProps = { workspace: string; surveys: { id: string; name: string }[] };

/** Makes the draft, which the further steps then change. */
export function CreateForm({ workspace, surveys }: CreateFormProps) {
  const router = useRouter();
  const create = useMutation(
    useTRPC().campaign.create.mutationOptions({
      onSuccess: ({ id }) => router.replace(`/${workspace}/campaigns/${id}?step=people`),
    }),
  );
  const problems = problemsOf(create.error, shared("unreachable"));

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    create.mutate({ workspace, name: typed(form, "name"), surveyId: typed(form, "surveyId") });
  }

  return (
    <form method="post" noValidate onSubmit={submit} className="mt-6 grid max-w-xl gap-5">
      <ErrorSummary title={shared("formTitle")} errors={problems} />
      <Field
        name="name"
        label={t("survey.name")}
        hint={t("survey.nameHint")}
        error={problemAt(problems, "name")}
      >
        {(control) => (
          <TextInput
            {...control}
            placeholder={t("survey.namePlaceholder")}
            maxLength={120}
            autoComplete="off"
            required
          />
        )}
      </Field>
      <Field
        name="surveyId"
        label={t("survey.survey")}
        hint={t("survey.surveyHint")}
        error={problemAt(problems, "surveyId")}
      >
        {(control) => (
          <Select {...control}>
            {surveys.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <SubmitButton
        pendingLabel={t("survey.creating")}
        pending={create.isPending || create.isSuccess}
        className="justify-self-start"
      >
        {t("survey.create")}
      </SubmitButton>
    </form>
  );
}
