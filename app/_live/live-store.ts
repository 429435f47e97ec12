import type { LiveKind } from "#server/live/events.ts";
import { isStale, type Known, knownAt } from "#server/live/rules.ts";

/** How news come: by the stream, by asking every so often, or not at the moment. */
export type Link = "connecting" | "live" | "reconnecting" | "polling";

/** Why there will be no more. */
export type Ended = "signed_out" | "removed" | "factor";

/** What tabs of a browser tell each other. */
export type Said = { known: Known; link: Link; ended: Ended | null };

export type LiveStore = ReturnType<typeof createLiveStore>;

/** What this tab knows of changes since its page was read at `position`, outside React, which looks at parts of it. */
export function createLiveStore(position: string) {
  let said: Said = { known: knownAt(position), link: "connecting", ended: null };
  const listeners = new Set<() => void>();
  return {
    get: () => said,
    set(change: Partial<Said>) {
      said = { ...said, ...change };
      for (const listener of listeners) listener();
    },
    isStale: (since: string, kinds: readonly LiveKind[]) => isStale(since, kinds, said.known),
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
