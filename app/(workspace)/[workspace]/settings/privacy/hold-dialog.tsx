"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { problemAt, problemsOf, typed } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { Field } from "#app/_ui/field.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import { toast } from "#app/_ui/toast.ts";
import { shared } from "../_settings/words.ts";
import { t } from "./words.ts";

/** Holds all removal, and asks why. */
export function HoldDialog({ workspace }: { workspace: string }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const hold = useMutation(
    useTRPC().retention.hold.mutationOptions({
      onSuccess() {
        setOpen(false);
        toast.success(t("holding"));
        router.refresh();
      },
    }),
  );
  const problems = problemsOf(hold.error, shared("unreachable"));

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    hold.mutate({ workspace, reason: typed(new FormData(event.currentTarget), "reason") });
  }

  return (
    <Dialog
      title={t("holdTitle")}
      description={t("holdText")}
      closeLabel={t("close")}
      trigger={<Button>{t("hold")}</Button>}
      open={open}
      onOpenChange={setOpen}
    >
      <form method="post" noValidate onSubmit={submit} className="grid gap-4">
        <Field
          name="reason"
          label={t("holdReason")}
          error={problemAt(problems, "reason") ?? problems.find(({ fieldId }) => !fieldId)?.message}
        >
          {(control) => <TextInput {...control} maxLength={300} />}
        </Field>
        <SubmitButton pendingLabel={t("saving")} pending={hold.isPending} className="justify-self-start">
          {t("hold")}
        </SubmitButton>
      </form>
    </Dialog>
  );
}
