"use client";

import { type FocusEvent, type KeyboardEvent, type RefObject, useRef } from "react";
import { useKeySheet } from "#app/_keys/keys-provider.tsx";
import { useKeys } from "#app/_keys/use-keys.ts";
import { toast } from "#app/_ui/toast.ts";
import type { Selection } from "../../responses/_list/use-selection.ts";
import type { Asked, NamedCase } from "../_act/acting.tsx";
import { useActing } from "../_act/use-acting.ts";
import { useReads } from "../_row/reads.tsx";
import { searchField } from "../search-field.ts";
import { words } from "../words.ts";

type QueueKeys = {
  list: RefObject<HTMLElement | null>;
  cases: readonly NamedCase[];
  selection: Selection;
};

/**
 * The keys of the queue. They go on from the case that has the focus, or had it last, and act on those that are selected
 * or else on that one. When a case leaves the list, the focus goes to the next one.
 */
export function useQueueKeys({ list, cases, selection }: QueueKeys) {
  const t = words();
  const { on } = useKeySheet();
  const acting = useActing();
  const reads = useReads();
  const last = useRef<string | null>(null);
  const places = new Map(cases.map(({ id }, place) => [id, place]));

  const linkOf = (id: string) => list.current?.querySelector<HTMLElement>(`[data-case="${id}"] a`);
  const activeId = () =>
    document.activeElement?.closest("[data-case]")?.getAttribute("data-case") ?? last.current;

  function move(by: 1 | -1) {
    const from = places.get(activeId() ?? "");
    const next = cases[from === undefined ? 0 : from + by];
    if (next) linkOf(next.id)?.focus();
  }

  function select(toHere: boolean) {
    const id = activeId();
    if (id && places.has(id)) selection.toggle(id, toHere);
  }

  const chosen = () => {
    const active = activeId();
    return cases.filter(({ id }) => (selection.ids.size > 0 ? selection.ids.has(id) : id === active));
  };

  function leaveUnread() {
    const about = chosen();
    if (about.length === 0) return void toast(t("act.move"));
    reads.markUnread(about);
    selection.set([]);
  }

  function ask(kind: Asked["kind"]) {
    const [active, about] = [activeId(), chosen()];
    if (about.length === 0) return void toast(t("act.move"));
    acting.ask({ kind, cases: about, after: (done) => goOn(kind, done, active) });
  }

  /** Those that were closed or sleep leave most views, so the focus goes to the next one before they do. */
  function goOn(kind: Asked["kind"], done: readonly string[], active: string | null) {
    selection.set([]);
    if (kind === "assign" || kind === "tag") return;
    const from = places.get(active ?? "") ?? 0;
    const others = cases.filter(({ id }) => !done.includes(id));
    const next = others.find(({ id }) => places.get(id)! >= from) ?? others.at(-1);
    if (next) linkOf(next.id)?.focus();
    if (kind !== "close") return;
    const told = t("act.closed", { n: done.length });
    acting.say(`${told}. ${next ? t("act.next", { name: next.name }) : t("act.last")}`);
  }

  const moving = [
    { key: "j", label: t("keys.next"), run: () => move(1) },
    { key: "k", label: t("keys.previous"), run: () => move(-1) },
    { key: "o", label: t("keys.open"), run: () => linkOf(activeId() ?? cases[0]?.id ?? "")?.click() },
    { key: "/", label: t("keys.search"), run: () => document.getElementById(searchField)?.focus() },
    { key: "u", label: t("keys.unread"), run: leaveUnread },
  ];
  const doing = [
    { key: "x", label: t("keys.select"), run: () => select(false) },
    { key: "a", label: t("keys.assign"), run: () => ask("assign") },
    { key: "s", label: t("keys.snooze"), run: () => ask("snooze") },
    { key: "e", label: t("keys.close"), run: () => ask("close") },
    { key: "z", label: t("keys.undo"), run: acting.undo },
  ];
  useKeys(t("keys.title"), acting.frame.mayAct ? [...moving, ...doing] : moving);

  return {
    ...{ ask, leaveUnread },
    onFocus(event: FocusEvent) {
      last.current = event.target.closest("[data-case]")?.getAttribute("data-case") ?? last.current;
    },
    /** What the page's shortcuts leave to whatever has the focus: keys with Shift. */
    onKeyDown(event: KeyboardEvent) {
      if (!on || !event.shiftKey || event.metaKey || event.ctrlKey || event.altKey) return;
      if (event.key.toLowerCase() !== "x" || !acting.frame.mayAct) return;
      event.preventDefault();
      select(true);
    },
  };
}
