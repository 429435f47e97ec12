import type { cases } from "#db/schema/index.ts";
import { findStandIn } from "#server/absence/queries.ts";
import type { Ctx } from "#server/context.ts";
import { seesCase } from "#server/team/sees-case.ts";
import { findSeeingLeads } from "./find-seeing-leads.ts";

/**
 * The leads of a case's team and who stands in for them where they may see the case, each once: whoever is told that something
 * is to be looked after.
 */
export async function leadsToTell(
  ctx: Ctx,
  one: typeof cases.$inferSelect,
): Promise<{ id: string; email: string }[]> {
  const people = new Map<string, { id: string; email: string }>();
  for (const lead of await findSeeingLeads(ctx, one)) {
    people.set(lead.id, lead);
    const standIn = await findStandIn(ctx, lead.id);
    if (standIn && (await seesCase(ctx, standIn.id, one.id))) people.set(standIn.id, standIn);
  }
  return [...people.values()];
}
