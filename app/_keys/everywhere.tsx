"use client";

import { useKeySheet } from "./keys-provider.tsx";
import { useKeys } from "./use-keys.ts";

/** Renders nothing; the shortcuts of every page. */
export function KeysEverywhere({ title, sheet }: { title: string; sheet: string }) {
  const { showSheet } = useKeySheet();
  useKeys(title, [{ key: "?", label: sheet, run: showSheet }]);
  return null;
}

/** Shows the sheet of shortcuts without a shortcut. */
export function ShowKeys({ label, className }: { label: string; className: string }) {
  const { showSheet } = useKeySheet();
  return (
    <button type="button" className={className} onClick={showSheet}>
      {label}
    </button>
  );
}
