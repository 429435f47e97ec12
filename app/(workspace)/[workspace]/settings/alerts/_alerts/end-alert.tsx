"use client";

import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "#app/_trpc/client.tsx";
import { EndDialog } from "./end-dialog.tsx";
import { useEnding } from "./use-ending.ts";
import { t } from "./words.ts";

/** Ends an alert, after asking. */
export function EndAlert({ workspace, alertId, name }: { workspace: string; alertId: string; name: string }) {
  const { dialog, followed } = useEnding(t("ended"));
  const end = useMutation(useTRPC().alert.end.mutationOptions(followed));
  return (
    <EndDialog
      {...dialog}
      title={t("endTitle")}
      name={name}
      text={t("endText")}
      label={t("endNamed", { name })}
      pending={end.isPending}
      onEnd={() => end.mutate({ workspace, alertId })}
    />
  );
}
