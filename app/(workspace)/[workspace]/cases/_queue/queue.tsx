"use client";

import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from "react";
import { type Selection, useSelection } from "../../responses/_list/use-selection.ts";
import type { NamedCase } from "../_act/acting.tsx";
import { useActing } from "../_act/use-acting.ts";
import { SelectionBar } from "./selection-bar.tsx";
import { useQueueKeys } from "./use-queue-keys.ts";

const Selected = createContext<Selection | null>(null);

/** The selection of the list around, or null where none can be made. */
export const useSelected = () => useContext(Selected);

type QueueProps = { label: string; cases: readonly NamedCase[]; children: ReactNode };

/** The list of cases, whose rows come from the server: keys move in it, and cases are selected and acted on. */
export function Queue({ label, cases, children }: QueueProps) {
  const { frame, arriving } = useActing();
  const list = useRef<HTMLUListElement>(null);
  const ids = useMemo(() => cases.map(({ id }) => id), [cases]);
  const selection = useSelection(ids);
  const keys = useQueueKeys({ list, cases, selection });

  useEffect(() => {
    if (arriving.current !== "list") return;
    arriving.current = null;
    list.current?.querySelector<HTMLElement>("a")?.focus();
  }, [arriving]);

  return (
    <Selected value={frame.mayAct ? selection : null}>
      <ul ref={list} aria-label={label} className="mt-4" onKeyDown={keys.onKeyDown} onFocus={keys.onFocus}>
        {children}
      </ul>
      {frame.mayAct && <SelectionBar selection={selection} ask={keys.ask} leaveUnread={keys.leaveUnread} />}
    </Selected>
  );
}
