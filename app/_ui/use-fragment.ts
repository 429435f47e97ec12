"use client";

import { useEffect, useRef, useState } from "react";

type Fragment = {
  value: string | null;
  /** Opens it, or goes over to another. */
  show(value: string): void;
  /** Resolves when it is closed. */
  close(): Promise<void>;
};

type Words = {
  /** What stands after the # of the address while something lies open; its first group is the value. */
  read: RegExp;
  write(value: string): string;
};

/**
 * What lies open on a page, which stands after the # of its address: the page stays as it is, whatever is read again
 * beneath, and going back in the browser closes.
 */
export function useFragment(words: Words): Fragment {
  const [value, setValue] = useState<string | null>(null);
  const wasOpenedHere = useRef(false);
  const { read } = words;

  useEffect(() => {
    const follow = () => {
      const asked = valueIn(read);
      if (asked === null) wasOpenedHere.current = false;
      setValue(asked);
    };
    follow();
    addEventListener("popstate", follow);
    return () => removeEventListener("popstate", follow);
  }, [read]);

  // A page that was asked for before it was opened puts its own address back when it comes.
  useEffect(() => {
    if (value !== null && valueIn(read) !== value) window.history.replaceState(null, "", words.write(value));
  });

  return {
    value,
    show(next) {
      setValue(next);
      if (value !== null) return window.history.replaceState(null, "", words.write(next));
      wasOpenedHere.current = true;
      window.history.pushState(null, "", words.write(next));
    },
    async close() {
      if (wasOpenedHere.current || isBehind()) return goBack();
      setValue(null);
      window.history.replaceState(null, "", address());
    },
  };
}

const valueIn = (read: RegExp): string | null => read.exec(window.location.hash)?.[1] ?? null;

const address = () => window.location.pathname + window.location.search;

/** Whether going back leads to the same page, as after it was loaded anew; false where the browser does not say. */
function isBehind(): boolean {
  const { navigation } = window as { navigation?: Navigation };
  const behind = navigation?.entries()[(navigation.currentEntry?.index ?? 0) - 1];
  return behind?.url === window.location.origin + address();
}

function goBack(): Promise<void> {
  return new Promise((resolve) => {
    addEventListener("popstate", () => resolve(), { once: true });
    window.history.back();
  });
}
