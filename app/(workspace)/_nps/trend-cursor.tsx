"use client";

import { useRouter } from "next/navigation";
import { type KeyboardEvent, type MouseEvent, type PointerEvent, useState } from "react";
import { TextLink } from "#app/_ui/text-link.tsx";

export type CursorPoint = {
  /** The period. */
  label: string;
  /** Its figures in words, as in the table. */
  words: string;
  href?: string;
  /** In percent of the plot; `y` is null where nobody answered. */
  x: number;
  y: number | null;
};

type TrendCursorProps = { points: readonly CursorPoint[]; label: string; openLabel: string };

/**
 * A cursor over the drawing: arrow keys, Home, End or the pointer choose a period, whose figures are said under
 * the chart; Enter or a click opens its answers (a touch only chooses, the link beside the figures opens).
 */
export function TrendCursor({ points, label, openLabel }: TrendCursorProps) {
  const router = useRouter();
  const [chosen, choose] = useState(points.length - 1);
  const [shown, show] = useState(false);
  const index = Math.min(chosen, points.length - 1);
  const point = points[index];
  if (!point) return null;

  function open() {
    if (point?.href) router.push(point.href);
  }

  function move(event: KeyboardEvent) {
    const to = target(event.key, index, points.length - 1);
    if (event.key === "Enter") open();
    else if (to === undefined) return;
    else choose(to);
    event.preventDefault();
  }

  function follow(event: PointerEvent) {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const place = Math.floor(((event.clientX - left) / width) * points.length);
    choose(Math.min(points.length - 1, Math.max(0, place)));
    show(true);
  }

  function press({ nativeEvent }: MouseEvent) {
    if (nativeEvent instanceof globalThis.PointerEvent && nativeEvent.pointerType === "touch") return;
    open();
  }

  return (
    <>
      <div
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={1}
        aria-valuemax={points.length}
        aria-valuenow={index + 1}
        aria-valuetext={point.label}
        onKeyDown={move}
        onPointerDown={follow}
        onPointerMove={follow}
        onPointerLeave={() => show(false)}
        onClick={press}
        onFocus={() => show(true)}
        onBlur={() => show(false)}
        className="relative col-start-2 row-span-2 row-start-1 touch-pan-y rounded-mark print:hidden"
      >
        {shown && <Mark point={point} />}
      </div>
      <p className="col-span-2 row-start-4 mt-2 min-h-6 print:hidden">
        <output>
          <span className="text-muted">{point.label}:</span> {point.words}
        </output>{" "}
        {point.href && (
          <TextLink href={point.href} className="inline-block py-0.5">
            {openLabel}
          </TextLink>
        )}
      </p>
    </>
  );
}

function Mark({ point }: { point: CursorPoint }) {
  return (
    <>
      <div className="absolute inset-y-0 border-l border-line-strong" style={{ left: `${point.x}%` }} />
      <div className="absolute inset-x-0 top-0 h-50">
        {point.y !== null && (
          <div
            className="absolute size-2.5 -translate-x-1/2 -translate-y-1/2 rounded-full border-2 border-text bg-text"
            style={{ left: `${point.x}%`, top: `${point.y}%` }}
          />
        )}
      </div>
    </>
  );
}

function target(key: string, index: number, last: number): number | undefined {
  if (key === "ArrowLeft" || key === "ArrowDown") return Math.max(0, index - 1);
  if (key === "ArrowRight" || key === "ArrowUp") return Math.min(last, index + 1);
  if (key === "Home") return 0;
  if (key === "End") return last;
  return undefined;
}
