"use client";

import { useEffect } from "react";
import { useTRPCClient } from "#app/_trpc/client.tsx";
import { sendOnLeaving } from "#app/_trpc/send-on-leaving.ts";

/** Well within the time that a word about a tab holds (server/presence/note.ts). */
const beatMs = 10_000;
/** Who typed nothing for so long is not writing any more. */
const restMs = 5_000;

/** Tells colleagues, as long as this tab is looked at, that its reader looks at the case, or writes in its composer. */
export function usePresent(workspace: string, caseId: string): void {
  const client = useTRPCClient();
  useEffect(() => {
    const tab = Math.random().toString(36).slice(2);
    let doing: "viewing" | "writing" = "viewing";
    let rest: ReturnType<typeof setTimeout> | undefined;
    let here = false;

    const say = () => {
      here = document.visibilityState === "visible";
      if (here) client.presence.note.mutate({ workspace, caseId, tab, doing }).catch(() => {});
    };
    const become = (next: typeof doing) => {
      if (doing === next) return;
      doing = next;
      say();
    };
    const typed = ({ target }: Event) => {
      if (!(target instanceof HTMLTextAreaElement) || !target.closest("#write")) return;
      clearTimeout(rest);
      rest = setTimeout(() => become("viewing"), restMs);
      become("writing");
    };
    const leave = () => {
      if (!here) return;
      here = false;
      sendOnLeaving("presence.end", { workspace, caseId, tab });
    };
    const look = () => (document.visibilityState === "visible" ? say() : leave());

    say();
    const beating = setInterval(say, beatMs);
    document.addEventListener("input", typed);
    document.addEventListener("visibilitychange", look);
    window.addEventListener("pagehide", leave);
    return () => {
      leave();
      clearInterval(beating);
      clearTimeout(rest);
      document.removeEventListener("input", typed);
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("pagehide", leave);
    };
  }, [client, workspace, caseId]);
}
