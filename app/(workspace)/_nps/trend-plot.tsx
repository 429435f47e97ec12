import { area, line } from "d3-shape";
import type { ReactNode } from "react";
import type { TrendPoint, TrendScale } from "./trend-scale.ts";
import { TargetLines } from "./trend-targets.tsx";

type TrendPlotProps = { points: readonly TrendPoint[]; scale: TrendScale; minimum: number };

type Placed = TrendPoint & { x: number };

/** Hairlines, ribbon, comparison, line and hollow points; paths are stretched, strokes and circles are not. */
export function TrendPlot({ points, scale, minimum }: TrendPlotProps) {
  const placed: Placed[] = points.map((point, index) => ({ ...point, x: scale.x(index) }));
  const weak = (point: Placed) => point.n < minimum;
  const alone = (index: number) => [index - 1, index + 1].every((i) => !placed[i] || weak(placed[i]));
  const { score, ribbon, before } = paths(placed, scale, weak);
  return (
    <svg aria-hidden="true" className="absolute inset-0 size-full overflow-visible">
      {scale.ticks.map((tick) => (
        <line
          key={tick}
          x1="0"
          x2="100%"
          y1={`${scale.y(tick)}%`}
          y2={`${scale.y(tick)}%`}
          className={tick === 0 ? "stroke-line-strong" : "stroke-line"}
        />
      ))}
      <Stretched clipped>
        <path d={ribbon} className="fill-text" opacity="0.12" />
      </Stretched>
      <Stretched>
        <g className="fill-none" vectorEffect="non-scaling-stroke">
          <path
            d={before}
            className="stroke-subtle"
            strokeWidth="1.5"
            strokeDasharray="5 5"
            vectorEffect="non-scaling-stroke"
          />
          <TargetLines points={points} scale={scale} />
          <path
            d={score}
            className="stroke-text"
            strokeWidth="2.5"
            strokeLinejoin="round"
            vectorEffect="non-scaling-stroke"
          />
        </g>
      </Stretched>
      {placed.map((point, index) => (
        <Point key={point.key} point={point} scale={scale} weak={weak(point)} alone={alone(index)} />
      ))}
    </svg>
  );
}

/** A weakly answered period is hollow and its interval narrow: as ribbon it would be the loudest thing drawn. */
function Point({
  point,
  scale,
  weak,
  alone,
}: {
  point: Placed;
  scale: TrendScale;
  weak: boolean;
  alone: boolean;
}) {
  const { x, nps, low, high } = point;
  if (nps === null || low === null || high === null || !(weak || alone)) return null;
  const [top, bottom] = [Math.max(0, scale.y(high)), Math.min(100, scale.y(low))];
  return (
    <>
      <line
        x1={`${x}%`}
        x2={`${x}%`}
        y1={`${top}%`}
        y2={`${bottom}%`}
        className="stroke-text"
        strokeWidth="10"
        opacity="0.12"
      />
      <circle
        cx={`${x}%`}
        cy={`${scale.y(nps)}%`}
        r="4"
        strokeWidth="2"
        className={weak ? "fill-bg stroke-text" : "fill-text stroke-text"}
      />
    </>
  );
}

function Stretched({ clipped, children }: { clipped?: boolean; children: ReactNode }) {
  return (
    <svg
      aria-hidden="true"
      width="100%"
      height="100%"
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      overflow={clipped ? "hidden" : "visible"}
    >
      {children}
    </svg>
  );
}

function paths(placed: readonly Placed[], { y }: TrendScale, weak: (point: Placed) => boolean) {
  const score = line<Placed>()
    .defined((point) => point.nps !== null)
    .x((point) => point.x)
    .y((point) => y(point.nps ?? 0));
  const ribbon = area<Placed>()
    .defined((point) => point.low !== null && point.high !== null && !weak(point))
    .x((point) => point.x)
    .y0((point) => y(point.low ?? 0))
    .y1((point) => y(point.high ?? 0));
  const before = line<Placed>()
    .defined((point) => typeof point.before === "number")
    .x((point) => point.x)
    .y((point) => y(point.before ?? 0));
  return { score: score(placed) ?? "", ribbon: ribbon(placed) ?? "", before: before(placed) ?? "" };
}
