import type { cases } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { findLeads } from "#server/team/find-leads.ts";
import { seesCase } from "#server/team/sees-case.ts";
import { teamOf } from "./due.ts";

type Case = Pick<typeof cases.$inferSelect, "id" | "responseId" | "invitationId" | "contactId">;

/** Who answers for the team of a case and may see it; the managers where its lead may not, as when the customer is another team's by now. */
export async function findSeeingLeads(ctx: Ctx, one: Case) {
  const leads = [];
  for (const lead of await findLeads(ctx, await teamOf(ctx, one)))
    if (await seesCase(ctx, lead.id, one.id)) leads.push(lead);
  return leads.length > 0 ? leads : findLeads(ctx, null);
}
