"use client";

import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useTRPCClient } from "#app/_trpc/client.tsx";
import { sendOnLeaving } from "#app/_trpc/send-on-leaving.ts";
import { createDraftStore, type DraftStore, type KeptDraft, type SavedDraft } from "./draft-store.ts";

type UseDraft = {
  workspace: string;
  caseId: string;
  /** Whose draft it is: several may use one browser. */
  memberId: string;
  saved: SavedDraft | null;
  /** The newest of the dialogue: with what is new there, the draft may have been sent in another tab. */
  newest: string | null;
};

/** Words being written in a case: on the server within two seconds, and in this browser as long as they are not. */
export function useDraft({ workspace, caseId, memberId, saved, newest }: UseDraft): DraftStore {
  const client = useTRPCClient();
  const [tab] = useState(() => Math.random().toString(36).slice(2));
  const [store] = useState(() =>
    createDraftStore({
      saved,
      save: (draft, known) => client.draft.save.mutate({ workspace, caseId, ...draft, known, tab }),
      keep: keptIn(`draft:${memberId}:${caseId}`),
    }),
  );

  useEffect(() => {
    store.recall();
    const look = () => store.look(() => client.draft.find.query({ workspace, caseId }));
    const seen = () => void (document.visibilityState === "visible" ? look() : store.flush());
    const leave = () => {
      const left = store.unsaved();
      if (left) sendOnLeaving("draft.save", { workspace, caseId, ...left, tab });
    };
    const online = () => void store.flush();
    // The page may have been read ahead, before the last words were saved.
    look();
    document.addEventListener("visibilitychange", seen);
    window.addEventListener("online", online);
    window.addEventListener("pagehide", leave);
    return () => {
      leave();
      document.removeEventListener("visibilitychange", seen);
      window.removeEventListener("online", online);
      window.removeEventListener("pagehide", leave);
    };
  }, [store, client, workspace, caseId, tab]);

  const read = useRef(newest);
  useEffect(() => {
    if (read.current === newest) return;
    read.current = newest;
    store.look(() => client.draft.find.query({ workspace, caseId }));
  }, [newest, store, client, workspace, caseId]);

  return store;
}

/** What the draft is at the moment. */
export function useDraftState(store: DraftStore) {
  return useSyncExternalStore(store.subscribe, store.get, store.get);
}

function keptIn(key: string) {
  return {
    read(): KeptDraft | null {
      try {
        const kept = JSON.parse(localStorage.getItem(key) ?? "null");
        return typeof kept?.text === "string" ? kept : null;
      } catch {
        return null;
      }
    },
    write(kept: KeptDraft | null): void {
      try {
        if (kept) localStorage.setItem(key, JSON.stringify(kept));
        else localStorage.removeItem(key);
      } catch {
        // A browser that keeps nothing, or is full: the server has the words within two seconds.
      }
    },
  };
}
