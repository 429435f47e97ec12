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

/** Ends a digest, after asking. */
export function EndDigest({
  workspace,
  digestId,
  name,
}: {
  workspace: string;
  digestId: string;
  name: string;
}) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const end = useMutation(
    useTRPC().digest.end.mutationOptions({
      onSuccess() {
        setOpen(false);
        toast.success(t("endedNow"));
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
      title={t("endTitle")}
      description={
        <>
          <p className="font-medium text-text">{name}</p>
          <p className="mt-1">{t("endText")}</p>
        </>
      }
      closeLabel={t("close")}
      trigger={<Button aria-label={t("endNamed", { name })}>{t("end")}</Button>}
    >
      <div className="flex flex-wrap gap-2">
        <Button
          variant="danger"
          aria-disabled={end.isPending || undefined}
          onClick={() => end.isPending || end.mutate({ workspace, digestId })}
        >
          {t("endConfirm")}
        </Button>
        <DialogClose>
          <Button>{t("cancel")}</Button>
        </DialogClose>
      </div>
    </Dialog>
  );
}
