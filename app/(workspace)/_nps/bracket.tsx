import { bracketScale } from "./bracket-scale.ts";
import { pointsText } from "./points-text.ts";

/** Ends of the axis closer than this to a bracket's end, in percent, would run into its words. */
const clearance = 14;

/** A thin line from low to high with a dot at the score; placed in percent, so its words never shrink. */
export function Bracket({
  nps,
  low,
  high,
  label,
}: {
  nps: number;
  low: number;
  high: number;
  label: string;
}) {
  const { from, to, at } = bracketScale(low, high);
  const [start, dot, end] = [at(low), at(nps), at(high)];
  return (
    <svg role="img" aria-label={label} height="40" className="mt-2.5 block w-full max-w-80 overflow-visible">
      <line x1="0" x2="100%" y1="14" y2="14" className="stroke-line" />
      {from > -100 && <Break at="2%" />}
      {to < 100 && <Break at="98%" />}
      <g className="stroke-text" strokeWidth="2">
        <line x1={`${start}%`} x2={`${end}%`} y1="14" y2="14" />
        <line x1={`${start}%`} x2={`${start}%`} y1="8" y2="20" />
        <line x1={`${end}%`} x2={`${end}%`} y1="8" y2="20" />
      </g>
      <circle cx={`${dot}%`} cy="14" r="5" className="fill-text" />
      <g className="fill-muted text-xs tabular-nums">
        {start >= clearance && <AxisText at={0} anchor="start" points={from} />}
        <AxisText at={start} points={low} />
        <AxisText at={end} points={high} />
        {end <= 100 - clearance && <AxisText at={100} anchor="end" points={to} />}
      </g>
    </svg>
  );
}

function AxisText({
  at,
  points,
  anchor = "middle",
}: {
  at: number;
  points: number;
  anchor?: "start" | "middle" | "end";
}) {
  return (
    <text x={`${at}%`} y="37" textAnchor={anchor} className={anchor === "middle" ? "fill-text" : undefined}>
      {pointsText(points)}
    </text>
  );
}

/** Two slanted strokes where the axis leaves something out. */
function Break({ at }: { at: string }) {
  return (
    <svg aria-hidden="true" x={at} y="14" className="overflow-visible stroke-line-strong">
      <path d="M-4 4l4-8M0 4l4-8" />
    </svg>
  );
}
