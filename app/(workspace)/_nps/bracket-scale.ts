export type BracketScale = {
  /** The ends of the axis, in points. */
  from: number;
  to: number;
  /** Where a value stands, in percent of the axis. */
  at: (points: number) => number;
};

/** The part of the axis that an interval takes up, so that its ends and their words stay apart. */
const intervalShare = 0.3;

/**
 * An axis for one interval: as much of −100…100 as shows it well, rounded outwards to fives.
 * Where it is only a part, the drawing must say so with its ends and break marks.
 */
export function bracketScale(low: number, high: number): BracketScale {
  const width = Math.max(10, (high - low) / intervalShare);
  const centre = (low + high) / 2;
  const from = Math.max(-100, Math.floor((centre - width / 2) / 5) * 5);
  const to = Math.min(100, Math.ceil((centre + width / 2) / 5) * 5);
  const at = (points: number) => (100 * (Math.min(to, Math.max(from, points)) - from)) / (to - from);
  return { from, to, at };
}
