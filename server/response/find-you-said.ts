import { and, eq } from "drizzle-orm";
import { campaigns, invitations, workspaces } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";

/**
 * What the company did because customers said so, in the language of an invitation; null when it says nothing, and in a
 * neutral survey, which says nothing but its question (PRODUCT.md A7).
 *
 * @param invitationNumber what the link's token names
 */
export async function findYouSaid(ctx: Ctx, invitationNumber: number): Promise<string | null> {
  const [row] = await ctx.db
    .select({ youSaid: workspaces.youSaid, neutral: campaigns.neutral, locale: invitations.locale })
    .from(invitations)
    .innerJoin(workspaces, eq(workspaces.id, invitations.workspaceId))
    .innerJoin(
      campaigns,
      and(eq(campaigns.workspaceId, invitations.workspaceId), eq(campaigns.id, invitations.campaignId)),
    )
    .where(and(eq(invitations.workspaceId, ctx.workspaceId), eq(invitations.number, invitationNumber)));
  return (row && !row.neutral && row.youSaid[row.locale]) || null;
}
