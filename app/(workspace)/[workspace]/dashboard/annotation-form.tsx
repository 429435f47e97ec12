"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { FormEvent } from "react";
import { problemAt, problemsOf, typed } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Checkbox } from "#app/_ui/checkbox.tsx";
import { ErrorSummary } from "#app/_ui/error-summary.tsx";
import { Field } from "#app/_ui/field.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import { toast } from "#app/_ui/toast.ts";
import { appTranslator } from "#server/i18n/translate-app.ts";
import type { Noted } from "./annotate.tsx";
import { words as t } from "./client-words.ts";

const errors = appTranslator("errors");

type AnnotationFormProps = {
  workspace: string;
  /** The one to change; without it a new one is made. */
  changed?: Noted;
  today: string;
  mayShare: boolean;
  onDone: () => void;
};

/** A day, what happened, and for whom. */
export function AnnotationForm({ workspace, changed, today, mayShare, onDone }: AnnotationFormProps) {
  const router = useRouter();
  const trpc = useTRPC();
  const done = (word: "added" | "changed") => ({
    onSuccess() {
      toast.success(t(`annotate.${word}`));
      onDone();
      router.refresh();
    },
  });
  const add = useMutation(trpc.annotation.add.mutationOptions(done("added")));
  const change = useMutation(trpc.annotation.change.mutationOptions(done("changed")));
  const problems = problemsOf(add.error ?? change.error, errors("unreachable"));

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const shared = changed?.shared || form.has("shared");
    const given = { workspace, day: typed(form, "day"), text: typed(form, "text"), shared };
    if (changed) change.mutate({ ...given, annotationId: changed.id });
    else add.mutate(given);
  }

  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-4">
      <ErrorSummary title={errors("formTitle")} errors={problems} />
      <Field name="day" label={t("annotate.day")} error={problemAt(problems, "day")}>
        {(control) => <TextInput {...control} type="date" defaultValue={changed?.day ?? today} required />}
      </Field>
      <Field
        name="text"
        label={t("annotate.what")}
        hint={t("annotate.hint")}
        error={problemAt(problems, "text")}
      >
        {(control) => (
          <TextInput {...control} defaultValue={changed?.text} autoComplete="off" autoFocus required />
        )}
      </Field>
      {changed?.shared ? (
        <p className="text-muted">{t("annotate.sharedAlready")}</p>
      ) : (
        mayShare && (
          <Checkbox
            id="shared"
            name="shared"
            value="yes"
            label={t("annotate.shared")}
            hint={t("annotate.sharedHint")}
          />
        )
      )}
      <SubmitButton
        pendingLabel={t("annotate.saving")}
        pending={add.isPending || change.isPending}
        className="justify-self-start"
      >
        {t(changed ? "annotate.save" : "annotate.add")}
      </SubmitButton>
    </form>
  );
}
