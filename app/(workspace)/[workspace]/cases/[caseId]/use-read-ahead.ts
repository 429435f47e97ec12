"use client";

import { PrefetchKind } from "next/dist/client/components/router-reducer/router-reducer-types";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";

/** Whoever only steps past a case does not have the one after it read. */
const openedMs = 300;
/** While changes keep coming, the page itself is read again and again; what is ahead waits until they are over. */
const changedMs = 2_000;

/**
 * Has the page that `next` leads to read before it is asked for, so that it opens at once; again when the page here was
 * read again (`next` is then another object), which gives up what was ahead. One that grew old is read again by itself once
 * it is open (LiveRefresh). Next itself tells who asks when it gives something up, but keeps everybody who asked.
 */
export function useReadAhead(next: { href: string } | null): void {
  const router = useRouter();
  const known = useRef<string>(undefined);
  useEffect(() => {
    if (!next) return;
    const { href } = next;
    const ms = known.current === href ? changedMs : openedMs;
    known.current = href;
    const timer = setTimeout(() => router.prefetch(href, { kind: PrefetchKind.FULL }), ms);
    return () => clearTimeout(timer);
  }, [next, router]);
}
