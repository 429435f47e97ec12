import type { cases } from "#db/schema/index.ts";
import { findStandIn } from "#server/absence/queries.ts";
import type { Ctx } from "#server/context.ts";
import { findLeads } from "#server/team/find-leads.ts";
import { teamOf } from "./due.ts";

/** The leads of a case's team and who stands in for them, each once: whoever is told that something is to be looked after. */
export async function leadsToTell(
  ctx: Ctx,
  one: typeof cases.$inferSelect,
): Promise<{ id: string; email: string }[]> {
  const people = new Map<string, { id: string; email: string }>();
  for (const lead of await findLeads(ctx, await teamOf(ctx, one))) {
    for (const person of [lead, await findStandIn(ctx, lead.id)]) if (person) people.set(person.id, person);
  }
  return [...people.values()];
}
