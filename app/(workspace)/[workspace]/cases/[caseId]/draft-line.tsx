"use client";

import { clsx } from "clsx";
import { words } from "../words.ts";
import type { DraftStore } from "./draft-store.ts";
import { useDraftState } from "./use-draft.ts";

/** Where the words that are being written are kept. */
export function DraftLine({ store, className }: { store: DraftStore; className?: string }) {
  const t = words();
  const { draft, state, other } = useDraftState(store);
  const nothing = other !== null || (draft.text.trim() === "" && state !== "kept");
  return (
    <p role="status" className={clsx("min-h-5 text-sm text-muted", className)}>
      {nothing ? "" : t(`draft.${state}`)}
    </p>
  );
}
