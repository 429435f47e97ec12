"use client";

import { useEffect, useRef, useState } from "react";

export type OpenAnswer = {
  id: string | null;
  /** Opens an answer, or goes over to another. */
  show(id: string): void;
  close(): void;
};

const words = /^#answer=([0-9a-f-]{36})$/;

/**
 * The answer that lies open, which stands after the # of the address: the list stays as it is, whatever is read again
 * beneath, and going back in the browser closes.
 */
export function useOpenAnswer(): OpenAnswer {
  const [id, setId] = useState<string | null>(null);
  const wasOpenedHere = useRef(false);

  useEffect(() => {
    const follow = () => {
      const asked = idInAddress();
      if (asked === null) wasOpenedHere.current = false;
      setId(asked);
    };
    follow();
    addEventListener("popstate", follow);
    return () => removeEventListener("popstate", follow);
  }, []);

  // A page that was asked for before the answer opened puts its own address back when it comes.
  useEffect(() => {
    if (id !== null && idInAddress() !== id) window.history.replaceState(null, "", `#answer=${id}`);
  });

  return {
    id,
    show(answer) {
      setId(answer);
      if (id !== null) return window.history.replaceState(null, "", `#answer=${answer}`);
      wasOpenedHere.current = true;
      window.history.pushState(null, "", `#answer=${answer}`);
    },
    close() {
      if (wasOpenedHere.current) return window.history.back();
      setId(null);
      window.history.replaceState(null, "", window.location.pathname + window.location.search);
    },
  };
}

const idInAddress = (): string | null => words.exec(window.location.hash)?.[1] ?? null;
