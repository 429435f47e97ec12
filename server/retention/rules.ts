import { addDays, subDays } from "date-fns";
import type { retentionPeriods } from "#db/schema/index.ts";

export type Kind = (typeof retentionPeriods.$inferSelect)["kind"];

/**
 * What can grow old, in the order in which it is removed: first what would go along with a later one, so that a dry run tells
 * the very numbers.
 */
export const kinds = [
  ...(["notices", "evidence", "sends", "files", "received", "answers", "dialogues", "contacts"] as const),
] as const satisfies readonly Kind[];

/** Months, or null: as long as the workspace. */
export type Months = number | null;

/** What Svar proposes: customers' words and names are the company's to decide about; what machines leave behind goes. */
export const proposed: Record<Kind, Months> = {
  ...{ contacts: null, answers: null, dialogues: null, files: null },
  ...{ received: 12, sends: 24, evidence: 12, notices: 12 },
};

/** No shorter than this: who was asked is known for as long as the gaps between two questions want, and what was said until it is settled. */
export const least: Record<Kind, number> = {
  ...{ contacts: 12, answers: 12, sends: 12, dialogues: 6 },
  ...{ files: 3, received: 3, evidence: 3, notices: 3 },
};

const choices = [3, 6, 12, 18, 24, 36, 60, 84, 120];

/** The periods that are offered for a kind, in months. */
export const choicesFor = (kind: Kind): number[] => choices.filter((months) => months >= least[kind]);

/** So many days pass before a shorter period removes anything, so that a slip can be undone. */
export const graceDays = 14;

/** A period as it was set once. */
export type Setting = { months: Months; at: Date };

/**
 * The period by which things of a kind are removed at `now`: the longest of those that held at any time of the last fourteen
 * days. So a longer one holds at once, and nothing is removed that would not have been removed all that time.
 *
 * @param settings every time it was set, in any order; before the first one Svar's proposal held
 */
export function periodAt(kind: Kind, settings: readonly Setting[], now: Date): Months {
  const since = subDays(now, graceDays);
  const inOrder = settings.toSorted((one, other) => one.at.getTime() - other.at.getTime());
  const before = inOrder.filter(({ at }) => at <= since).at(-1);
  const lately = inOrder.filter(({ at }) => at > since && at <= now);
  return [before ? before.months : proposed[kind], ...lately.map(({ months }) => months)].reduce(longer);
}

const longer = (one: Months, other: Months): Months =>
  one === null || other === null ? null : Math.max(one, other);

/** The period that was set last, and since when it removes things: null when it does already, or removes nothing. */
export function standingOf(
  kind: Kind,
  settings: readonly Setting[],
  now: Date,
): { months: Months; from: Date | null } {
  const [newest] = settings.toSorted((one, other) => other.at.getTime() - one.at.getTime());
  if (!newest) return { months: proposed[kind], from: null };
  const holds = periodAt(kind, settings, now) === newest.months;
  return { months: newest.months, from: holds ? null : addDays(newest.at, graceDays) };
}
