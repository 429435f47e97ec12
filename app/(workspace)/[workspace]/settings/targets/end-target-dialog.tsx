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
import { ReasonField } from "./reason-field.tsx";
import { t } from "./words.ts";

type EndTargetDialogProps = { workspace: string; name: string; target: { id: string; version: number } };

/** Ends a target, and asks why. */
export function EndTargetDialog({ workspace, name, target }: EndTargetDialogProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const end = useMutation(
    useTRPC().target.end.mutationOptions({
      onSuccess() {
        toast.success(t("end.done"));
        setOpen(false);
        router.refresh();
      },
    }),
  );
  const problems = problemsOf(end.error, shared("unreachable"));

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const reason = typed(new FormData(event.currentTarget), "reason");
    end.mutate({ workspace, targetId: target.id, version: target.version, reason });
  }

  return (
    <Dialog
      title={t("end.named", { name })}
      description={t("end.text")}
      closeLabel={t("close")}
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        end.reset();
      }}
      trigger={<Button aria-label={t("end.named", { name })}>{t("end.button")}</Button>}
    >
      <form method="post" noValidate onSubmit={submit} className="grid gap-4">
        <ErrorSummary title={shared("formTitle")} errors={problems} />
        <ReasonField problems={problems} />
        <SubmitButton pendingLabel={t("end.ending")} pending={end.isPending} className="justify-self-start">
          {t("end.submit")}
        </SubmitButton>
      </form>
    </Dialog>
  );
}
