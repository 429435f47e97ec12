"use client";

import { useHydrated } from "../../responses/_list/use-hydrated.ts";
import { words } from "../words.ts";
import { useSelected } from "./queue.tsx";

/** The box that selects a case; with Shift, everything from the last one to this. */
export function SelectCase({ id, name }: { id: string; name: string }) {
  const selection = useSelected();
  const isReady = useHydrated();
  if (!selection || !isReady) return null;
  return (
    <label className="relative z-10 -my-2 -ml-2 flex size-9 cursor-pointer items-center justify-center max-sm:size-11">
      <input
        type="checkbox"
        checked={selection.ids.has(id)}
        aria-label={words()("select", { name })}
        onChange={(event) => selection.toggle(id, (event.nativeEvent as MouseEvent).shiftKey)}
        className="size-4.5 accent-brand"
      />
    </label>
  );
}
