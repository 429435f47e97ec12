import { and, eq } from "drizzle-orm";
import { attachments } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";

/** Puts the files of a reply that was not sent after all back to what its writer is writing. */
export async function giveBackAttachments(ctx: Ctx, messageId: string, memberId: string): Promise<void> {
  await ctx.db
    .update(attachments)
    .set({ messageId: null, memberId })
    .where(and(eq(attachments.workspaceId, ctx.workspaceId), eq(attachments.messageId, messageId)));
}
