"use client";

import { useEffect, useId, useRef } from "react";
import { useHotkeys } from "react-hotkeys-hook";
import { isMeantForElse, type Key } from "./key.ts";
import { useKeySheet } from "./keys-provider.tsx";

/**
 * Makes keys work while the component is there, and lists them on the sheet under `title`. They work outside of
 * fields, without modifiers, and only for whoever has not turned them off (WCAG 2.1.4).
 */
export function useKeys(title: string, keys: readonly (Key & { run: () => void })[]): void {
  const { on } = useKeySheet();
  const run = (pressed: string) => keys.find(({ key }) => key === pressed)?.run();
  useListedKeys(title, keys, run);

  useHotkeys(
    keys.map(({ key }) => key),
    (_, { hotkey }) => {
      leaveToasts();
      run(hotkey);
    },
    {
      enabled: on && keys.length > 0,
      // What the key writes, not where it lies: "?" and "/" lie elsewhere on Nordic keyboards, and need Shift there.
      useKey: true,
      ignoreModifiers: true,
      enableOnFormTags: ["slider", "option"],
      ignoreEventWhen: isMeantForElse,
      preventDefault: true,
    },
  );
}

/** A toast gives the focus back when it loses it, also to what a key gives it to: so it has to give it back before. */
function leaveToasts(): void {
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement && activeElement.closest("[data-sonner-toaster]"))
    activeElement.blur();
}

/**
 * Lists keys on the sheet. `run` does what one of them does; left out for what something else takes, such as a drawing
 * that has the focus.
 */
export function useListedKeys(title: string, keys: readonly Key[], run?: (key: string) => void): void {
  const { list } = useKeySheet();
  const id = useId();
  const listed = JSON.stringify(keys.map(({ key, label }) => ({ key, label })));
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  const runs = run !== undefined;
  useEffect(
    () =>
      list({
        id,
        title,
        keys: JSON.parse(listed),
        ...(runs ? { run: (key: string) => latest.current?.(key) } : {}),
      }),
    [id, title, listed, list, runs],
  );
}
