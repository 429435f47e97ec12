"use client";

import { useMutation } from "@tanstack/react-query";
import { TRPCClientError } from "@trpc/client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { problemsOf } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { toast } from "#app/_ui/toast.ts";
import type { RouterOutputs } from "#server/router.ts";
import { words } from "../words.ts";
import type { DraftStore } from "./draft-store.ts";

type Newer = Extract<RouterOutputs["case"]["reply"], { sent: false }>["newer"];

/** How a reply goes out, where that is not at once. */
export type How = {
  sendAt?: string;
  unlessAnswered?: boolean;
  closing?: { causeId: string; outcome: string; askRecovery?: boolean };
  /** Until when the case sleeps once it has gone out. */
  snooze?: string;
};

type UseSending = {
  workspace: string;
  caseId: string;
  kind: "reply" | "note";
  store: DraftStore;
  newest: string | null;
  /** Called when the words are away; resolves when the page may be read again. */
  onSent(): Promise<void>;
};

export type Sending = ReturnType<typeof useSending>;

/** Sends the draft to the customer or adds it as a note for colleagues. A reply stops at what its writer has not seen. */
export function useSending({ workspace, caseId, kind, store, newest, onSent }: UseSending) {
  const t = words();
  const router = useRouter();
  const trpc = useTRPC();
  const reply = useMutation(trpc.case.reply.mutationOptions());
  const note = useMutation(trpc.case.addNote.mutationOptions());
  const [stopped, stop] = useState<{ newer: Newer; how: How } | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const used = kind === "reply" ? reply : note;
  const inWords = (error: unknown) =>
    problemsOf(error instanceof TRPCClientError ? error : { message: "" }, t("composer.away"))[0]!.message;

  async function done(message?: string): Promise<void> {
    store.adopt(null);
    stop(null);
    if (message) toast.success(message);
    await onSent();
    router.refresh();
  }

  /** Returns what stood against it, in words; null when it was sent, or stopped, which `newer` says. */
  async function send(how: How = {}, seen = store.get().draft.seen ?? newest): Promise<string | null> {
    const { text } = store.get().draft;
    setFailed(null);
    try {
      await store.during(async () => {
        if (kind === "note") {
          await note.mutateAsync({ workspace, caseId, text });
          return done(t("composer.added"));
        }
        const result = await reply.mutateAsync({ workspace, caseId, text, seen, ...how });
        if (result.sent) await done(result.held ? undefined : t("composer.sent"));
        else {
          stop({ newer: result.newer, how });
          router.refresh();
        }
      });
      return null;
    } catch (error) {
      const why = inWords(error);
      // Who chose another way to send is told where they chose it.
      if (stopped || Object.keys(how).length === 0) setFailed(why);
      return why;
    }
  }

  return {
    send,
    pending: used.isPending,
    error: failed ?? undefined,
    newer: stopped?.newer ?? null,
    /** Sends although the writer has not seen what came. */
    sendAnyway: () => stopped && send(stopped.how, stopped.newer.at(-1)!.id),
    /** Closes the stop; the writer has seen what came when they want to `read` it. */
    goOn(read: boolean) {
      if (read && stopped) store.change({ seen: stopped.newer.at(-1)!.id });
      setFailed(null);
      stop(null);
    },
  };
}
