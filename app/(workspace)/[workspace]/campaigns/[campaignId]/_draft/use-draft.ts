"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { type Problem, problemsOf } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import type { UpdateDraft } from "#server/campaign/schema.ts";
import { shared } from "../../_campaigns/words.ts";

type Change = Omit<UpdateDraft, "id">;

export type Draft = {
  /** Saves `change` when typing rests. */
  change(change: Change): void;
  /** Saves what is not saved yet and goes to `href`; stays when that does not work. */
  leaveFor(href: string): Promise<void>;
  problems: readonly Problem[];
  /** Counts up with everything that was saved. */
  saves: number;
  unsaved: boolean;
};

const quietMs = 500;

/**
 * A campaign's draft on the server, saved with every change, so that a closed tab or a crash loses at most what
 * was typed in the last half second. Saves follow one another in the order they were made.
 */
export function useDraft(workspace: string, id: string): Draft {
  const router = useRouter();
  const { mutateAsync, error } = useMutation(useTRPC().campaign.update.mutationOptions());
  const waiting = useRef<Change>({});
  const touched = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const last = useRef(Promise.resolve(true));
  const [saves, setSaves] = useState(0);
  const [unsaved, setUnsaved] = useState(false);

  async function save(): Promise<boolean> {
    const change = waiting.current;
    if (Object.keys(change).length === 0) return true;
    waiting.current = {};
    try {
      await mutateAsync({ workspace, id, ...change });
    } catch {
      waiting.current = { ...change, ...waiting.current };
      return false;
    }
    setSaves((n) => n + 1);
    setUnsaved(Object.keys(waiting.current).length > 0);
    return true;
  }

  function flush(): Promise<boolean> {
    clearTimeout(timer.current);
    last.current = last.current.then(save);
    return last.current;
  }

  const flushNow = useRef(flush);
  flushNow.current = flush;
  useEffect(() => {
    const onHide = () => document.visibilityState === "hidden" && flushNow.current();
    document.addEventListener("visibilitychange", onHide);
    return () => {
      document.removeEventListener("visibilitychange", onHide);
      // The next step may have been read while a save was on its way; it reads again what was saved last.
      if (touched.current) flushNow.current().then((saved) => saved && router.refresh());
    };
  }, [router]);

  return {
    change(change) {
      waiting.current = { ...waiting.current, ...change };
      touched.current = true;
      setUnsaved(true);
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, quietMs);
    },
    async leaveFor(href) {
      if (!(await flush())) return;
      touched.current = false;
      router.push(href);
      router.refresh();
    },
    problems: problemsOf(error, shared("unreachable")),
    saves,
    unsaved,
  };
}
