import type { Offered } from "#server/dashboard/queries.ts";
import type { LockedSegment } from "#server/share/locked-segment.ts";
import { chipsOf, filterWords } from "../../../_filter/say.ts";

/** What a link is cut to, each in words, by the names in `named`; none where it shows every answer. */
export function sayLocked(locked: LockedSegment, named: Offered): string[] {
  const survey = named.surveys.find(({ id }) => id === locked.survey)?.name ?? filterWords()("gone");
  return [...(locked.survey ? [survey] : []), ...chipsOf(locked, named.choices).map(({ label }) => label)];
}
