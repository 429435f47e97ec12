import { clsx } from "clsx";
import type { Measure } from "./measure.ts";
import { labelled, type TrendPoint, type TrendScale } from "./trend-scale.ts";

/** The scores beside the hairlines, and a break mark at every end that is not the end of the scale. */
export function ScoreAxis({ scale, measure }: { scale: TrendScale; measure: Measure }) {
  return (
    <div aria-hidden="true" className="relative text-xs text-muted tabular-nums">
      {scale.ticks.map((tick) => (
        <span key={tick} className="absolute right-2.5 -translate-y-1/2" style={{ top: `${scale.y(tick)}%` }}>
          {measure.end(tick)}
        </span>
      ))}
      {scale.to < measure.range[1] && <Break className="-top-4" />}
      {scale.from > measure.range[0] && <Break className="-bottom-4" />}
    </div>
  );
}

/** The periods under the axis: more of them where there is room, never smaller. */
export function PeriodAxis({ points, scale }: { points: readonly TrendPoint[]; scale: TrendScale }) {
  const wide = labelled(points.length, 9);
  const narrow = labelled(points.length, 4);
  return (
    <div aria-hidden="true" className="relative col-start-2 row-start-3 h-5 text-xs text-muted">
      {points.map((point, index) =>
        wide(index) || narrow(index) ? (
          <span
            key={point.key}
            style={{ left: `min(${scale.x(index)}%, 100% - 1.25rem)` }}
            className={clsx(
              "absolute bottom-0 -translate-x-1/2 whitespace-nowrap",
              !narrow(index) && "hidden @2xl:block",
              !wide(index) && "@2xl:hidden",
            )}
          >
            {point.tick}
          </span>
        ) : null,
      )}
    </div>
  );
}

function Break({ className }: { className: string }) {
  return (
    <svg
      aria-hidden="true"
      width="10"
      height="8"
      className={clsx("absolute right-3 fill-none stroke-line-strong", className)}
    >
      <path d="M0 6 3 2 6 6 9 2" />
    </svg>
  );
}
