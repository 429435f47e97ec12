import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { caseMessages, type cases, heldReplies, outboundMails, responses } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";

const mostReferences = 10;

/**
 * The Message-IDs that a mail to a case's customer refers to, oldest first: the mail that asked, then the last ten of
 * the dialogue, the questions whether it is solved among them (RFC 5322 §3.6.4). What may still be taken back is not
 * referred to.
 */
export async function threadOf(ctx: Ctx, one: typeof cases.$inferSelect): Promise<string[]> {
  const [asked] = one.responseId
    ? await ctx.db
        .select({ messageId: outboundMails.messageId })
        .from(responses)
        .innerJoin(
          outboundMails,
          and(
            eq(outboundMails.workspaceId, responses.workspaceId),
            eq(outboundMails.invitationId, responses.invitationId),
            eq(outboundMails.kind, "invitation"),
          ),
        )
        .where(and(eq(responses.workspaceId, ctx.workspaceId), eq(responses.id, one.responseId)))
    : [];
  const ids = (await dialogue(ctx, one.id)).slice(-mostReferences);
  return asked ? [asked.messageId, ...ids] : ids;
}

async function dialogue(ctx: Ctx, caseId: string): Promise<string[]> {
  const said = await ctx.db
    .select({ messageId: caseMessages.messageId, at: caseMessages.at })
    .from(caseMessages)
    .leftJoin(
      heldReplies,
      and(eq(heldReplies.workspaceId, caseMessages.workspaceId), eq(heldReplies.messageId, caseMessages.id)),
    )
    .where(
      and(
        eq(caseMessages.workspaceId, ctx.workspaceId),
        eq(caseMessages.caseId, caseId),
        isNotNull(caseMessages.messageId),
        isNull(caseMessages.setAside),
        isNull(heldReplies.messageId),
      ),
    )
    .orderBy(caseMessages.at, caseMessages.id);
  const checks = await ctx.db
    .select({ messageId: outboundMails.messageId, at: outboundMails.createdAt })
    .from(outboundMails)
    .where(
      and(
        eq(outboundMails.workspaceId, ctx.workspaceId),
        eq(outboundMails.caseId, caseId),
        eq(outboundMails.kind, "recovery_check"),
        inArray(outboundMails.state, ["sent", "in_doubt"]),
      ),
    );
  return [...said, ...checks]
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ messageId }) => messageId!);
}
