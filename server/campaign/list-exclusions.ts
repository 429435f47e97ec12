import { and, eq, gt, sql } from "drizzle-orm";
import { contacts, exclusions } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { exclusionReasons } from "#server/invitation/rules.ts";
import { requireCampaign } from "./queries.ts";
import type { ListExclusions } from "./schema.ts";

/**
 * One page of who was not asked and why, in the order the contacts were added, and the next page's cursor or null.
 * @throws NOT_FOUND for a campaign of another workspace.
 */
export async function listExclusions(ctx: Ctx, input: ListExclusions) {
  await requireCampaign(ctx, input.id);
  const reason = exclusionReasons.find((known) => known === input.reason);
  const rows = await ctx.db
    .select({
      contactId: exclusions.contactId,
      reason: exclusions.reason,
      name: contacts.name,
      email: contacts.email,
      externalId: contacts.externalId,
    })
    .from(exclusions)
    .innerJoin(
      contacts,
      and(eq(contacts.workspaceId, exclusions.workspaceId), eq(contacts.id, exclusions.contactId)),
    )
    .where(
      and(
        eq(exclusions.workspaceId, ctx.workspaceId),
        eq(exclusions.campaignId, input.id),
        reason ? eq(exclusions.reason, reason) : undefined,
        input.cursor ? gt(exclusions.contactId, sql`${input.cursor}::uuid`) : undefined,
      ),
    )
    .orderBy(exclusions.contactId)
    .limit(input.limit + 1);
  const page = rows.slice(0, input.limit);
  return { people: page, next: rows.length > input.limit ? page.at(-1)!.contactId : null };
}
