"use client";

import { useEffect, useState } from "react";
import type { Words } from "#app/_i18n/words.ts";
import { type LiveState, useLive } from "./live.tsx";

/** Coming back to a tab takes a moment to connect; nobody has to read of that. */
const settlingMs = 2_000;

/** The state of the page in a word, and the way to pause it. */
export function LiveWords({ words }: { words: Words<LiveState | "pause" | "resume"> }) {
  const { state, setPaused } = useLive();
  return (
    <>
      <span role="status">{words[useSettled(state)]}</span>{" "}
      {state !== "stopped" && (
        <button
          type="button"
          onClick={() => setPaused(state !== "paused")}
          className="min-h-6 rounded-mark px-1 font-medium text-brand underline decoration-1 underline-offset-3 hover:decoration-2 max-sm:min-h-11 print:hidden"
        >
          {state === "paused" ? words.resume : words.pause}
        </button>
      )}
    </>
  );
}

/** The state, or the one before while it connects for less than two seconds. */
function useSettled(state: LiveState): LiveState {
  const [settled, settle] = useState(state);
  useEffect(() => {
    const timer = setTimeout(() => settle(state), state === "connecting" ? settlingMs : 0);
    return () => clearTimeout(timer);
  }, [state]);
  return settled;
}
