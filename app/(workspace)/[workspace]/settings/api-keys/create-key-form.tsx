"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useRef } from "react";
import { problemAt, problemsOf, typed } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { ErrorSummary } from "#app/_ui/error-summary.tsx";
import { Field } from "#app/_ui/field.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import { shared, t } from "../_settings/words.ts";
import { NewKey } from "./new-key.tsx";

/** Makes a key and shows it once. */
export function CreateKeyForm({ workspace }: { workspace: string }) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const create = useMutation(
    useTRPC().workspace.createApiKey.mutationOptions({
      onSuccess() {
        form.current?.reset();
        router.refresh();
      },
    }),
  );
  const problems = problemsOf(create.error, shared("unreachable"));

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    create.mutate({ workspace, name: typed(new FormData(event.currentTarget), "name") });
  }

  if (create.data) return <NewKey value={create.data.key} onStored={() => create.reset()} />;
  return (
    <form ref={form} method="post" noValidate onSubmit={submit} className="grid max-w-xl gap-4">
      <ErrorSummary title={shared("formTitle")} errors={problems} />
      <Field name="name" label={t("keyName")} hint={t("keyNameHint")} error={problemAt(problems, "name")}>
        {(control) => <TextInput {...control} autoComplete="off" maxLength={60} required />}
      </Field>
      <SubmitButton pendingLabel={t("creatingKey")} pending={create.isPending} className="justify-self-start">
        {t("createKey")}
      </SubmitButton>
    </form>
  );
}
