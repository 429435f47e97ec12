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
/** A reading that has not come back after so long is asked for again. */
const lostMs = 5_000;

/**
 * Reads the page again while it is older than what changed: at once after a quiet time, else spaced, one reading at a
 * time. `since` is the position that the page was read at, so it says by itself when it has caught up.
 */
export function Refresher({ kinds, since }: { kinds: LiveKind[]; since: string }) {
  const router = useRouter();
  const { moving } = useLive();
  const stale = useIsStale(since, kinds);
  const asked = useRef({ since: "", at: Number.NEGATIVE_INFINITY });

  useEffect(() => {
    if (!stale || !moving) return;
    let timer: ReturnType<typeof setTimeout>;
    const plan = () => {
      const pause = asked.current.since === since ? lostMs : spacingMs;
      timer = setTimeout(read, Math.max(0, asked.current.at + pause - performance.now()));
    };
    const read = () => {
      asked.current = { since, at: performance.now() };
      router.refresh();
      plan();
    };
    plan();
    return () => clearTimeout(timer);
  }, [stale, moving, since, router]);

  return null;
}
