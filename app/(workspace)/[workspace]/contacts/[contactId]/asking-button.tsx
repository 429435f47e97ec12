"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { toast } from "sonner";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { t } from "../words.ts";

/** Stops surveys to a customer, or allows them again. */
export function AskingButton({
  workspace,
  contactId,
  stopped,
}: {
  workspace: string;
  contactId: string;
  stopped: boolean;
}) {
  const router = useRouter();
  const trpc = useTRPC();
  const said = (message: string) => ({
    onSuccess: () => {
      toast.success(message);
      router.refresh();
    },
    onError: (error: { message: string }) => toast.error(t("failed"), { description: error.message }),
  });
  const stop = useMutation(trpc.contact.stopAsking.mutationOptions(said(t("stopDone"))));
  const lift = useMutation(trpc.contact.askAgain.mutationOptions(said(t("liftDone"))));
  return (
    <Button
      disabled={stop.isPending || lift.isPending}
      onClick={() =>
        stopped ? lift.mutate({ workspace, contactId }) : stop.mutate({ workspace, contactId })
      }
    >
      {t(stopped ? "lift" : "stop")}
    </Button>
  );
}
