"use client";

import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "#app/_trpc/client.tsx";
import { EndDialog } from "./end-dialog.tsx";
import { useEnding } from "./use-ending.ts";
import { t } from "./words.ts";

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
  const { dialog, followed } = useEnding(t("channelEnded"));
  const end = useMutation(useTRPC().chat.end.mutationOptions(followed));
  return (
    <EndDialog
      {...dialog}
      title={t("endChannelTitle", { name })}
      text={t("endChannelText")}
      label={t("endChannel", { name })}
      pending={end.isPending}
      onEnd={() => end.mutate({ workspace, channelId })}
    />
  );
}
