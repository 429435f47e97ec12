"use client";

import type { Words } from "#app/_i18n/words.ts";
import { useLiveState } from "#app/_live/live-provider.tsx";

export type LiveKey = "live" | "reconnecting" | "paused" | "pause" | "resume";

/** The state of the live stream in a word, and the way to pause it. */
export function LiveWords({ words }: { words: Words<LiveKey> }) {
  const { state, setPaused } = useLiveState();
  return (
    <>
      <span role="status">{words[state]}</span>{" "}
      <button
        type="button"
        onClick={() => setPaused(state !== "paused")}
        className="min-h-6 rounded-mark px-1 font-medium text-brand underline decoration-1 underline-offset-3 hover:decoration-2 max-sm:min-h-11 print:hidden"
      >
        {state === "paused" ? words.resume : words.pause}
      </button>
    </>
  );
}
