"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useKeys } from "#app/_keys/use-keys.ts";
import type { CaseState } from "#server/case/rules.ts";
import type { Asked, NamedCase } from "../_act/acting.tsx";
import { useActing } from "../_act/use-acting.ts";
import { focusAfter } from "../_pane/focus-after.ts";
import { useReads } from "../_row/reads.tsx";
import { focusTitle } from "../focus-title.ts";
import { words } from "../words.ts";
import { useCaseSheets } from "./case-sheets.tsx";
import type { AskWhether } from "./recovery.ts";
import { useReadAhead } from "./use-read-ahead.ts";

/** A case on its page, and where one goes from it: the list, and the cases beside it there. */
export type CaseHere = NamedCase & {
  ask: AskWhether;
  list: string;
  previous: (NamedCase & { href: string }) | null;
  next: (NamedCase & { href: string }) | null;
};

/**
 * The keys of a case's page, which has the next one read ahead. They act on it, or on the case of the list beside it that has the focus. Returns what opens
 * the dialogs. After closing one goes on as the member chose: the focus is moved there, and it is said aloud; the last
 * case of a view is stayed with.
 */
export function useCaseKeys(here: CaseHere, state: CaseState): (kind: Asked["kind"]) => void {
  const t = words();
  const router = useRouter();
  const acting = useActing();
  const sheets = useCaseSheets();
  const reads = useReads();
  const { arriving, frame, pane, say } = acting;
  const { id, next, previous, list } = here;
  useReadAhead(next);

  useEffect(() => {
    if (arriving.current !== id) return;
    arriving.current = null;
    focusTitle();
  }, [arriving, id]);

  function goOn() {
    const told = t("act.closed", { n: 1 });
    if (frame.afterClosing === "list") {
      arriving.current = "list";
      say(told);
      return router.push(list);
    }
    if (frame.afterClosing === "next" && next) {
      arriving.current = next.id;
      say(`${told}. ${t("act.next", { name: next.name })}`);
      return router.push(next.href);
    }
    say(frame.afterClosing === "next" ? `${told}. ${t("act.last")}` : told);
    focusTitle();
  }

  function ask(kind: Asked["kind"]) {
    const { pointed, cases } = pane.current;
    if (pointed && pointed.id !== id) {
      return acting.ask({ kind, cases: [pointed], after: () => leave(kind, pointed, cases) });
    }
    if (kind !== "assign" && state === "closed") return;
    const about = { kind, cases: [here], ask: here.ask };
    acting.ask(kind === "close" ? { ...about, after: goOn } : about);
  }

  /** As in the list: one that was closed or sleeps leaves most views, so the focus goes on before it does. */
  function leave(kind: Asked["kind"], one: NamedCase, cases: readonly NamedCase[]) {
    if (kind === "assign" || kind === "tag") return;
    const after = focusAfter(one.id, cases);
    if (kind !== "close") return;
    const told = t("act.closed", { n: 1 });
    say(`${told}. ${after ? t("act.next", { name: after.name }) : t("act.last")}`);
  }

  const leaveUnread = () => reads.markUnread([pane.current.pointed ?? here]);

  /** Goes to the field for a reply or a note. */
  function write(kind: "reply" | "note") {
    document.getElementById(`write-${kind}`)?.click();
    sheets.show("write");
    document.querySelector<HTMLTextAreaElement>("main textarea[name=text]")?.focus();
  }

  const moving = [
    { key: "j", label: t("keys.next"), run: () => next && router.push(next.href) },
    { key: "k", label: t("keys.previous"), run: () => previous && router.push(previous.href) },
    { key: "u", label: t("keys.unread"), run: leaveUnread },
  ];
  const doing = [
    { key: "r", label: t("keys.reply"), run: () => write("reply") },
    { key: "n", label: t("keys.note"), run: () => write("note") },
    { key: "a", label: t("keys.assign"), run: () => ask("assign") },
    { key: "s", label: t("keys.snooze"), run: () => ask("snooze") },
    { key: "e", label: t("keys.close"), run: () => ask("close") },
    { key: "z", label: t("keys.undo"), run: acting.undo },
  ];
  useKeys(t("keys.title"), frame.mayAct ? [...moving, ...doing] : moving);
  return ask;
}
