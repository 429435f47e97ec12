"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import type { LiveKind } from "#server/live/events.ts";
import { useIsStale, useLive } from "./live.tsx";

/**
 * The least time from one reading of the page to the next. An answer may wait for it once, so that with the quarter of a second
 * of server/live/publish.ts and the reading itself it shows within a second, however many come.
 */
const spacingMs = 500;
/**
 * While changes keep coming, a calm page is read for a sixteenth of the time, or every eight seconds or so: not on the
 * beat, for pages that hear of the same answer would all ask at the same moment.
 */
const calmShare = 16;
const calmMs = 8_000;
const offBeat = () => 0.6 + 0.6 * Math.random();
/** A reading that has not come back after so long is asked for again. */
const lostMs = 5_000;

/** "calm": what matters at once is read by itself, so the rest of the page may follow. */
export type Pace = "calm";

/**
 * Reads the page again while it is older than what changed: at once after a quiet time, else spaced, one reading at a
 * time. `since` is the position that the page was read at, so it says by itself when it has caught up.
 */
export function Refresher({ kinds, since, pace }: { kinds: LiveKind[]; since: string; pace?: Pace }) {
  const router = useRouter();
  const { moving } = useLive();
  const stale = useIsStale(since, kinds);
  const asked = useRef({ since: "", at: Number.NEGATIVE_INFINITY });
  const tookMs = useRef(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new position is what says that the reading is back
  useEffect(() => {
    tookMs.current = performance.now() - asked.current.at;
  }, [since]);

  useEffect(() => {
    if (!stale || !moving) return;
    let timer: ReturnType<typeof setTimeout>;
    const plan = () => {
      const pause = asked.current.since === since ? lostMs : spacingOf(pace, tookMs.current);
      timer = setTimeout(read, Math.max(0, asked.current.at + pause - performance.now()));
    };
    const read = () => {
      asked.current = { since, at: performance.now() };
      router.refresh();
      plan();
    };
    plan();
    return () => clearTimeout(timer);
  }, [stale, moving, since, router, pace]);

  return null;
}

const spacingOf = (pace: Pace | undefined, tookMs: number): number =>
  pace === "calm" ? Math.max(spacingMs, Math.min(calmMs, calmShare * tookMs) * offBeat()) : spacingMs;
