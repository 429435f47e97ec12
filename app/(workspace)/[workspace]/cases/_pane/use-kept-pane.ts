"use client";

import { type RefObject, useLayoutEffect } from "react";
import { useActing } from "../_act/use-acting.ts";

type Pane = { scroller: RefObject<HTMLElement | null>; list: string; current: string };

/** Leaves the list where it was when its case changes, scrolled and with the focus; the current case is in sight. */
export function useKeptPane({ scroller, list, current }: Pane): void {
  const { pane } = useActing();
  useLayoutEffect(() => {
    const box = scroller.current;
    const kept = pane.current;
    if (!box) return;
    kept.pointed = null;
    box.scrollTop = kept.list === list ? kept.top : 0;
    const option = box.querySelector<HTMLElement>(`[data-case="${current}"]`);
    if (option) bringIntoSight(option, box);
    if (kept.hadFocus) option?.focus({ preventScroll: true });
    kept.hadFocus = false;
    return () => {
      kept.list = list;
      kept.top = box.scrollTop;
      kept.hadFocus = box.contains(document.activeElement);
      // It is for the list that comes in the same moment, and for none that is opened later.
      setTimeout(() => {
        kept.hadFocus = false;
      }, 0);
    };
  }, [scroller, list, current, pane]);
}

/** Without moving the page, as the browser's own way may. */
function bringIntoSight(option: HTMLElement, box: HTMLElement): void {
  const [seen, whole] = [option.getBoundingClientRect(), box.getBoundingClientRect()];
  if (seen.top < whole.top) box.scrollTop -= whole.top - seen.top;
  else if (seen.bottom > whole.bottom) box.scrollTop += seen.bottom - whole.bottom;
}
