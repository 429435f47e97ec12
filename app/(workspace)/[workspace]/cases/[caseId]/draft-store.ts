/** What is being written in a case. `seen`: the newest message or event of the dialogue when it was begun. */
export type Draft = { kind: "reply" | "note"; text: string; seen: string | null };

/** A draft as the server has it. */
export type SavedDraft = Draft & { revision: string };

/** A draft as this browser keeps it until the server has it; `known`: the revision it was written on. */
export type KeptDraft = Draft & { known: string | null };

type DraftState = {
  draft: Draft;
  /** `kept`: the server cannot be reached, the words are in this browser; `elsewhere`: `other` was saved meanwhile. */
  state: "saved" | "saving" | "kept" | "elsewhere";
  other: SavedDraft | null;
};

type Answer = { saved: true; revision: string | null } | { saved: false; draft: SavedDraft };

type DraftOptions = {
  saved: SavedDraft | null;
  save(draft: Draft, known: string | null): Promise<Answer>;
  /** Where words are kept in this browser. */
  keep: { read(): KeptDraft | null; write(kept: KeptDraft | null): void };
};

const pauseMs = 2_000;
const retryMs = 5_000;
const empty: Draft = { kind: "reply", text: "", seen: null };

export type DraftStore = ReturnType<typeof createDraftStore>;

/**
 * The one draft of a case in this tab, outside React. Every change is kept in this browser at once and saved within two
 * seconds; while the server is away it is tried again and again. What another tab or device saved is never written over
 * unseen, and nothing that is typed is lost.
 */
export function createDraftStore({ saved, save, keep }: DraftOptions) {
  let now: DraftState = { draft: saved ?? empty, state: "saved", other: null };
  let known = saved?.revision ?? null;
  let unsaved = false;
  let paused = false;
  let saving: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();

  function set(change: Partial<DraftState>): void {
    now = { ...now, ...change };
    for (const listener of listeners) listener();
  }

  function plan(ms: number): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      flush();
    }, ms);
  }

  async function flush(): Promise<void> {
    if (saving) return saving;
    if (!unsaved || paused || now.other) return;
    clearTimeout(timer);
    timer = undefined;
    saving = attempt().finally(() => {
      saving = null;
      if (unsaved) plan(now.state === "kept" ? retryMs : pauseMs);
    });
    return saving;
  }

  async function attempt(): Promise<void> {
    const { draft } = now;
    try {
      const answer = await save(draft, known);
      if (!answer.saved) return set({ state: "elsewhere", other: answer.draft });
      known = answer.revision;
      unsaved = draft !== now.draft;
      keep.write(unsaved ? { ...now.draft, known } : null);
      set({ state: unsaved ? "saving" : "saved" });
    } catch {
      set({ state: "kept" });
    }
  }

  /** What the server has takes the place of what is here. */
  function adopt(next: SavedDraft | null): void {
    known = next?.revision ?? null;
    unsaved = false;
    keep.write(null);
    set({ draft: next ?? { ...empty, kind: now.draft.kind }, state: "saved", other: null });
  }

  return {
    get: () => now,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    change(part: Partial<Draft>): void {
      unsaved = true;
      set({ draft: { ...now.draft, ...part }, state: now.state === "saved" ? "saving" : now.state });
      keep.write({ ...now.draft, known });
      plan(pauseMs);
    },
    flush,
    adopt,
    /** Takes up what this browser kept when it was left before it could be saved. */
    recall(): void {
      const kept = keep.read();
      if (!kept) return;
      const { known: on, ...draft } = kept;
      if (draft.text === now.draft.text && draft.kind === now.draft.kind) {
        keep.write(null);
        return;
      }
      unsaved = true;
      const other = saved && saved.revision !== on ? saved : null;
      set({ draft, state: other ? "elsewhere" : "saving", other });
      if (!other) plan(0);
    },
    /** Of two drafts, goes on with one; the other one is given up by whoever chose. */
    resolve(choice: "mine" | "other"): void {
      const { other } = now;
      if (!other) return;
      if (choice === "other") adopt(other);
      else {
        known = other.revision;
        set({ other: null, state: "saving" });
        flush();
      }
    },
    /** Asks the server what it has by now, and shows it unless something is written here. */
    async look(find: () => Promise<SavedDraft | null>): Promise<void> {
      const before = known;
      const isBusy = () => unsaved || paused || saving !== null || known !== before;
      if (isBusy()) return;
      const found = await find().catch(() => undefined);
      if (found !== undefined && !isBusy() && (found?.revision ?? null) !== known) adopt(found);
    },
    /** Runs `work`, which sends the words, while nothing is saved. */
    async during<T>(work: () => Promise<T>): Promise<T> {
      paused = true;
      await saving;
      try {
        return await work();
      } finally {
        paused = false;
        if (unsaved) plan(pauseMs);
      }
    },
    /** What would be lost to other devices if the tab went away now. */
    unsaved: (): KeptDraft | null => (unsaved && !now.other ? { ...now.draft, known } : null),
  };
}
