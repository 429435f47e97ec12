"use client";

import {
  createCacheMap,
  deleteMapEntry,
  type MapValue,
  setInCacheMap,
  type UnknownMapEntry,
} from "next/dist/client/components/segment-cache/cache-map";
import { usePathname } from "next/navigation";
import { useEffect } from "react";

/** Of the parts of pages that Next holds: a case has about ten, so going back over the last dozen needs no reading. */
const mostHeld = 120;

/** Something of our own among what Next holds, in the order of use. */
const ours = createCacheMap<MapValue>();
const mark: MapValue = { ref: null, size: 0, staleAt: Number.POSITIVE_INFINITY, version: 0, status: 2 };

/**
 * Lets go of pages that were left long ago. Next 16.4 holds each part of a page for going back and counts it as 100 bytes
 * of the 50 MB that it gives itself, so that it never lets go of any: 150 kB for every case that an agent opens.
 */
export function ForgetPages() {
  const pathname = usePathname();
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page brings new ones
  useEffect(forgetPages, [pathname]);
  return null;
}

function forgetPages(): void {
  setInCacheMap(ours, { id: null, value: "svar", isRootParam: false, parent: null }, mark, false);
  const first = mark.ref;
  const held: UnknownMapEntry[] = [];
  for (let one = first?.next; one && one !== first; one = one.next) held.push(one);
  for (const one of held.slice(mostHeld)) deleteMapEntry(one);
}
