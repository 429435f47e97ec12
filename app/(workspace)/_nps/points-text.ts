import { roundPoints } from "#server/nps/score.ts";

/** Whole points without a plus, for axes and the ends of intervals: "27", "−47" with U+2212. Scores use `formatNps`. */
export function pointsText(points: number): string {
  const rounded = roundPoints(points);
  return rounded < 0 ? `\u2212${-rounded}` : `${rounded}`;
}
