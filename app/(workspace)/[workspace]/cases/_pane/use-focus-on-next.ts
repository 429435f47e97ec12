"use client";

import { type RefObject, useLayoutEffect, useRef } from "react";
import type { NamedCase } from "../_act/acting.tsx";
import { useActing } from "../_act/use-acting.ts";
import { focusAfter } from "./focus-after.ts";

/** When the case that has the focus leaves the list, as when a colleague closes it, the one after it gets the focus. */
export function useFocusOnNext(scroller: RefObject<HTMLElement | null>, cases: readonly NamedCase[]): void {
  const { pane } = useActing();
  const before = useRef(cases);
  useLayoutEffect(() => {
    const { pointed } = pane.current;
    const were = before.current;
    before.current = cases;
    pane.current.cases = cases;
    if (!pointed || cases.some(({ id }) => id === pointed.id)) return;
    const { activeElement } = document;
    if (activeElement === document.body || scroller.current?.contains(activeElement))
      focusAfter(pointed.id, were);
  }, [cases, pane, scroller]);
}
