"use client";

import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useCallback,
  useContext,
  useMemo,
  useRef,
  useState,
} from "react";
import type { Words } from "#app/_i18n/words.ts";
import { useOnce } from "#app/_ui/use-once.ts";
import type { Key } from "./key.ts";
import type { SheetWord } from "./key-sheet.tsx";

const KeySheet = lazy(() => import("./key-sheet.tsx"));

/** `run` does what a key of the group does, where more than the part that has the focus can do it. */
type Group = { id: string; title: string; keys: readonly Key[]; run?: (key: string) => void };

const Keys = createContext<{
  /** Whether the person wants shortcuts of one key at all. */
  on: boolean;
  /** What can be done on the page that is shown. */
  groups: readonly Group[];
  showSheet(): void;
  menuOpen: boolean;
  showMenu(): void;
  closeMenu(): void;
  /** What had the focus when the menu was opened. */
  openedFrom(): HTMLElement | null;
  /** Lets the sheet list these while they work; returns the way to take them off it. */
  list(group: Group): () => void;
} | null>(null);

type KeysProviderProps = { on: boolean; settings: string; words: Words<SheetWord>; children: ReactNode };

/** The shortcuts of every page below it, and the sheet that lists those of the page that is shown. */
export function KeysProvider({ on, settings, words, children }: KeysProviderProps) {
  const [groups, setGroups] = useState<readonly Group[]>([]);
  const [open, setOpen] = useState(false);
  const wasOpen = useOnce(open);
  const [menuOpen, setMenuOpen] = useState(false);
  const from = useRef<HTMLElement | null>(null);
  const list = useCallback((group: Group) => {
    setGroups((all) => [...all.filter(({ id }) => id !== group.id), group]);
    return () => setGroups((all) => all.filter((one) => one !== group));
  }, []);
  const ways = useMemo(
    () => ({
      showSheet: () => setOpen(true),
      showMenu: () => {
        const { activeElement } = document;
        from.current = activeElement instanceof HTMLElement ? activeElement : null;
        setMenuOpen(true);
      },
      closeMenu: () => setMenuOpen(false),
      openedFrom: () => from.current,
    }),
    [],
  );
  const value = useMemo(() => ({ on, list, groups, menuOpen, ...ways }), [on, list, groups, menuOpen, ways]);
  return (
    <Keys value={value}>
      {children}
      {wasOpen && (
        <Suspense>
          <KeySheet
            open={open}
            onOpenChange={setOpen}
            groups={groups}
            on={on}
            settings={settings}
            words={words}
          />
        </Suspense>
      )}
    </Keys>
  );
}

/** Whether shortcuts are on, and the sheet of them. */
export function useKeySheet() {
  const keys = useContext(Keys);
  if (!keys) throw new Error("shortcuts need a KeysProvider above them");
  return keys;
}
