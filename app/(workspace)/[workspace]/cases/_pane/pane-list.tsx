"use client";

import { useRouter } from "next/navigation";
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  startTransition,
  useOptimistic,
  useRef,
  useState,
} from "react";
import { useKeySheet } from "#app/_keys/keys-provider.tsx";
import { useListedKeys } from "#app/_keys/use-keys.ts";
import type { NamedCase } from "../_act/acting.tsx";
import { useActing } from "../_act/use-acting.ts";
import { focusTitle } from "../focus-title.ts";
import { words } from "../words.ts";
import { useFocusOnNext } from "./use-focus-on-next.ts";
import { useKeptPane } from "./use-kept-pane.ts";

type PaneListProps = {
  label: string;
  /** The address of the list. */
  list: string;
  /** The case that is open beside it. */
  current: string;
  cases: readonly (NamedCase & { href: string; row: ReactNode })[];
  /** What stands below the cases. */
  children: ReactNode;
};

/**
 * The cases beside an open one, as a listbox: arrows move, Enter, o or a press opens, and the focus stays in the list.
 * One of them is in the order of Tab: the one that had the focus last, or the open one.
 */
export function PaneList({ label, list, current, cases, children }: PaneListProps) {
  const t = words();
  const router = useRouter();
  const { pane } = useActing();
  const { on } = useKeySheet();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(current);
  const [shown, show] = useOptimistic(current);
  const stops = [active, current].find((id) => cases.some((one) => one.id === id)) ?? cases[0]?.id;
  useKeptPane({ scroller, list, current });
  useFocusOnNext(scroller, cases);
  useListedKeys(t("pane.label"), [
    { key: "arrowup/arrowdown", label: t("pane.move") },
    { key: "enter/o", label: t("pane.open") },
  ]);

  const focusAt = (place: number) =>
    scroller.current?.querySelectorAll<HTMLElement>("[role=option]")[place]?.focus();

  function open({ id, href }: { id: string; href: string }, elsewhere: boolean) {
    if (elsewhere) window.open(href, "_blank", "noopener");
    else if (id === current) focusTitle();
    else {
      startTransition(() => {
        show(id);
        router.push(href);
      });
    }
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey || event.shiftKey) return;
    const place = cases.findIndex(({ id }) => id === pane.current.pointed?.id);
    const one = cases[place];
    if (!one) return;
    const opens = event.key === "Enter" || event.key === " " || (on && event.key === "o");
    if (opens) open(one, event.metaKey || event.ctrlKey);
    else if (event.metaKey || event.ctrlKey) return;
    else if (event.key === "ArrowDown") focusAt(Math.min(place + 1, cases.length - 1));
    else if (event.key === "ArrowUp") focusAt(Math.max(place - 1, 0));
    else if (event.key === "Home") focusAt(0);
    else if (event.key === "End") focusAt(cases.length - 1);
    else return;
    event.preventDefault();
  }

  const pressed = (one: { id: string; href: string }) => (event: MouseEvent) => {
    if (event.button > 1) return;
    open(one, event.button === 1 || event.metaKey || event.ctrlKey || event.shiftKey);
  };

  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto">
      {cases.length > 0 && (
        <div role="listbox" aria-label={label} aria-orientation="vertical" onKeyDown={onKeyDown}>
          {cases.map((one) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox takes the keys of its options
            <div
              key={one.id}
              role="option"
              data-case={one.id}
              aria-selected={one.id === shown}
              tabIndex={one.id === stops ? 0 : -1}
              onFocus={() => {
                pane.current.pointed = { id: one.id, name: one.name };
                setActive(one.id);
              }}
              onBlur={() => {
                pane.current.pointed = null;
              }}
              onClick={pressed(one)}
              onAuxClick={pressed(one)}
              className="grid cursor-pointer grid-cols-[2.5rem_minmax(0,1fr)] border-b border-line px-3 py-2 text-sm hover:bg-sunken focus-visible:shadow-none focus-visible:-outline-offset-4 aria-selected:border-l-4 aria-selected:border-l-brand aria-selected:bg-brand-tint aria-selected:pl-2"
            >
              {one.row}
            </div>
          ))}
        </div>
      )}
      {children}
    </div>
  );
}
