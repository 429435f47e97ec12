"use client";

import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from "react";
import type { Words } from "#app/_i18n/words.ts";
import type { Key } from "./key.ts";
import { KeySheet, type SheetWord } from "./key-sheet.tsx";

type Group = { id: string; title: string; keys: readonly Key[] };

const Keys = createContext<{
  /** Whether the person wants shortcuts of one key at all. */
  on: boolean;
  showSheet(): void;
  /** Lets the sheet list these while they work; returns the way to take them off it. */
  list(group: Group): () => void;
} | null>(null);

type KeysProviderProps = { on: boolean; settings: string; words: Words<SheetWord>; children: ReactNode };

/** The shortcuts of every page below it, and the sheet that lists those of the page that is shown. */
export function KeysProvider({ on, settings, words, children }: KeysProviderProps) {
  const [groups, setGroups] = useState<readonly Group[]>([]);
  const [open, setOpen] = useState(false);
  const list = useCallback((group: Group) => {
    setGroups((all) => [...all.filter(({ id }) => id !== group.id), group]);
    return () => setGroups((all) => all.filter((one) => one !== group));
  }, []);
  const value = useMemo(() => ({ on, list, showSheet: () => setOpen(true) }), [on, list]);
  return (
    <Keys value={value}>
      {children}
      <KeySheet
        open={open}
        onOpenChange={setOpen}
        groups={groups}
        on={on}
        settings={settings}
        words={words}
      />
    </Keys>
  );
}

/** Whether shortcuts are on, and the sheet of them. */
export function useKeySheet() {
  const keys = useContext(Keys);
  if (!keys) throw new Error("shortcuts need a KeysProvider above them");
  return keys;
}
