"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { problemsOf } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { Dialog, DialogClose } from "#app/_ui/dialog.tsx";
import { toast } from "#app/_ui/toast.ts";
import { t as ofSettings, shared } from "../_settings/words.ts";
import { t } from "./words.ts";

/** Takes the provider away, after a question. */
export function RemoveProvider({ workspace, issuer }: { workspace: string; issuer: string }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const remove = useMutation(
    useTRPC().singleSignOn.remove.mutationOptions({
      onSuccess() {
        setOpen(false);
        toast.success(t("removed"));
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
      title={t("removeTitle", { issuer })}
      description={t("removeText")}
      closeLabel={ofSettings("close")}
      trigger={<Button variant="danger">{t("remove")}</Button>}
    >
      <div className="flex flex-wrap gap-2">
        <Button
          variant="danger"
          aria-disabled={remove.isPending || undefined}
          onClick={() => !remove.isPending && remove.mutate({ workspace })}
        >
          {t("remove")}
        </Button>
        <DialogClose>
          <Button>{ofSettings("cancel")}</Button>
        </DialogClose>
      </div>
    </Dialog>
  );
}
