import { clsx } from "clsx";
import type { TrendPoint, TrendScale } from "./trend-scale.ts";

type TrendTargetsProps = { points: readonly TrendPoint[]; scale: TrendScale };

/** One dotted line for each target, over the periods it holds for; a path for a drawing that is stretched. */
export function TargetLines({ points, scale }: TrendTargetsProps) {
  return linesOf(points).map(({ key, places }) => (
    <path
      key={key}
      d={pathOf(places, points.length, scale)}
      className="fill-none stroke-text"
      strokeWidth="2"
      strokeLinecap="round"
      strokeDasharray="0.1 5"
      vectorEffect="non-scaling-stroke"
    />
  ));
}

/** What each line says at its end: over it, and under it where another ends just above. */
export function TargetLabels({
  points,
  scale,
  label,
}: TrendTargetsProps & { label: (goal: number) => string }) {
  const ends = linesOf(points)
    .map(({ key, places }) => ({ key, ...places.at(-1)! }))
    .sort((a, b) => b.value - a.value);
  return ends.map(({ key, index, value }, place) => (
    <span
      key={key}
      aria-hidden="true"
      style={{ right: `${100 - ((index + 1) / points.length) * 100}%`, top: `${scale.y(value)}%` }}
      className={clsx(
        "pointer-events-none absolute px-1 text-xs tabular-nums [text-shadow:0_0_2px_var(--color-bg),0_0_2px_var(--color-bg),0_0_3px_var(--color-bg)]",
        place === 0 && scale.y(value) > 10 ? "-translate-y-[calc(100%+2px)]" : "translate-y-0.5",
      )}
    >
      {label(value)}
    </span>
  ));
}

type Place = { index: number; value: number };

function linesOf(points: readonly TrendPoint[]): { key: string; places: Place[] }[] {
  const keys = new Set(points.flatMap(({ targets = [] }) => targets.map(({ key }) => key)));
  return [...keys].map((key) => ({
    key,
    places: points.flatMap(({ targets = [] }, index) =>
      targets.filter((one) => one.key === key).map(({ value }) => ({ index, value })),
    ),
  }));
}

/** From edge to edge of each period; a step where the goal changes, a gap where there is none. */
function pathOf(places: readonly Place[], count: number, { y }: TrendScale): string {
  return places
    .map(({ index, value }, place) => {
      const joined = places[place - 1]?.index === index - 1;
      const start = joined ? `V${y(value)}` : `M${(index / count) * 100} ${y(value)}`;
      return `${start}H${((index + 1) / count) * 100}`;
    })
    .join("");
}
