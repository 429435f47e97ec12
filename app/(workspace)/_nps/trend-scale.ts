import { scaleLinear } from "d3-scale";
import type { Counts } from "#server/nps/groups.ts";

/** One week or month; `nps`, `low` and `high` in points (or percent of a group), null where nobody answered. */
export type TrendPoint = {
  key: string;
  /** The period in full: "Week 34, 17 to 23 August". */
  label: string;
  /** The period under the axis: "17 Aug". */
  tick: string;
  /** Its first and last day, YYYY-MM-DD. */
  from: string;
  to: string;
  n: number;
  counts: Readonly<Counts>;
  nps: number | null;
  low: number | null;
  high: number | null;
  /** The score of the period it is compared with. */
  before?: number | null;
  /** What is to be reached in this period, in points; the same key in the next period is the same target. */
  targets?: readonly { key: string; value: number }[];
  /** The answers of this period. */
  href?: string;
  /** What was noted of its days: "New app 5.0", and with its day, "14 Sep 2026: New app 5.0". */
  notes?: readonly { text: string; said: string }[];
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
 * Axes for the trend: the part of `range` that the scores, the targets and the intervals of well-answered periods
 * need, at least 40 points, on round ends; zero is on it where it is near.
 */
export function trendScale(
  points: readonly TrendPoint[],
  minimum: number,
  range: readonly [number, number] = [-100, 100],
): TrendScale {
  const [least, most] = extent(points, minimum, range);
  const step = [10, 20, 25, 50].find((s) => linesBetween(least, most, s) <= 5) ?? 50;
  const from = Math.max(range[0], Math.floor(least / step) * step);
  const to = Math.min(range[1], Math.ceil(most / step) * step);
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

function extent(
  points: readonly TrendPoint[],
  minimum: number,
  [lowest, highest]: readonly [number, number],
): [least: number, most: number] {
  const values = points
    .flatMap((p) => [
      p.nps,
      p.before,
      ...(p.n >= minimum ? [p.low, p.high] : []),
      ...(p.targets ?? []).map(({ value }) => value),
    ])
    .filter((value) => typeof value === "number");
  if (values.length === 0) return [lowest, highest];
  let [least, most] = [Math.min(...values), Math.max(...values)];
  if (least > 0 && least <= 25) least = 0;
  if (most < 0 && most >= -25) most = 0;
  const missing = Math.max(0, 40 - (most - least)) / 2;
  return [Math.max(lowest, least - missing), Math.min(highest, most + missing)];
}

function linesBetween(least: number, most: number, step: number): number {
  return Math.ceil(most / step) - Math.floor(least / step) + 1;
}
