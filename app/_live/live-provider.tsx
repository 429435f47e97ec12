"use client";

import { useSubscription } from "@trpc/tanstack-react-query";
import { useRouter } from "next/navigation";
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { useTRPC } from "#app/_trpc/client.tsx";
import type { LiveKind } from "#server/live/events.ts";

export type LiveState = "live" | "reconnecting" | "paused";
type Listener = (changed: LiveKind[] | "resync") => void;

/** The most that lies between reading a page on the server and showing it, in milliseconds. */
const pageAgeMs = 10_000;

const Live = createContext<{
  state: LiveState;
  setPaused(paused: boolean): void;
  listen(listener: Listener): () => void;
} | null>(null);

/** The one live stream of this tab, shared by everything below it. */
export function LiveProvider({ workspace, children }: { workspace: string; children: ReactNode }) {
  const listeners = useRef(new Set<Listener>());
  const recent = useRef<{ changed: LiveKind[] | "resync"; at: number }[]>([]);
  const [paused, setPaused] = useState(false);
  const online = useOnline();
  const trpc = useTRPC();
  const subscription = useSubscription(
    trpc.live.changes.subscriptionOptions(
      { workspace },
      {
        enabled: !paused,
        onData: ({ data }) => {
          const now = performance.now();
          recent.current = recent.current.filter(({ at }) => now - at < pageAgeMs);
          recent.current.push({ changed: data.changed, at: now });
          for (const listener of listeners.current) listener(data.changed);
        },
      },
    ),
  );
  const connected = online && subscription.status === "pending";
  const state: LiveState = paused ? "paused" : connected ? "live" : "reconnecting";
  const listen = useCallback((listener: Listener) => {
    listeners.current.add(listener);
    // What is put on the page now was read a moment ago: it is told what changed since.
    const now = performance.now();
    for (const { changed, at } of recent.current) if (now - at < pageAgeMs) listener(changed);
    return () => void listeners.current.delete(listener);
  }, []);
  const value = useMemo(() => ({ state, setPaused, listen }), [state, listen]);
  return <Live value={value}>{children}</Live>;
}

/** Whether the stream is live, reconnecting or paused, and the way to pause it. */
export function useLiveState() {
  const live = useContext(Live);
  if (!live) throw new Error("useLiveState needs a LiveProvider above it");
  return live;
}

const quietMs = 150;
const pollMs = 15_000;

/**
 * Renders nothing; reads the page again from the server when one of `kinds` changed, or, while the
 * stream is down, every 15 s. Focus, scroll and what is typed stay.
 */
export function LiveRefresh({ kinds }: { kinds: LiveKind[] }) {
  const { listen, state } = useLiveState();
  const router = useRouter();
  const wanted = kinds.join(",");

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = listen((changed) => {
      if (changed !== "resync" && !changed.some((kind) => wanted.split(",").includes(kind))) return;
      timer ??= setTimeout(() => {
        timer = undefined;
        router.refresh();
      }, quietMs);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [listen, router, wanted]);

  useEffect(() => {
    if (state !== "reconnecting") return;
    const poll = setInterval(() => router.refresh(), pollMs);
    return () => clearInterval(poll);
  }, [state, router]);

  return null;
}

function useOnline(): boolean {
  const [online, setOnline] = useState(true);
  useEffect(() => {
    const update = () => setOnline(navigator.onLine);
    update();
    addEventListener("online", update);
    addEventListener("offline", update);
    return () => {
      removeEventListener("online", update);
      removeEventListener("offline", update);
    };
  }, []);
  return online;
}
