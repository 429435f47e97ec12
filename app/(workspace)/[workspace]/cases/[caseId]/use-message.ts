"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { toast } from "sonner";
import { useTRPC } from "#app/_trpc/client.tsx";
import { words } from "../words.ts";

type UseMessage = { workspace: string; caseId: string; kind: "reply" | "note"; onSent(): void };

/** Sends a reply to the customer or adds a note for colleagues. */
export function useMessage({ workspace, caseId, kind, onSent }: UseMessage) {
  const t = words();
  const router = useRouter();
  const trpc = useTRPC();
  const done = (message: string) => () => {
    onSent();
    toast.success(message);
    router.refresh();
  };
  const reply = useMutation(trpc.case.reply.mutationOptions({ onSuccess: done(t("composer.sent")) }));
  const note = useMutation(trpc.case.addNote.mutationOptions({ onSuccess: done(t("composer.added")) }));
  const used = kind === "reply" ? reply : note;
  return {
    send: (text: string) => used.mutate({ workspace, caseId, text }),
    pending: used.isPending,
    error: used.error?.message,
  };
}
