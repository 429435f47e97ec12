"use client";

import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import { keepingPlace } from "#app/_live/keep-place.tsx";
import { useIsStale, useLive } from "#app/_live/live.tsx";
import { SplitBar } from "#app/(workspace)/_nps/split-bar.tsx";
import { isLater } from "#server/live/rules.ts";
import type { Headline } from "./headline.ts";
import { HeadlineScore, type ScoreWords } from "./headline-score.tsx";

const Newer = createContext<Headline | null>(null);

/** The least time from one reading of the headline to the next: two statements on the server, however many panels. */
const spacingMs = 500;
/** A server that takes long for one is asked less often: for two thirds of the time at most. */
const spacingPerReading = 1.5;

type LiveHeadlineProps = {
  /** Where the headline of this view is read by itself. */
  from: string;
  /** The position that the page was read at. */
  since: string;
  children: ReactNode;
};

/**
 * Reads what a dashboard says first again as soon as an answer came, long before the whole page is. What it read last
 * holds until the page itself is newer.
 */
export function LiveHeadline({ from, since, children }: LiveHeadlineProps) {
  const [read, setRead] = useState<Read & { from: string }>();
  const newer = read?.from === from && isLater(read.since, since) ? read : null;
  const shown = newer?.since ?? since;
  const { moving } = useLive();
  const stale = useIsStale(shown, ["responses"]);
  const last = useRef({ at: Number.NEGATIVE_INFINITY, tookMs: 0 });

  useEffect(() => {
    if (!stale || !moving) return;
    const stop = new AbortController();
    const timer = setTimeout(
      async () => {
        const at = performance.now();
        last.current = { at, tookMs: 0 };
        const found = await readHeadline(from, stop.signal);
        last.current = { at, tookMs: performance.now() - at };
        if (found && !stop.signal.aborted && isLater(found.since, shown))
          keepingPlace(() => setRead({ ...found, from }));
      },
      Math.max(0, nextAfter(last.current) - performance.now()),
    );
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [stale, moving, from, shown]);

  return <Newer value={newer?.headline ?? null}>{children}</Newer>;
}

const nextAfter = ({ at, tookMs }: { at: number; tookMs: number }) =>
  at + Math.max(spacingMs, spacingPerReading * tookMs);

type Read = { since: string; headline: Headline };

/** Null when it cannot be had now; the whole page, which is read as well, says why. */
async function readHeadline(from: string, signal: AbortSignal): Promise<Read | null> {
  try {
    const answer = await fetch(from, { signal });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

/** The finding, or how many answers it is made of. */
export function HeadlineText({ own, part }: { own: string; part: "title" | "status" }) {
  return useContext(Newer)?.[part] ?? own;
}

/** The score with its bracket, what it was before, and what is missing. */
export function LiveScore({ own, words }: { own: Omit<Headline, "split">; words: ScoreWords }) {
  return <HeadlineScore {...(useContext(Newer) ?? own)} words={words} />;
}

/** All answers by group. */
export function LiveSplit({ own, label }: { own: Headline["split"]; label: string }) {
  return <SplitBar label={label} parts={useContext(Newer)?.split ?? own} />;
}
