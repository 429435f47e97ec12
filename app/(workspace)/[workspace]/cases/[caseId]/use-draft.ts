"use client";

import { useEffect, useState } from "react";

/** Words being written in a case, kept in this browser until they are sent, through reloads and lost connections. */
export function useDraft(caseId: string): [string, (text: string) => void] {
  const key = `draft:${caseId}`;
  const [text, setText] = useState("");
  useEffect(() => setText(localStorage.getItem(key) ?? ""), [key]);
  return [
    text,
    (next) => {
      setText(next);
      if (next) localStorage.setItem(key, next);
      else localStorage.removeItem(key);
    },
  ];
}
