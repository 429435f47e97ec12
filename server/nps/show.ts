import { type Counts, total } from "./groups.ts";

/** Fewer answers than this are shown as counts, without a score. */
export const FEWEST_FOR_A_SCORE = 10;

/** From this many on, a score is shown without the words "few answers". */
export const FEWEST_FOR_CONFIDENCE = 30;

/** What a screen or mail may say of n answers: the counts only, a score marked "few answers", or a score. */
export type Presentation = "counts" | "few" | "score";

/** The way n answers are presented (PRODUCT.md, Defaults). The API always gives counts, score and interval. */
export function presentationOf(n: number): Presentation {
  if (n < FEWEST_FOR_A_SCORE) return "counts";
  return n < FEWEST_FOR_CONFIDENCE ? "few" : "score";
}

/** Whether both sides have a score that is shown: the condition for a verdict about their difference. */
export function areComparable(a: Readonly<Counts>, b: Readonly<Counts>): boolean {
  return total(a) >= FEWEST_FOR_A_SCORE && total(b) >= FEWEST_FOR_A_SCORE;
}
