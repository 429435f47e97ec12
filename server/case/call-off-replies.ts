import { and, eq } from "drizzle-orm";
import { heldReplies } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { addEvent } from "./add-event.ts";
import { withdrawReply } from "./withdraw-reply.ts";

/**
 * Calls off the replies of a case that were to go out only if the customer wrote nothing meanwhile. The history says
 * why, and their words are in their writers' drafts. The case must be locked.
 */
export async function callOffReplies(ctx: Ctx, caseId: string): Promise<void> {
  const waiting = await ctx.db
    .select({ messageId: heldReplies.messageId })
    .from(heldReplies)
    .where(
      and(
        eq(heldReplies.workspaceId, ctx.workspaceId),
        eq(heldReplies.caseId, caseId),
        eq(heldReplies.unlessAnswered, true),
      ),
    );
  for (const { messageId } of waiting) {
    if (await withdrawReply(ctx, messageId))
      await addEvent(ctx, caseId, "reply_called_off", { because: "customer_wrote" });
  }
}
