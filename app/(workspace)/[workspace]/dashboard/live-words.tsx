"use client";

import { useLiveState } from "#app/_live/live-provider.tsx";
import { words } from "./words.ts";

/** The state of the live stream in a word, and the way to pause it. */
export function LiveWords() {
  const t = words();
  const { state, setPaused } = useLiveState();
  return (
    <>
      <span role="status">{t(`live.${state}`)}</span>{" "}
      <button
        type="button"
        onClick={() => setPaused(state !== "paused")}
        className="ml-1 min-h-6 rounded-mark px-1 font-medium text-brand underline decoration-1 underline-offset-3 hover:decoration-2 print:hidden"
      >
        {state === "paused" ? t("resume") : t("pause")}
      </button>
    </>
  );
}
