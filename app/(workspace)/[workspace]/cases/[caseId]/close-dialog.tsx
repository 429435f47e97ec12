"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { words } from "../words.ts";
import { CloseFields, closingOf } from "./close-fields.tsx";
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
    close.mutate({ workspace, caseId, ...closingOf(new FormData(event.currentTarget)) });
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
        <CloseFields ask={ask} />
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
