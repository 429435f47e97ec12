"use client";

import { type KeyboardEvent, type PointerEvent, useState } from "react";

export type Cursor = ReturnType<typeof useTrendCursor>;

type Chosen = { of: string; index: number; anchor: number | null };

/**
 * Which of `count` periods a cursor is on, or from which to which; `open` is called by Enter and by a click.
 * `several` says that periods were chosen together, be it one. Other periods (`of` says which) are chosen afresh.
 */
export function useTrendCursor(of: string, count: number, open: () => void) {
  const [chosen, setChosen] = useState<Chosen>({ of, index: count - 1, anchor: null });
  const [shown, setShown] = useState(false);
  const [pressed, setPressed] = useState<number | null>(null);
  const within = (place: number) => Math.min(count - 1, Math.max(0, place));
  const { index, anchor } = chosen.of === of ? chosen : { index: count - 1, anchor: null };
  const setAt = (at: Omit<Chosen, "of">) => setChosen({ of, index: within(at.index), anchor: at.anchor });

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Enter") open();
    else if (event.key === "Escape" && anchor !== null) setAt({ index, anchor: null });
    else {
      const to = targetOf(event.key, index, count - 1);
      if (to === undefined) return;
      setAt({ index: to, anchor: event.shiftKey ? (anchor ?? index) : null });
    }
    event.preventDefault();
  }

  function press(place: number, event: PointerEvent) {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setPressed(within(place));
    setAt({ index: within(place), anchor: null });
    setShown(true);
  }

  function move(place: number) {
    setShown(true);
    if (pressed === null) {
      if (anchor === null) setAt({ index: within(place), anchor: null });
    } else if (anchor !== null || within(place) !== pressed) setAt({ index: within(place), anchor: pressed });
  }

  function release(event: PointerEvent) {
    if (pressed !== null && anchor === null && event.pointerType !== "touch") open();
    setPressed(null);
  }

  return {
    index,
    first: Math.min(index, anchor ?? index),
    last: Math.max(index, anchor ?? index),
    several: anchor !== null,
    shown: shown || anchor !== null,
    show: () => setShown(true),
    hide: () => setShown(false),
    cancel: () => setPressed(null),
    onKeyDown,
    press,
    move,
    release,
  };
}

function targetOf(key: string, index: number, last: number): number | undefined {
  if (key === "ArrowLeft" || key === "ArrowDown") return Math.max(0, index - 1);
  if (key === "ArrowRight" || key === "ArrowUp") return Math.min(last, index + 1);
  if (key === "Home") return 0;
  if (key === "End") return last;
  return undefined;
}
