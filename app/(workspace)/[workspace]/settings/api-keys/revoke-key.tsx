"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { problemsOf } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { Dialog, DialogClose } from "#app/_ui/dialog.tsx";
import { toast } from "#app/_ui/toast.ts";
import { shared, t } from "../_settings/words.ts";

/** Says that a key is in use, and ends it after asking. */
export function RevokeKey({ workspace, id, name }: { workspace: string; id: string; name: string }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const revoke = useMutation(
    useTRPC().workspace.revokeApiKey.mutationOptions({
      onSuccess() {
        setOpen(false);
        toast.success(t("keyEnded"));
        router.refresh();
      },
      onError(error) {
        for (const { message } of problemsOf(error, shared("unreachable"))) toast.error(message);
      },
    }),
  );
  return (
    <span className="flex flex-wrap items-center gap-3">
      {t("keyActive")}
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={t("revokeKeyTitle", { name })}
        description={t("revokeKeyText")}
        closeLabel={t("close")}
        trigger={
          <Button size="small" aria-label={t("revokeKeyNamed", { name })}>
            {t("revokeKey")}
          </Button>
        }
      >
        <div className="flex flex-wrap gap-2">
          <Button variant="danger" onClick={() => revoke.mutate({ workspace, id })}>
            {t("revokeKeyConfirm")}
          </Button>
          <DialogClose>
            <Button>{t("cancel")}</Button>
          </DialogClose>
        </div>
      </Dialog>
    </span>
  );
}
