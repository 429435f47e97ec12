"use client";

import { lazy, Suspense, useEffect } from "react";
import type { Words } from "#app/_i18n/words.ts";
import { useOnce } from "#app/_ui/use-once.ts";
import type { MenuWord } from "./command-menu.tsx";
import { useKeySheet } from "./keys-provider.tsx";
import { type Place, useGoing } from "./use-going.ts";
import { useKeys, useListedKeys } from "./use-keys.ts";

const CommandMenu = lazy(() => import("./command-menu.tsx"));

type KeysEverywhereProps = {
  workspace: string;
  title: string;
  words: Words<"sheet" | "menu" | MenuWord>;
  places: readonly Place[];
};

/** The shortcuts of every page, and the menu that they open. */
export function KeysEverywhere({ workspace, title, words, places }: KeysEverywhereProps) {
  const { showSheet, menuOpen, showMenu } = useKeySheet();
  const wasOpen = useOnce(menuOpen);
  useGoing(places);
  useListedKeys(words.menuPlaces, [
    { key: "command+k", label: words.menu },
    ...places.flatMap(({ label, letter }) => (letter ? [{ key: `g ${letter}`, label }] : [])),
  ]);
  useKeys(title, [{ key: "?", label: words.sheet, run: showSheet }]);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== "k" || !(event.metaKey || event.ctrlKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      showMenu();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [showMenu]);

  if (!wasOpen) return null;
  return (
    <Suspense>
      <CommandMenu workspace={workspace} words={words} places={places} />
    </Suspense>
  );
}

/** Shows the sheet of shortcuts without a shortcut. */
export function ShowKeys({ label, className }: { label: string; className: string }) {
  const { showSheet } = useKeySheet();
  return (
    <button type="button" className={className} onClick={showSheet}>
      {label}
    </button>
  );
}

/** Opens the menu of commands without a shortcut. */
export function ShowMenu({ label, className }: { label: string; className: string }) {
  const { showMenu } = useKeySheet();
  return (
    <button type="button" className={className} onClick={showMenu}>
      {label}
    </button>
  );
}
