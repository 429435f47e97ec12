import { and, eq } from "drizzle-orm";
import { caseMessages, heldReplies, members, outboundMails } from "#db/schema/index.ts";
import { giveBackAttachments } from "#server/attachment/give-back.ts";
import type { Ctx } from "#server/context.ts";
import { giveBackDraft } from "#server/draft/give-back.ts";
import type { Draft } from "#server/draft/queries.ts";
import { takeBackMails } from "#server/mail/withdraw.ts";

/**
 * Takes a held reply out of the dialogue and its mail out of the outbox, and gives its words and files back to its writer. Returns
 * the held row and the draft (null when the writer works here no longer), or null when it has left: of this and the
 * worker exactly one wins. Its case must be locked.
 */
export async function withdrawReply(
  ctx: Ctx,
  messageId: string,
): Promise<{ held: typeof heldReplies.$inferSelect; draft: Draft | null } | null> {
  const here = and(eq(heldReplies.workspaceId, ctx.workspaceId), eq(heldReplies.messageId, messageId));
  const [held] = await ctx.db.select().from(heldReplies).where(here).for("update");
  if (!held) return null;
  const [cancelled] = await takeBackMails(ctx, [held.mailId]);
  if (!cancelled) return null;

  await ctx.db.delete(heldReplies).where(here);
  await ctx.db
    .update(outboundMails)
    .set({ caseMessageId: null })
    .where(and(eq(outboundMails.workspaceId, ctx.workspaceId), eq(outboundMails.id, held.mailId)));
  const writer = await findWriter(ctx, held.heldBy);
  if (writer) await giveBackAttachments(ctx, messageId, writer);
  const [message] = await ctx.db
    .delete(caseMessages)
    .where(and(eq(caseMessages.workspaceId, ctx.workspaceId), eq(caseMessages.id, messageId)))
    .returning({ text: caseMessages.text });
  ctx.nudge("cases", held.caseId);
  const { caseId } = held;
  const given = { caseId, memberId: writer ?? "", text: message!.text };
  return { held, draft: writer ? await giveBackDraft(ctx, given) : null };
}

/** Who wrote it, as long as they work here. */
async function findWriter(ctx: Ctx, heldBy: string | null): Promise<string | null> {
  const memberId = heldBy ?? "";
  const works = await ctx.db.$count(
    members,
    and(eq(members.workspaceId, ctx.workspaceId), eq(members.userId, memberId)),
  );
  return works > 0 ? memberId : null;
}
