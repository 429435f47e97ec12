import { scaleLinear } from "d3-scale";

/** One week or month; `nps`, `low` and `high` in points, null where nobody answered. */
export type TrendPoint = {
  key: string;
  /** The period in full: "Week 34, 17 to 23 August". */
  label: string;
  /** The period under the axis: "17 Aug". */
  tick: string;
  n: number;
  nps: number | null;
  low: number | null;
  high: number | null;
  /** The score of the period it is compared with. */
  before?: number | null;
  /** The answers of this period. */
  href?: string;
};

export type TrendScale = {
  from: number;
  to: number;
  /** Where the hairlines stand, in points, lowest first. */
  ticks: readonly number[];
  /** Middle of the period's place, in percent from the left. */
  x: (index: number) => number;
  /** In percent from the top. */
  y: (points: number) => number;
};

/**
 * Axes for the trend: the part of −100…100 that the scores and the intervals of well-answered periods need,
 * at least 40 points, on round ends; zero is on it where it is near.
 */
export function trendScale(points: readonly TrendPoint[], minimum: number): TrendScale {
  const [least, most] = extent(points, minimum);
  const step = [10, 20, 25, 50].find((s) => linesBetween(least, most, s) <= 5) ?? 50;
  const from = Math.max(-100, Math.floor(least / step) * step);
  const to = Math.min(100, Math.ceil(most / step) * step);
  const y = scaleLinear([from, to], [100, 0]);
  return {
    from,
    to,
    ticks: Array.from({ length: (to - from) / step + 1 }, (_, i) => from + i * step),
    x: (index) => ((index + 0.5) / points.length) * 100,
    y: (value) => y(value),
  };
}

/** The periods that get a word under the axis, at most `room` of them, evenly apart and with the last among them. */
export function labelled(count: number, room: number): (index: number) => boolean {
  const every = Math.max(1, Math.ceil(count / room));
  return (index) => (count - 1 - index) % every === 0;
}

function extent(points: readonly TrendPoint[], minimum: number): [least: number, most: number] {
  const values = points
    .flatMap((p) => [p.nps, p.before, ...(p.n >= minimum ? [p.low, p.high] : [])])
    .filter((value) => typeof value === "number");
  if (values.length === 0) return [-100, 100];
  let [least, most] = [Math.min(...values), Math.max(...values)];
  if (least > 0 && least <= 25) least = 0;
  if (most < 0 && most >= -25) most = 0;
  const missing = Math.max(0, 40 - (most - least)) / 2;
  return [Math.max(-100, least - missing), Math.min(100, most + missing)];
}

function linesBetween(least: number, most: number, step: number): number {
  return Math.ceil(most / step) - Math.floor(least / step) + 1;
}
