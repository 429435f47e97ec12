import { and, eq, sql } from "drizzle-orm";
import { contacts, exclusions, users } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { exclusionReasons } from "#server/invitation/rules.ts";
import { requireCampaign } from "./queries.ts";
import type { ListExclusions } from "./schema.ts";

/**
 * One page of who was not asked and why, or who left them out, in the order the contacts were added, and the next page's
 * cursor or null.
 * @throws NOT_FOUND for a campaign of another workspace.
 */
export async function listExclusions(ctx: Ctx, input: ListExclusions) {
  await requireCampaign(ctx, input.id);
  const reason = exclusionReasons.find((known) => known === input.reason);
  const [contactId, occasion] = input.cursor?.split("_") ?? [];
  const rows = await ctx.db
    .select({
      contactId: exclusions.contactId,
      occasion: exclusions.occasion,
      reason: exclusions.reason,
      excludedBy: users.name,
      name: contacts.name,
      email: contacts.email,
      externalId: contacts.externalId,
    })
    .from(exclusions)
    .innerJoin(
      contacts,
      and(eq(contacts.workspaceId, exclusions.workspaceId), eq(contacts.id, exclusions.contactId)),
    )
    .leftJoin(users, eq(users.id, exclusions.excludedBy))
    .where(
      and(
        eq(exclusions.workspaceId, ctx.workspaceId),
        eq(exclusions.campaignId, input.id),
        reason ? eq(exclusions.reason, reason) : undefined,
        contactId
          ? sql`(${exclusions.contactId}, ${exclusions.occasion}) > (${contactId}::uuid, ${occasion}::uuid)`
          : undefined,
      ),
    )
    .orderBy(exclusions.contactId, exclusions.occasion)
    .limit(input.limit + 1);
  const page = rows.slice(0, input.limit);
  const last = rows.length > input.limit ? page.at(-1) : undefined;
  return { people: page, next: last ? `${last.contactId}_${last.occasion}` : null };
}
