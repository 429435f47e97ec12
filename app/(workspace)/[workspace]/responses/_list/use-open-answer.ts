"use client";

import { useFragment } from "#app/_ui/use-fragment.ts";

export type OpenAnswer = {
  id: string | null;
  /** Opens an answer, or goes over to another. */
  show(id: string): void;
  close(): void;
};

const words = { read: /^#answer=([0-9a-f-]{36})$/, write: (id: string) => `#answer=${id}` };

/** The answer that lies open beside or above the list. */
export function useOpenAnswer(): OpenAnswer {
  const { value, show, close } = useFragment(words);
  return { id: value, show, close };
}
