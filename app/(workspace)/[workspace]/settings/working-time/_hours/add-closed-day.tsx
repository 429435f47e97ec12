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
import { toast } from "#app/_ui/toast.ts";
import { shared, t } from "./words.ts";

/** Closes the workspace or a team on a day. */
export function AddClosedDay({ workspace, teamId }: { workspace: string; teamId: string | null }) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const add = useMutation(
    useTRPC().workingTime.addClosedDay.mutationOptions({
      onSuccess() {
        toast.success(t("added"));
        form.current?.reset();
        router.refresh();
      },
    }),
  );
  const problems = problemsOf(add.error, shared("unreachable"));

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    add.mutate({ workspace, teamId, day: typed(given, "day"), name: typed(given, "name") });
  }

  return (
    <form ref={form} method="post" noValidate onSubmit={submit} className="grid gap-4">
      <ErrorSummary title={shared("formTitle")} errors={problems} />
      <div className="grid gap-4 sm:grid-cols-[11rem_1fr]">
        <Field name="day" label={t("day")} error={problemAt(problems, "day")}>
          {(control) => <TextInput {...control} type="date" className="self-end" required />}
        </Field>
        <Field name="name" label={t("reason")} hint={t("reasonHint")} error={problemAt(problems, "name")}>
          {(control) => <TextInput {...control} autoComplete="off" maxLength={80} required />}
        </Field>
      </div>
      <SubmitButton
        variant="secondary"
        pendingLabel={t("adding")}
        pending={add.isPending}
        className="justify-self-start"
      >
        {t("addDay")}
      </SubmitButton>
    </form>
  );
}
