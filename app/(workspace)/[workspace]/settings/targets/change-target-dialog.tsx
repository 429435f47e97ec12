"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { problemsOf, typed } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { ErrorSummary } from "#app/_ui/error-summary.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { toast } from "#app/_ui/toast.ts";
import { shared } from "../_settings/words.ts";
import { ContractFields } from "./contract-fields.tsx";
import { ReasonField } from "./reason-field.tsx";
import { t } from "./words.ts";

type ChangeTargetDialogProps = {
  workspace: string;
  name: string;
  members: readonly { id: string; name: string }[];
  target: { id: string; version: number; goal: number; minimum: number; ownerId: string | null };
};

/** Changes goal, minimum or owner of a target, and asks why. */
export function ChangeTargetDialog({ workspace, name, members, target }: ChangeTargetDialogProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const change = useMutation(
    useTRPC().target.change.mutationOptions({
      onSuccess() {
        toast.success(t("change.done"));
        setOpen(false);
        router.refresh();
      },
    }),
  );
  const problems = problemsOf(change.error, shared("unreachable"));

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    change.mutate({
      workspace,
      targetId: target.id,
      version: target.version,
      goal: typed(form, "goal"),
      minimum: typed(form, "minimum"),
      ownerId: typed(form, "ownerId"),
      reason: typed(form, "reason"),
    });
  }

  return (
    <Dialog
      title={t("change.named", { name })}
      description={t("change.text")}
      closeLabel={t("close")}
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        change.reset();
      }}
      trigger={<Button aria-label={t("change.named", { name })}>{t("change.button")}</Button>}
    >
      <form method="post" noValidate onSubmit={submit} className="grid gap-4">
        <ErrorSummary title={shared("formTitle")} errors={problems} />
        <ContractFields members={members} problems={problems} target={target} />
        <ReasonField problems={problems} />
        <SubmitButton
          pendingLabel={t("change.changing")}
          pending={change.isPending}
          className="justify-self-start"
        >
          {t("change.submit")}
        </SubmitButton>
      </form>
    </Dialog>
  );
}
