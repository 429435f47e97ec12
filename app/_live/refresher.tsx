"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import type { LiveKind } from "#server/live/events.ts";
import { createCalmPace } from "./calm-pace.ts";
import { useIsStale, useLive } from "./live.tsx";

/**
 * The least time from one reading of the page to the next. It runs beside the half second in
 * which the server tells of changes once (server/live/streams.ts), so that an answer shows within a second, however many come.
 */
const spacingMs = 500;
/** A reading that has not come back after so long is asked for again; one that may follow, not as long as the server is only slow. */
const lostMs = { soon: 5_000, calm: 15_000 };

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
  const asked = useRef({ isOut: false, at: Number.NEGATIVE_INFINITY });
  const [calm] = useState(createCalmPace);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new position is what says that the reading is back
  useEffect(() => {
    const { isOut, at } = asked.current;
    if (isOut) calm.read(at, performance.now() - at, !stale);
    asked.current.isOut = false;
  }, [since, calm]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: still stale at another position, so it is read again
  useEffect(() => {
    if (!stale || !moving) return;
    let timer: ReturnType<typeof setTimeout>;
    const plan = () => {
      const { isOut, at } = asked.current;
      const earliest = at + (isOut ? lostMs[pace ?? "soon"] : spacingMs);
      const next = pace === "calm" && !isOut ? Math.max(earliest, calm.nextAt()) : earliest;
      timer = setTimeout(read, Math.max(0, next - performance.now()));
    };
    const read = () => {
      asked.current = { isOut: true, at: performance.now() };
      router.refresh();
      plan();
    };
    plan();
    return () => clearTimeout(timer);
  }, [stale, moving, since, router, pace, calm]);

  return null;
}
