"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { toast } from "#app/_ui/toast.ts";
import { LiftDialog } from "../_lift/lift-dialog.tsx";
import { t } from "../words.ts";

type AskingButtonProps = { workspace: string; contactId: string; name: string; stopped: boolean };

/** Stops surveys to a customer, or allows them again. */
export function AskingButton({ workspace, contactId, name, stopped }: AskingButtonProps) {
  const router = useRouter();
  const stop = useMutation(
    useTRPC().suppression.stopContact.mutationOptions({
      onSuccess() {
        toast.success(t("stopDone"));
        router.refresh();
      },
      onError: (error) => toast.error(t("failed"), { description: error.message }),
    }),
  );
  if (stopped) {
    return <LiftDialog workspace={workspace} of={{ contactId }} label={t("lift")} name={name} />;
  }
  return (
    <Button disabled={stop.isPending} onClick={() => stop.mutate({ workspace, contactId })}>
      {t("stop")}
    </Button>
  );
}
