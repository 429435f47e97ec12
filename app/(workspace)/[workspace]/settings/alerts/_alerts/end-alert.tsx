"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { problemsOf } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { EndDialog } from "./end-dialog.tsx";
import { shared, t } from "./words.ts";

/** Ends an alert, after asking. */
export function EndAlert({ workspace, alertId, name }: { workspace: string; alertId: string; name: string }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const end = useMutation(
    useTRPC().alert.end.mutationOptions({
      onSuccess() {
        setOpen(false);
        toast.success(t("ended"));
        router.refresh();
      },
      onError(error) {
        for (const { message } of problemsOf(error, shared("unreachable"))) toast.error(message);
      },
    }),
  );
  return (
    <EndDialog
      open={open}
      onOpenChange={setOpen}
      title={t("endTitle")}
      name={name}
      text={t("endText")}
      label={t("endNamed", { name })}
      pending={end.isPending}
      onEnd={() => end.mutate({ workspace, alertId })}
    />
  );
}
