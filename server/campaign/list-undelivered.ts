import { and, eq, gt, inArray, sql } from "drizzle-orm";
import { contacts, invitations, outboundMails } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { requireCampaign } from "./queries.ts";
import type { ListUndelivered } from "./schema.ts";

/**
 * One page of the invited whose mail was not delivered, is being tried again or is in doubt, with what the mail
 * server said, and the next page's cursor or null.
 * @throws NOT_FOUND for a campaign of another workspace.
 */
export async function listUndelivered(ctx: Ctx, input: ListUndelivered) {
  await requireCampaign(ctx, input.id);
  const rows = await ctx.db
    .select({
      mailId: outboundMails.id,
      contactId: invitations.contactId,
      name: contacts.name,
      email: outboundMails.toAddress,
      state: outboundMails.state,
      status: outboundMails.lastStatus,
      text: outboundMails.lastText,
      nextAttemptAt: outboundMails.nextAttemptAt,
    })
    .from(outboundMails)
    .innerJoin(
      invitations,
      and(
        eq(invitations.workspaceId, outboundMails.workspaceId),
        eq(invitations.id, outboundMails.invitationId),
      ),
    )
    .innerJoin(
      contacts,
      and(eq(contacts.workspaceId, invitations.workspaceId), eq(contacts.id, invitations.contactId)),
    )
    .where(
      and(
        eq(outboundMails.workspaceId, ctx.workspaceId),
        eq(outboundMails.campaignId, input.id),
        eq(outboundMails.kind, "invitation"),
        inArray(outboundMails.state, ["failed", "deferred", "suppressed", "in_doubt"]),
        input.cursor ? gt(outboundMails.id, sql`${input.cursor}::uuid`) : undefined,
      ),
    )
    .orderBy(outboundMails.id)
    .limit(input.limit + 1);
  const page = rows.slice(0, input.limit);
  return { people: page, next: rows.length > input.limit ? page.at(-1)!.mailId : null };
}
