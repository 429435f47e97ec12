"use client";

import { useRouter } from "next/navigation";
import { useCallback, useRef } from "react";
import { useTRPCClient } from "#app/_trpc/client.tsx";
import { toast } from "#app/_ui/toast.ts";
import type { CaseChange } from "#server/case/schema.ts";
import { untilInWords } from "../until.ts";
import { words } from "../words.ts";
import type { Asked } from "./acting.tsx";

type Frame = { timezone: string; colleagues: readonly { id: string; name: string }[] };

/** For how long the message offers to take it back; the key does as long as one likes. */
const undoMs = 10_000;

/**
 * Doing one thing to some cases, with a message that can take it back; and taking the last one back. `agreesToLeave` asks
 * whether cases are to be given away that one sees no longer then.
 */
export function useAct(
  workspace: string,
  frame: Frame,
  agreesToLeave: (names: readonly string[]) => Promise<boolean>,
) {
  const t = words();
  const router = useRouter();
  const client = useTRPCClient();
  const last = useRef<string | null>(null);
  const latest = useRef(frame);
  latest.current = frame;

  const undo = useCallback(
    async (actId = last.current) => {
      if (!actId) return void toast(t("act.nothing"));
      if (last.current === actId) last.current = null;
      try {
        const { undone, left } = await client.case.undo.mutate({ workspace, actId });
        const details = left.length > 0 ? t("act.undoneLeft", { n: left.length }) : undefined;
        if (undone.length > 0) toast.success(t("act.undone", { n: undone.length }), { description: details });
        else toast.error(t("act.notUndone"));
      } catch (error) {
        toast.error(t("failed"), { description: messageOf(error) });
      }
      router.refresh();
    },
    [t, client, workspace, router],
  );

  const act = useCallback(
    async (change: CaseChange, { cases, after }: Omit<Asked, "kind">): Promise<string | null> => {
      try {
        const caseIds = cases.map(({ id }) => id);
        const ask = (agreed: CaseChange) => client.case.act.mutate({ workspace, caseIds, change: agreed });
        let outcome = await ask(change);
        const { leaving } = outcome;
        if (leaving.length > 0 && change.kind === "assign") {
          const names = cases.filter(({ id }) => leaving.includes(id)).map(({ name }) => name);
          if (!(await agreesToLeave(names))) return null;
          outcome = await ask({ ...change, leave: true });
        }
        const { actId, done, left, promised } = outcome;
        if (leaving.some((id) => window.location.pathname.includes(id))) router.push(`/${workspace}/cases`);
        else router.refresh();
        const kept = cases.filter(({ id }) => promised.includes(id)).map(({ name }) => name);
        if (done.length === 0) return kept.length > 0 ? leftOver(left.length, kept) : t("act.none");
        last.current = actId;
        toast.success(sentence(change, done.length, latest.current), {
          description: leftOver(left.length, kept) || undefined,
          duration: undoMs,
          action: { label: t("act.undo"), onClick: () => void undo(actId) },
        });
        after?.(done);
        return null;
      } catch (error) {
        return messageOf(error);
      }
    },
    [t, client, workspace, router, undo, agreesToLeave],
  );

  return { act, undo: useCallback(() => void undo(), [undo]) };
}

/** How many were left as they are, and why; `kept` are those that were not closed over a promise. */
function leftOver(left: number, kept: readonly string[]): string {
  const t = words();
  const others = left - kept.length;
  return [
    kept.length > 0 ? t("act.leftPromised", { n: kept.length, names: kept.join(", ") }) : "",
    others > 0 ? t("act.left", { n: others }) : "",
  ]
    .filter(Boolean)
    .join(" ");
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function sentence(change: CaseChange, n: number, { colleagues, timezone }: Frame): string {
  const t = words();
  if (change.kind === "tag") return t("act.tagged", { n, name: change.name });
  if (change.kind === "merge") return t("act.merged", { n });
  if (change.kind === "untag") return t("act.untagged", { n });
  if (change.kind === "close") return t("act.closed", { n });
  if (change.kind === "snooze") {
    if (change.until === "reply") return t("act.snoozedReply", { n });
    return t("act.snoozed", { n, until: untilInWords(change.until, timezone) });
  }
  const name = colleagues.find(({ id }) => id === change.assigneeId)?.name;
  return name ? t("act.assigned", { n, name }) : t("act.assignedNobody", { n });
}
