"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { Checkbox } from "#app/_ui/checkbox.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { Field } from "#app/_ui/field.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import { Textarea } from "#app/_ui/textarea.tsx";
import { suggestedCauses } from "#server/case/schema.ts";
import { words } from "../words.ts";
import type { AskWhether } from "./recovery.ts";

type CloseDialogProps = { workspace: string; caseId: string; ask: AskWhether };

/** Asks for cause and outcome, and whether the customer is to be asked later, then closes the case. */
export function CloseDialog({ workspace, caseId, ask }: CloseDialogProps) {
  const t = words();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const close = useMutation(
    useTRPC().case.close.mutationOptions({
      onSuccess: () => {
        setOpen(false);
        toast.success(t("close.done"));
        router.refresh();
      },
    }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    close.mutate({
      workspace,
      caseId,
      cause: String(form.get("cause")),
      outcome: String(form.get("outcome")),
      askRecovery: form.has("ask"),
    });
  };

  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button>{t("close.button")}</Button>}
      title={t("close.title")}
      description={t("close.description")}
      closeLabel={t("close.cancel")}
    >
      <form onSubmit={submit} className="grid gap-4">
        <Field name="cause" label={t("close.cause")}>
          {(control) => <TextInput {...control} list="causes" required maxLength={200} autoComplete="off" />}
        </Field>
        <datalist id="causes">
          {suggestedCauses.map((cause) => (
            <option key={cause} value={cause} />
          ))}
        </datalist>
        <Field name="outcome" label={t("close.outcome")} hint={t("close.outcomeHint")}>
          {(control) => <Textarea {...control} required maxLength={500} />}
        </Field>
        {ask && "question" in ask && (
          <Checkbox name="ask" value="yes" defaultChecked label={ask.question} hint={t("recovery.askHint")} />
        )}
        {ask && "refusal" in ask && <p className="text-sm text-muted">{ask.refusal}</p>}
        {close.error && (
          <p role="alert" className="text-sm text-alarm">
            {close.error.message}
          </p>
        )}
        <SubmitButton
          pending={close.isPending}
          pendingLabel={t("close.closing")}
          className="justify-self-start"
        >
          {t("close.submit")}
        </SubmitButton>
      </form>
    </Dialog>
  );
}
