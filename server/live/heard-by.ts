import type { Sight } from "#server/context.ts";
import type { Change } from "./changes.ts";
import { everybodys, type LiveKind, type LiveMessage, noTeams } from "./events.ts";

/** What can be another team's, which not everybody hears of. */
const customers: readonly LiveKind[] = ["responses", "cases", "presences", "contacts"];

/** What nobody is shown who sees their own teams' things only. */
const hidden: readonly LiveKind[] = ["imports", "outbox"];

/** Whether things of this kind are customers', and so of one team or another. */
export const areCustomers = (kind: LiveKind): boolean => customers.includes(kind);

/**
 * What somebody with this sight hears of a change: of customers' things only where one changed that they see, or saw until
 * then. That they have to ask for everything anew says nothing of what changed.
 */
export function heardBy(change: Change, sight: Sight | null): LiveMessage["changed"] {
  if (change === "resync") return "resync";
  if (!sight) return change.kinds;
  const { memberIds, teamIds, teamless } = sight;
  const own = [everybodys, ...memberIds, ...teamIds, ...(teamless ? [noTeams] : [])];
  const seen = new Set(change.seenBy);
  return change.kinds.filter((kind) =>
    areCustomers(kind) ? own.some((who) => seen.has(`${kind} ${who}`)) : !hidden.includes(kind),
  );
}
