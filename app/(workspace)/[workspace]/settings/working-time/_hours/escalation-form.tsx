"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { problemAt, problemsOf, typed } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Checkbox } from "#app/_ui/checkbox.tsx";
import { ErrorSummary } from "#app/_ui/error-summary.tsx";
import { Field } from "#app/_ui/field.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import { toast } from "#app/_ui/toast.ts";
import { shared, t } from "./words.ts";

/** Whether leads are told of overdue answers, and when; `minutes` is null while they are not. */
export function EscalationForm({ workspace, minutes }: { workspace: string; minutes: number | null }) {
  const router = useRouter();
  const [on, setOn] = useState(minutes !== null);
  const set = useMutation(
    useTRPC().team.setEscalation.mutationOptions({
      onSuccess() {
        toast.success(t("escalationSaved"));
        router.refresh();
      },
    }),
  );
  const problems = problemsOf(set.error, shared("unreachable"));

  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    set.mutate({ workspace, minutes: on ? typed(new FormData(event.currentTarget), "minutes") : null });
  }

  return (
    <form method="post" noValidate onSubmit={save} className="grid gap-4">
      <ErrorSummary title={shared("formTitle")} errors={problems} />
      <Checkbox
        name="escalate"
        label={t("escalate")}
        checked={on}
        onChange={({ target }) => setOn(target.checked)}
      />
      {on && (
        <Field name="minutes" label={t("escalateAfter")} error={problemAt(problems, "minutes")}>
          {(control) => (
            <TextInput
              {...control}
              defaultValue={minutes ?? 60}
              inputMode="numeric"
              className="max-w-24 tabular-nums"
              required
            />
          )}
        </Field>
      )}
      <SubmitButton
        variant="secondary"
        pendingLabel={t("saving")}
        pending={set.isPending}
        className="justify-self-start"
      >
        {t("save")}
      </SubmitButton>
    </form>
  );
}
