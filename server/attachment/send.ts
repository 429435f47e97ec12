import { attachments } from "#db/schema/index.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { invalid } from "#server/errors.ts";
import { inDraft } from "./queries.ts";
import { problemOfReply } from "./rules.ts";

/**
 * Puts the files of what the acting member is writing in a case into their reply.
 * @throws INVALID on `files` when a reply cannot carry them all.
 */
export async function sendAttachments(ctx: Ctx, caseId: string, messageId: string): Promise<void> {
  const sent = await ctx.db
    .update(attachments)
    .set({ messageId, memberId: null })
    .where(inDraft(ctx, caseId, memberId(ctx.actor)))
    .returning({ size: attachments.size });
  const problem = problemOfReply(sent.map(({ size }) => size));
  if (problem) throw invalid("files", problem);
}
