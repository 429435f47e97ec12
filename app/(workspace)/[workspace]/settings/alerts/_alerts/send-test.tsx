"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { problemsOf } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { Notice } from "#app/_ui/notice.tsx";
import { toast } from "#app/_ui/toast.ts";
import { answerInWords } from "./answer-in-words.ts";
import { shared, t } from "./words.ts";

const askAgainMs = 1_000;

/** Sends a channel a test and shows exactly what was answered, as soon as it was. */
export function SendTest({
  workspace,
  channelId,
  name,
}: {
  workspace: string;
  channelId: string;
  name: string;
}) {
  const trpc = useTRPC();
  const router = useRouter();
  const [messageId, setMessageId] = useState<string>();
  const send = useMutation(
    trpc.chat.sendTest.mutationOptions({
      onSuccess: (sent) => setMessageId(sent.messageId),
      onError(error) {
        for (const { message } of problemsOf(error, shared("unreachable"))) toast.error(message);
      },
    }),
  );
  const { data } = useQuery(
    trpc.chat.answer.queryOptions(
      { workspace, messageId: messageId ?? "" },
      {
        enabled: messageId !== undefined,
        refetchInterval: ({ state }) => (state.data && state.data.answer !== null ? false : askAgainMs),
      },
    ),
  );
  const answered = messageId !== undefined && data && data.answer !== null ? data : null;
  const isDone = answered !== null;
  useEffect(() => {
    if (isDone) router.refresh();
  }, [isDone, router]);
  const busy = send.isPending || (messageId !== undefined && !isDone);
  return (
    <>
      <Button
        size="small"
        aria-disabled={busy || undefined}
        aria-label={t("testNamed", { name })}
        onClick={() => busy || send.mutate({ workspace, channelId })}
      >
        {busy ? t("testing") : t("test")}
      </Button>
      <div role="status" className={answered ? "order-last basis-full" : "sr-only"}>
        {answered && (
          <Notice
            tone={answered.state === "sent" ? "ok" : "alarm"}
            title={t(answered.state === "sent" ? "tested" : "testFailed")}
          >
            <span className="break-words">{answerInWords(answered)}</span>
          </Notice>
        )}
      </div>
    </>
  );
}
