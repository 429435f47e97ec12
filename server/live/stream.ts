import type { LiveKind } from "./events.ts";
import type { Subscriber } from "./subscribe.ts";

/** What a browser is told: the kinds that changed, or "resync" to read everything again. */
export type LiveMessage = { changed: LiveKind[] | "resync" };

/**
 * The announcements of one workspace as an endless sequence that ends with `signal`. It begins with
 * "resync", which is told after listening began, so that nothing falls between a page and its stream.
 * Bursts are merged while the reader is busy, so a slow tab never falls behind by more than one message.
 */
export async function* liveMessages(
  subscriber: Subscriber,
  workspaceId: string,
  signal: AbortSignal,
): AsyncGenerator<LiveMessage> {
  let waiting = new Set<LiveKind | "resync">(["resync"]);
  let wake = () => {};
  const unsubscribe = subscriber.subscribe(workspaceId, (event) => {
    for (const kind of event === "resync"
      ? (["resync"] as const)
      : (Object.keys(event.changes) as LiveKind[])) {
      waiting.add(kind);
    }
    wake();
  });
  const stop = () => wake();
  signal.addEventListener("abort", stop);
  try {
    while (!signal.aborted) {
      if (waiting.size === 0) await new Promise<void>((resolve) => (wake = resolve));
      if (signal.aborted) return;
      const changed = waiting;
      waiting = new Set();
      if (changed.has("resync")) yield { changed: "resync" };
      else if (changed.size > 0) yield { changed: [...changed].filter((kind) => kind !== "resync") };
    }
  } finally {
    signal.removeEventListener("abort", stop);
    unsubscribe();
  }
}
