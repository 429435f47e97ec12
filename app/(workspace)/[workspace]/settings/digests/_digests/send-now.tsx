"use client";

import { useMutation } from "@tanstack/react-query";
import { problemsOf } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { toast } from "#app/_ui/toast.ts";
import { shared, t } from "./words.ts";

/** Sends the digest's mail of its last complete days to who asks, at once. */
export function SendNow({
  workspace,
  digestId,
  name,
}: {
  workspace: string;
  digestId: string;
  name: string;
}) {
  const send = useMutation(
    useTRPC().digest.sendNow.mutationOptions({
      onSuccess: ({ to, sent }) => toast.success(t(sent ? "sentNow" : "sentAlready", { to })),
      onError(error) {
        for (const { message } of problemsOf(error, shared("unreachable"))) toast.error(message);
      },
    }),
  );
  return (
    <Button
      aria-disabled={send.isPending || undefined}
      aria-label={t("sendNamed", { name })}
      onClick={() => send.isPending || send.mutate({ workspace, digestId })}
    >
      {send.isPending ? t("sending") : t("sendNow")}
    </Button>
  );
}
