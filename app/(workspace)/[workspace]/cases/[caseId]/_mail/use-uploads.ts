"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTRPCClient } from "#app/_trpc/client.tsx";
import { limits } from "#server/attachment/rules.ts";
import { mailWords } from "./words.ts";

export type Uploads = ReturnType<typeof useUploads>;

/** Adds files to the reply that is being written in a case and takes them away again, one after the other. */
export function useUploads({ workspace, caseId }: { workspace: string; caseId: string }) {
  const t = mailWords();
  const router = useRouter();
  const client = useTRPCClient();
  const [pending, setPending] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);

  async function upload(file: File): Promise<string | null> {
    const body = new FormData();
    body.set("file", file);
    const away = { error: t("attach.away", { name: file.name }) };
    if (file.size > limits.bytesEach) return t("attach.tooLarge", { name: file.name });
    const answer = await fetch(`/${workspace}/cases/${caseId}/files`, { method: "POST", body })
      .then((response) => response.json())
      .catch(() => away);
    if (typeof answer.id === "string") return null;
    return answer === away ? away.error : t("attach.refused", { name: file.name, why: String(answer.error) });
  }

  return {
    pending,
    problem,
    async add(files: File[]): Promise<void> {
      if (files.length === 0) return;
      setProblem(null);
      setPending((n) => n + files.length);
      for (const file of files) {
        const why = await upload(file);
        if (why) setProblem(why);
        setPending((n) => n - 1);
      }
      router.refresh();
    },
    async remove(attachmentId: string, name: string): Promise<void> {
      setProblem(null);
      await client.attachment.remove
        .mutate({ workspace, caseId, attachmentId })
        .catch(() => setProblem(t("attach.removeFailed", { name })));
      router.refresh();
    },
  };
}
