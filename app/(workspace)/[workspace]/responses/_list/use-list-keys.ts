"use client";

import { type KeyboardEvent, type RefObject, useRef } from "react";
import { useKeySheet } from "#app/_keys/keys-provider.tsx";
import { useKeys } from "#app/_keys/use-keys.ts";
import { words } from "../words.ts";
import type { OpenAnswer } from "./use-open-answer.ts";
import type { Selection } from "./use-selection.ts";
import type { Windowed } from "./use-window.ts";

type ListKeys = {
  list: RefObject<HTMLElement | null>;
  ids: readonly string[];
  windowed: Windowed;
  selection: Selection;
  openAnswer: OpenAnswer;
  open(id: string): boolean;
};

/**
 * The keys of a list: j and k move, x selects (with Shift up to here), o opens as Enter does. They go on from the answer
 * that has the focus or had it last; while one lies open beside the list, it follows.
 */
export function useListKeys({ list, ids, windowed, selection, openAnswer, open }: ListKeys) {
  const t = words();
  const { on } = useKeySheet();
  const last = useRef<string | null>(null);

  function focusAnswer(id: string | null = last.current) {
    const place = id === null ? -1 : ids.indexOf(id);
    if (place < 0) return;
    last.current = id;
    const linkOf = () =>
      list.current?.querySelector<HTMLElement>(`[data-answer="${id}"] a[href*="/responses/"]`);
    if (!linkOf()) windowed.bringIntoView(place);
    requestAnimationFrame(() => linkOf()?.focus());
  }

  function activeId(): string | null {
    const row = document.activeElement?.closest("[data-answer]");
    return row?.getAttribute("data-answer") ?? openAnswer.id ?? last.current;
  }

  function move(by: 1 | -1) {
    const from = ids.indexOf(activeId() ?? "");
    const next = ids[from < 0 ? 0 : from + by];
    if (!next) return;
    last.current = next;
    if (openAnswer.id) openAnswer.show(next);
    else focusAnswer(next);
  }

  function select(toHere: boolean) {
    const id = activeId();
    if (id) selection.toggle(id, toHere);
  }

  const runs: Record<string, () => void> = {
    j: () => move(1),
    k: () => move(-1),
    x: () => select(false),
    o: () => open(activeId() ?? ids[0]!),
  };
  useKeys(t("keys.title"), [
    { key: "j", label: t("keys.next"), run: runs.j! },
    { key: "k", label: t("keys.previous"), run: runs.k! },
    { key: "o", label: t("keys.open"), run: runs.o! },
    { key: "x", label: t("keys.select"), run: runs.x! },
  ]);

  /** What the page's shortcuts leave to whatever has the focus: keys with Shift, and those in the sheet. */
  function onKeyDown(event: KeyboardEvent) {
    if (!on || event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
    const key = event.key.toLowerCase();
    if (key === "x" && event.shiftKey) select(true);
    else if (event.target instanceof Element && event.target.closest("[role=dialog]")) runs[key]?.();
    else return;
    if (key in runs) event.preventDefault();
  }

  return { onKeyDown, focusAnswer };
}

const isTyping = (target: EventTarget): boolean =>
  target instanceof Element &&
  target.closest("textarea, select, [contenteditable], input:not([type=checkbox])") !== null;
