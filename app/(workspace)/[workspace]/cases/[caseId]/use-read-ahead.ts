"use client";

import { PrefetchKind } from "next/dist/client/components/router-reducer/router-reducer-types";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Whoever only steps past a case does not have the one after it read. */
const openedMs = 300;
/** While changes keep coming, the page itself is read again and again; what is ahead waits until they are over. */
const changedMs = 2_000;

/**
 * Has the page at `href` read before it is asked for, so that it opens at once; anew when the page here was read again,
 * which gives up what was ahead. One that grew old is read again by itself once it is open (LiveRefresh).
 */
export function useReadAhead(href: string | undefined): void {
  const router = useRouter();
  useEffect(() => {
    if (!href) return;
    let timer: ReturnType<typeof setTimeout>;
    let left = false;
    const read = () =>
      router.prefetch(href, { kind: PrefetchKind.FULL, onInvalidate: () => plan(changedMs) });
    const plan = (ms: number) => {
      clearTimeout(timer);
      if (!left) timer = setTimeout(read, ms);
    };
    plan(openedMs);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [href, router]);
}
