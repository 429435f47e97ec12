"use client";

import { useState } from "react";
import { useTRPCClient } from "#app/_trpc/client.tsx";
import type { listResponses } from "#server/response/list.ts";
import type { ListResponses } from "#server/response/schema.ts";
import type { Sent } from "../_answer/sent.ts";
import { type Held, joinPages } from "./join-pages.ts";

export type AnswerItem = Sent<Awaited<ReturnType<typeof listResponses>>["responses"][number]>;

export type Answers = Held<AnswerItem> & {
  state: "ready" | "reading" | "failed";
  readMore(): Promise<void>;
};

const mostAtOnce = 200;

/** The answers read so far, the first page as the server has it now, and the way to read more. */
export function useAnswers(workspace: string, input: ListResponses, first: Held<AnswerItem>): Answers {
  const client = useTRPCClient();
  const [known, setKnown] = useState(first);
  const [held, setHeld] = useState(first);
  const [state, setState] = useState<Answers["state"]>("ready");
  if (known !== first) {
    setKnown(first);
    setHeld(joinPages(first, held));
  }

  async function readMore() {
    const cursor = held.next;
    if (!cursor || state === "reading") return;
    setState("reading");
    try {
      const page = await client.response.list.query({ workspace, ...input, cursor, limit: mostAtOnce });
      setHeld((now) =>
        now.next === cursor ? { rows: [...now.rows, ...page.responses], next: page.next } : now,
      );
      setState("ready");
    } catch {
      setState("failed");
    }
  }

  return { ...held, state, readMore };
}
