import { and, eq, gt, isNull } from "drizzle-orm";
import { newId } from "#db/id.ts";
import { invitations, quoteConsents, responses, workspaces } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import type { GiveQuoteConsent } from "./schema.ts";

/**
 * Takes a customer's consent to quote the words that stood on the page, as long as the answer could be changed. Another
 * manner replaces the one before; the same again changes nothing. `changed`: the words are not those that were shown,
 * or are withdrawn. `unknown`: there is no such answer, or the workspace does not ask.
 *
 * @param input.invitationNumber what the link's token names
 */
export async function giveQuoteConsent(
  ctx: Ctx,
  { invitationNumber, manner, version }: GiveQuoteConsent & { invitationNumber: number },
): Promise<"given" | "changed" | "unknown"> {
  const answer = await holdAnswer(ctx, invitationNumber);
  if (!answer?.contactId) return "unknown";
  if (answer.version !== version || !answer.comment || answer.withdrawnAt) return "changed";
  const here = and(
    eq(quoteConsents.workspaceId, ctx.workspaceId),
    eq(quoteConsents.responseId, answer.id),
    isNull(quoteConsents.endedAt),
  );
  const [standing] = await ctx.db.select({ manner: quoteConsents.manner }).from(quoteConsents).where(here);
  if (standing?.manner === manner) return "given";
  await ctx.db.update(quoteConsents).set({ endedAt: ctx.now, endedAs: "replaced" }).where(here);
  await ctx.db.insert(quoteConsents).values({
    workspaceId: ctx.workspaceId,
    id: newId(ctx.now.getTime()),
    responseId: answer.id,
    givenBy: answer.contactId,
    givenAt: ctx.now,
    version,
    manner,
  });
  ctx.nudge("responses", answer.id);
  return "given";
}

/**
 * The answer to an open invitation of a workspace that asks, so that neither its words change meanwhile nor its customer
 * is erased: the same locks in the same order as an answer takes them (closeInvitations).
 */
async function holdAnswer(ctx: Ctx, invitationNumber: number) {
  const [asked] = await ctx.db
    .select({ id: invitations.id })
    .from(invitations)
    .innerJoin(workspaces, eq(workspaces.id, invitations.workspaceId))
    .where(
      and(
        eq(invitations.workspaceId, ctx.workspaceId),
        eq(invitations.number, invitationNumber),
        gt(invitations.expiresAt, ctx.now),
        workspaces.asksToQuote,
      ),
    )
    .for("key share", { of: invitations });
  if (!asked) return null;
  const { id, contactId, comment, version, withdrawnAt } = responses;
  const [answer] = await ctx.db
    .select({ id, contactId, comment, version, withdrawnAt })
    .from(responses)
    .where(and(eq(responses.workspaceId, ctx.workspaceId), eq(responses.invitationId, asked.id)))
    .for("no key update");
  return answer;
}
