"use client";

import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from "react";
import type { Words } from "#app/_i18n/words.ts";
import { useTRPCClient } from "#app/_trpc/client.tsx";
import type { LiveKind } from "#server/live/events.ts";
import { hear, learn } from "#server/live/rules.ts";
import { type EndedKey, Removed, Stopped } from "./ended.tsx";
import { createLiveStore, type Link, type LiveStore } from "./live-store.ts";
import { openStream } from "./open-stream.ts";
import { shareStream } from "./share-stream.ts";
import { useTab } from "./use-tab.ts";

export type LiveState = Link | "paused" | "stopped";

type LiveContext = { store: LiveStore; state: LiveState; moving: boolean; setPaused(paused: boolean): void };
const Live = createContext<LiveContext | null>(null);

type LiveProps = { workspace: string; since: string; words: Words<EndedKey>; children: ReactNode };

/**
 * What changes in a workspace, for everything below it; `since` is the position its first page was read at. Tabs that
 * nobody looks at, that are paused or have no network hear nothing, and go on from where they were. Once the member's
 * access has ended, it says so, and nothing is asked for again.
 */
export function LiveChanges({ workspace, since, words, children }: LiveProps) {
  const client = useTRPCClient();
  const [store] = useState(() => createLiveStore(since));
  const { tab, setPaused } = useTab();
  const link = useSyncExternalStore(
    store.subscribe,
    () => store.get().link,
    () => "connecting" as const,
  );
  const ended = useSyncExternalStore(
    store.subscribe,
    () => store.get().ended,
    () => null,
  );
  const wanted = tab?.visible === true && tab.online && !tab.paused && ended === null;

  useEffect(() => {
    if (!wanted) return;
    store.set({ link: "connecting" });
    const shared = shareStream({
      name: `svar-live-${workspace}`,
      say: store.get,
      hear: ({ known, ...rest }) => store.set({ known: learn(store.get().known, known), ...rest }),
      open: () =>
        openStream({
          client,
          workspace,
          since: () => store.get().known.until,
          hear({ position, changed }) {
            store.set({ known: hear(store.get().known, position, changed) });
            shared.tell();
          },
          link(link) {
            store.set({ link });
            shared.tell();
          },
          end(ended) {
            store.set({ ended });
            shared.tell();
          },
        }),
    });
    return shared.stop;
  }, [wanted, workspace, client, store]);

  // Whoever signed in again, or set up what was asked for, in another tab goes on here.
  const visible = tab?.visible;
  useEffect(() => {
    const { ended: why } = store.get();
    if (visible && why && why !== "removed") store.set({ ended: null });
  }, [visible, store]);

  const state: LiveState = ended
    ? "stopped"
    : tab?.paused
      ? "paused"
      : tab?.online === false
        ? "reconnecting"
        : link;
  const moving = wanted && (link === "live" || link === "polling");
  const value = useMemo(() => ({ store, state, moving, setPaused }), [store, state, moving, setPaused]);
  if (ended === "removed") return <Removed words={words} />;
  return (
    <Live value={value}>
      {children}
      {ended && <Stopped why={ended} workspace={workspace} words={words} />}
    </Live>
  );
}

/** How the changes come, whether the page may move now, and the way to pause it. */
export function useLive() {
  const live = useContext(Live);
  if (!live) throw new Error("useLive needs LiveChanges above it");
  return live;
}

/** Whether a page of `kinds` that was read at `since` may show less than there is. */
export function useIsStale(since: string, kinds: readonly LiveKind[]): boolean {
  const { store } = useLive();
  return useSyncExternalStore(
    store.subscribe,
    () => store.isStale(since, kinds),
    () => false,
  );
}
