import type { CursorPoint } from "./trend-cursor.tsx";
import type { Cursor } from "./use-trend-cursor.ts";

/** Where the cursor is: a line and a dot, or the stretch between the first and the last period chosen. */
export function TrendMark({ points, cursor }: { points: readonly CursorPoint[]; cursor: Cursor }) {
  const point = points[cursor.index];
  if (!cursor.shown || !point) return null;
  const width = 100 / points.length;
  return (
    <>
      {cursor.several && (
        <div
          className="absolute inset-y-0 border-x border-text bg-text/8 forced-colors:border-2"
          style={{ left: `${cursor.first * width}%`, width: `${(cursor.last - cursor.first + 1) * width}%` }}
        />
      )}
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
