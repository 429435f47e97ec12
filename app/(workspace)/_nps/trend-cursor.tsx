"use client";

import { useRouter } from "next/navigation";
import type { PointerEvent } from "react";
import { type Counts, total } from "#server/nps/groups.ts";
import { TrendMark } from "./trend-mark.tsx";
import { TrendReadout, type TrendReadoutWords } from "./trend-readout.tsx";
import { useTrendCursor } from "./use-trend-cursor.ts";
import { withDays } from "./with-days.ts";

export type CursorPoint = {
  /** The period. */
  label: string;
  /** Its figures in words, as in the table. */
  words: string;
  counts: Readonly<Counts>;
  /** Its first and last day, YYYY-MM-DD, and in words. */
  from: string;
  to: string;
  first: string;
  last: string;
  /** In percent of the plot; `y` is null where nobody answered. */
  x: number;
  y: number | null;
};

type TrendCursorProps = {
  points: readonly CursorPoint[];
  label: string;
  /** Addresses without days: the answers, for whoever may read them, and the page itself. */
  answers?: string;
  page: string;
  words: TrendReadoutWords;
};

/**
 * A cursor over the drawing. Arrow keys, Home, End or the pointer choose a period, whose figures are said under the
 * chart; Enter or a click opens its answers (a touch only chooses, the link beside the figures opens). With Shift, or
 * by dragging, several are chosen; Enter or the link then narrows the page to their days, and Escape lets them go.
 */
export function TrendCursor({ points, label, answers, page, words }: TrendCursorProps) {
  const router = useRouter();
  const cursor = useTrendCursor(`${points[0]?.from} ${points.at(-1)?.to}`, points.length, open);
  const chosen = points.slice(cursor.first, cursor.last + 1);
  const [from, to] = [points[cursor.first], points[cursor.last]];
  if (!from || !to) return null;
  const days = { from: from.from, to: to.to };
  const narrowed = withDays(page, days);
  const read = answers && chosen.some(({ counts }) => total(counts) > 0) && withDays(answers, days);

  function open() {
    const target = cursor.several ? narrowed : read;
    if (target) router.push(target);
  }

  const at = (event: PointerEvent) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    return Math.floor(((event.clientX - left) / width) * points.length);
  };

  return (
    <>
      <div
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={1}
        aria-valuemax={points.length}
        aria-valuenow={cursor.index + 1}
        aria-valuetext={cursor.several ? `${from.first} – ${to.last}` : from.label}
        onKeyDown={cursor.onKeyDown}
        onPointerDown={(event) => cursor.press(at(event), event)}
        onPointerMove={(event) => cursor.move(at(event))}
        onPointerUp={(event) => cursor.release(event)}
        onPointerCancel={cursor.cancel}
        onPointerLeave={cursor.hide}
        onFocus={cursor.show}
        onBlur={cursor.hide}
        className="relative col-start-2 row-span-2 row-start-1 touch-pan-y rounded-mark select-none print:hidden"
      >
        <TrendMark points={points} cursor={cursor} />
      </div>
      <TrendReadout chosen={chosen} read={read} narrowed={narrowed} words={words} />
    </>
  );
}
