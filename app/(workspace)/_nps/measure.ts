import { formatNps } from "#server/nps/score.ts";
import { pointsText } from "./points-text.ts";

/** What a trend draws: the ends of its scale, and how its values are written. */
export type Measure = {
  range: readonly [low: number, high: number];
  /** A value as a finding: "+31", "19 %". */
  value: (value: number | null) => string;
  /** A value on an axis or at an interval's end: "31", "19". */
  end: (value: number) => string;
};

/** Scores, −100 to 100 points. */
export const npsMeasure: Measure = { range: [-100, 100], value: formatNps, end: pointsText };

/** Shares, 0 to 100 percent. */
export const shareMeasure: Measure = {
  range: [0, 100],
  value: (percent) => (percent === null ? "–" : `${Math.round(percent)}\u00a0%`),
  end: (percent) => `${Math.round(percent)}`,
};
