"use client";

import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { getCaseFrame } from "#server/case/frame.ts";
import type { CaseChange } from "#server/case/schema.ts";
import { nothingKept } from "../_pane/kept-pane.ts";
import type { AskWhether } from "../[caseId]/recovery.ts";
import { AssignDialog } from "./assign-dialog.tsx";
import { CloseDialog } from "./close-dialog.tsx";
import { LeaveDialog, type Leaving } from "./leave-dialog.tsx";
import { SnoozeDialog } from "./snooze-dialog.tsx";
import { TagDialog } from "./tag-dialog.tsx";
import { useAct } from "./use-act.ts";
import { ActingContext } from "./use-acting.ts";

export type CaseFrame = Awaited<ReturnType<typeof getCaseFrame>>;
export type NamedCase = { id: string; name: string };

export type Asked = {
  kind: CaseChange["kind"];
  cases: readonly NamedCase[];
  /** What closing means for the one customer, where that is known. */
  ask?: AskWhether;
  /** Called with the cases it was done to. */
  after?: (done: readonly string[]) => void;
};

/** What can be done with cases on the pages below: their dialogs, the last act to take back, and what is said aloud. */
export function Acting({
  workspace,
  frame,
  children,
}: {
  workspace: string;
  frame: CaseFrame;
  children: ReactNode;
}) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [said, setSaid] = useState("");
  const arriving = useRef<string | null>(null);
  const pane = useRef(nothingKept());
  const context = useRef(true);
  const [leaving, setLeaving] = useState<Leaving | null>(null);
  const agreesToLeave = useCallback(
    (names: readonly string[]) =>
      new Promise<boolean>((settle) => {
        const answer = (agreed: boolean) => {
          setLeaving(null);
          settle(agreed);
        };
        setLeaving({ names, answer });
      }),
    [],
  );
  const { act, undo } = useAct(workspace, frame, agreesToLeave);
  const opener = useRef<HTMLElement | null>(null);
  const afterwards = useRef<(() => void) | null>(null);
  useEffect(() => {
    if (asked) return;
    const [from, goOn] = [opener.current, afterwards.current];
    [opener.current, afterwards.current] = [null, null];
    // After the dialog that is gone has given the focus back to what it thinks had it, in a task of its own.
    setTimeout(() => {
      if (from?.isConnected) from.focus();
      goOn?.();
    }, 0);
  }, [asked]);
  const value = useMemo(
    () => ({
      ...{ workspace, frame, act, undo, say: setSaid, arriving, pane, context },
      ask(next: Asked) {
        opener.current = document.activeElement as HTMLElement | null;
        setAsked(next);
      },
    }),
    [workspace, frame, act, undo],
  );
  const dialog = asked && {
    asked,
    onClose: () => setAsked(null),
    choose: async (change: CaseChange) => {
      const { cases, after } = asked;
      const keep = (done: readonly string[]) => {
        afterwards.current = () => after?.(done);
      };
      const obstacle = await act(change, { cases, after: keep });
      if (obstacle === null) setAsked(null);
      return obstacle;
    },
  };
  return (
    <ActingContext value={value}>
      {children}
      <p role="status" className="sr-only">
        {said}
      </p>
      {dialog && asked.kind === "assign" && <AssignDialog {...dialog} frame={frame} />}
      {dialog && asked.kind === "snooze" && <SnoozeDialog {...dialog} />}
      {dialog && asked.kind === "tag" && <TagDialog {...dialog} tags={frame.tags} />}
      {dialog && asked.kind === "close" && <CloseDialog {...dialog} frame={frame} />}
      {leaving && <LeaveDialog leaving={leaving} />}
    </ActingContext>
  );
}

export type ActDialogProps = {
  asked: Asked;
  onClose(): void;
  /** Does it and closes the dialog. Returns what stood against it, in words, or null. */
  choose(change: CaseChange): Promise<string | null>;
};
