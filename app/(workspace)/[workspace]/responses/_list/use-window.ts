"use client";

import { defaultRangeExtractor, useWindowVirtualizer, type VirtualItem } from "@tanstack/react-virtual";
import { type RefObject, useLayoutEffect, useState } from "react";

/** Up to so many rows all stand on the page, where the browser's own search finds them. */
const mostAtOnce = 200;
const rowsAround = 8;

export type Windowed = {
  /** The rows that stand on the page now, by their places in the list. */
  places: readonly number[];
  /** How much room the rows after `place` (or before the first) take that do not stand on the page, in pixels. */
  gapAfter(place: number): number;
  measure(row: Element | null): void;
  bringIntoView(place: number): void;
};

/**
 * Of a long list only the rows in sight and some around them, and the `kept` one, which may have the focus. Rows are
 * measured as they are shown, so that nothing jumps.
 *
 * @param usual a row's height before it was measured, in pixels
 */
export function useWindow(
  list: RefObject<HTMLElement | null>,
  keys: readonly string[],
  usual: number,
  kept: number | null,
): Windowed {
  const [top, setTop] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what stands above the list may have changed with it
  useLayoutEffect(() => {
    if (list.current) setTop(list.current.getBoundingClientRect().top + window.scrollY);
  }, [list, keys]);
  const isLong = keys.length > mostAtOnce;
  const virtual = useWindowVirtualizer({
    count: keys.length,
    estimateSize: () => usual,
    getItemKey: (place) => keys[place]!,
    overscan: rowsAround,
    scrollMargin: top,
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), ...(kept === null ? [] : [kept])])].sort((a, b) => a - b),
  });
  const items: readonly VirtualItem[] = isLong ? virtual.getVirtualItems() : [];
  const total = virtual.getTotalSize();
  return {
    places: isLong ? items.map(({ index }) => index) : keys.map((_, place) => place),
    gapAfter(place) {
      if (!isLong) return 0;
      const at = items.findIndex(({ index }) => index === place);
      const end = at < 0 ? top : items[at]!.end;
      const next = items[at + 1];
      return (next ? next.start : top + total) - end;
    },
    measure: virtual.measureElement,
    bringIntoView: (place) => virtual.scrollToIndex(place, { align: "auto" }),
  };
}
