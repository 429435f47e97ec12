import { and, eq } from "drizzle-orm";
import { type EventOutcome, exclusions, invitations, outboundMails } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";

/** What came of an event in a campaign that has just considered it. */
export async function findOutcome(
  ctx: Ctx,
  campaignId: string,
  event: { id: string; contactId: string },
): Promise<EventOutcome> {
  const [mail] = await ctx.db
    .select({ at: outboundMails.nextAttemptAt })
    .from(invitations)
    .innerJoin(
      outboundMails,
      and(
        eq(outboundMails.workspaceId, invitations.workspaceId),
        eq(outboundMails.invitationId, invitations.id),
      ),
    )
    .where(
      and(
        eq(invitations.workspaceId, ctx.workspaceId),
        eq(invitations.campaignId, campaignId),
        eq(invitations.contactId, event.contactId),
        eq(invitations.occasion, event.id),
      ),
    );
  if (mail) return { campaignId, asked: true, sendAt: mail.at.toISOString() };
  const [left] = await ctx.db
    .select({ reason: exclusions.reason })
    .from(exclusions)
    .where(
      and(
        eq(exclusions.workspaceId, ctx.workspaceId),
        eq(exclusions.campaignId, campaignId),
        eq(exclusions.contactId, event.contactId),
        eq(exclusions.occasion, event.id),
      ),
    );
  return { campaignId, asked: false, reason: left!.reason };
}
