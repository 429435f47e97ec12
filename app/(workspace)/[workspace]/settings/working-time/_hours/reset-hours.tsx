"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { problemsOf } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { Dialog, DialogClose } from "#app/_ui/dialog.tsx";
import { toast } from "#app/_ui/toast.ts";
import { shared, t } from "./words.ts";

/** Gives up a team's own hours, after asking. */
export function ResetHours({ workspace, team }: { workspace: string; team: { id: string; name: string } }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { name } = team;
  const reset = useMutation(
    useTRPC().workingTime.reset.mutationOptions({
      onSuccess() {
        setOpen(false);
        toast.success(t("resetDone", { name }));
        router.refresh();
      },
      onError(error) {
        for (const { message } of problemsOf(error, shared("unreachable"))) toast.error(message);
      },
    }),
  );
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t("resetTitle", { name })}
      description={t("resetText")}
      closeLabel={t("close")}
      trigger={<Button aria-label={t("resetNamed", { name })}>{t("reset")}</Button>}
    >
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          aria-disabled={reset.isPending || undefined}
          onClick={() => reset.isPending || reset.mutate({ workspace, teamId: team.id })}
        >
          {t("reset")}
        </Button>
        <DialogClose>
          <Button>{t("cancel")}</Button>
        </DialogClose>
      </div>
    </Dialog>
  );
}
