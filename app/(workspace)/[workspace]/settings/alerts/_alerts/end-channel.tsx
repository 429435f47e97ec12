"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { problemsOf } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { EndDialog } from "./end-dialog.tsx";
import { shared, t } from "./words.ts";

/** Ends a channel with its alerts, after asking. */
export function EndChannel({
  workspace,
  channelId,
  name,
}: {
  workspace: string;
  channelId: string;
  name: string;
}) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const end = useMutation(
    useTRPC().chat.end.mutationOptions({
      onSuccess() {
        setOpen(false);
        toast.success(t("channelEnded"));
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
      title={t("endChannelTitle", { name })}
      text={t("endChannelText")}
      label={t("endChannel", { name })}
      pending={end.isPending}
      onEnd={() => end.mutate({ workspace, channelId })}
    />
  );
}
