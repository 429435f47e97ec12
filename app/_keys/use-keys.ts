"use client";

import { useEffect, useId } from "react";
import { useHotkeys } from "react-hotkeys-hook";
import { isMeantForElse, type Key } from "./key.ts";
import { useKeySheet } from "./keys-provider.tsx";

/**
 * Makes keys work while the component is there, and lists them on the sheet under `title`. They work outside of
 * fields, without modifiers, and only for whoever has not turned them off (WCAG 2.1.4).
 */
export function useKeys(title: string, keys: readonly (Key & { run: () => void })[]): void {
  const { on } = useKeySheet();
  useListedKeys(title, keys);

  useHotkeys(
    keys.map(({ key }) => key),
    (_, { hotkey }) => {
      leaveToasts();
      keys.find(({ key }) => key === hotkey)?.run();
    },
    {
      enabled: on && keys.length > 0,
      // What the key writes, not where it lies: "?" and "/" lie elsewhere on Nordic keyboards, and need Shift there.
      useKey: true,
      ignoreModifiers: true,
      enableOnFormTags: ["slider"],
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

/** Lists keys on the sheet that something else takes, such as a drawing that has the focus. */
export function useListedKeys(title: string, keys: readonly Key[]): void {
  const { list } = useKeySheet();
  const id = useId();
  const listed = JSON.stringify(keys.map(({ key, label }) => ({ key, label })));
  useEffect(() => list({ id, title, keys: JSON.parse(listed) }), [id, title, listed, list]);
}
