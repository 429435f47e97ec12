import { and, eq, inArray, isNull } from "drizzle-orm";
import { invitations, quoteConsents, responses } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";

/**
 * Ends the consent to quote the answer to an invitation, at any time: also when the answer cannot be changed any more.
 * Again: the same.
 *
 * @param invitationNumber what the link's token names
 */
export async function takeBackQuoteConsent(ctx: Ctx, invitationNumber: number): Promise<void> {
  const answers = ctx.db
    .select({ id: responses.id })
    .from(invitations)
    .innerJoin(
      responses,
      and(eq(responses.workspaceId, invitations.workspaceId), eq(responses.invitationId, invitations.id)),
    )
    .where(and(eq(invitations.workspaceId, ctx.workspaceId), eq(invitations.number, invitationNumber)));
  const [ended] = await ctx.db
    .update(quoteConsents)
    .set({ endedAt: ctx.now, endedAs: "taken_back" })
    .where(
      and(
        eq(quoteConsents.workspaceId, ctx.workspaceId),
        inArray(quoteConsents.responseId, answers),
        isNull(quoteConsents.endedAt),
      ),
    )
    .returning({ responseId: quoteConsents.responseId });
  if (ended) ctx.nudge("responses", ended.responseId);
}
