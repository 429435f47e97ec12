"use client";

import { type KeyboardEvent, useRef } from "react";

type UseField = {
  text: string;
  write(text: string): void;
  /** What the keys that send are for. */
  send(): void;
  /** Called for a slash that begins a line; without it, that is written. */
  slash: (() => void) | null;
};

/** The field that is written in: its keys, and words put in at the caret as if they were typed. */
export function useField({ text, write, send, slash }: UseField) {
  const field = useRef<HTMLTextAreaElement>(null);

  function put(words: string): void {
    const { selectionStart: from = 0, selectionEnd: to = 0 } = field.current ?? {};
    const before = text.slice(0, from) + words;
    write(before + text.slice(to));
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(before.length, before.length);
    });
  }

  return {
    field,
    put,
    focus: () => field.current?.focus(),
    /** The words that are selected. */
    selected(): string {
      const { selectionStart: from = 0, selectionEnd: to = 0 } = field.current ?? {};
      return text.slice(from, to).trim();
    },
    mention(name: string): void {
      const before = text.slice(0, field.current?.selectionStart ?? 0);
      put(`${/\S$/.test(before) ? " " : ""}@${name} `);
    },
    pressed(event: KeyboardEvent<HTMLTextAreaElement>): void {
      const before = text.slice(0, event.currentTarget.selectionStart);
      if (event.key === "/" && slash && /(^|\n)$/.test(before)) {
        event.preventDefault();
        slash();
      }
      if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) {
        event.preventDefault();
        send();
      }
    },
  };
}
