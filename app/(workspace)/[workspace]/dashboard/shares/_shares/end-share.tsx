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

/** Ends a link for good, after asking. */
export function EndShare({ workspace, shareId, name }: { workspace: string; shareId: string; name: string }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const end = useMutation(
    useTRPC().share.end.mutationOptions({
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
      title={t("endTitle", { name })}
      description={t("endText")}
      closeLabel={t("cancel")}
      trigger={<Button aria-label={t("endOf", { name })}>{t("end")}</Button>}
    >
      <div className="flex flex-wrap gap-2">
        <Button
          variant="danger"
          aria-disabled={end.isPending || undefined}
          onClick={() => !end.isPending && end.mutate({ workspace, shareId })}
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
