import { numberIn } from "#server/rule/number-in.ts";
import { mostWorth } from "./urgency.ts";

/** What a customer is worth by the attribute that says it, in whole units: as rules read numbers; 0 where it is none. */
export function worthIn(given: string | null): number {
  const number = given === null ? null : numberIn(given);
  return Math.min(mostWorth, Math.max(0, Math.round(number ?? 0)));
}
