"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { isMeantForElse } from "./key.ts";
import { useKeySheet } from "./keys-provider.tsx";

/** A place of the workspace, and the letter that leads there after "g". */
export type Place = { label: string; href: string; letter?: string };

const waitsMs = 1_500;
const fields = "input, textarea, select, [contenteditable=true]";

/**
 * "g" and then a letter leads to a place. The letter is taken before the page's own shortcuts see it, within a second and
 * a half.
 */
export function useGoing(places: readonly Place[]): void {
  const { on } = useKeySheet();
  const router = useRouter();
  const known = JSON.stringify(places.flatMap(({ href, letter }) => (letter ? [[letter, href]] : [])));

  useEffect(() => {
    if (!on) return;
    const ways = new Map(JSON.parse(known) as [string, string][]);
    let begunAt = Number.NEGATIVE_INFINITY;
    const press = (event: KeyboardEvent) => {
      const begun = event.timeStamp - begunAt < waitsMs;
      begunAt = Number.NEGATIVE_INFINITY;
      if (isMeantForElse(event) || (event.target instanceof Element && event.target.matches(fields))) return;
      const href = begun ? ways.get(event.key) : undefined;
      if (href) {
        event.preventDefault();
        router.push(href);
      } else if (event.key === "g") begunAt = event.timeStamp;
    };
    document.addEventListener("keydown", press, { capture: true });
    return () => document.removeEventListener("keydown", press, { capture: true });
  }, [on, known, router]);
}
