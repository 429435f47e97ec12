import type { TrendPoint, TrendScale } from "./trend-scale.ts";

/** How many answered in each period, as small columns on the trend's own x axis. */
export function TrendColumns({ points, scale }: { points: readonly TrendPoint[]; scale: TrendScale }) {
  const most = Math.max(1, ...points.map((point) => point.n));
  const width = Math.min(1.25, 50 / points.length);
  return (
    <svg aria-hidden="true" className="size-full">
      {points.map((point, index) => {
        const height = (point.n / most) * 100;
        return (
          <rect
            key={point.key}
            x={`${scale.x(index) - width / 2}%`}
            y={`${100 - height}%`}
            width={`${width}%`}
            height={`${height}%`}
            className="fill-line-strong"
          />
        );
      })}
      <line x1="0" x2="100%" y1="100%" y2="100%" className="stroke-line" />
    </svg>
  );
}
