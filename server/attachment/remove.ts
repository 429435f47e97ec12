import { and, eq } from "drizzle-orm";
import { attachments } from "#db/schema/index.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { inDraft } from "./queries.ts";
import type { FindAttachment } from "./schema.ts";

/** Takes a file away from the reply that the acting member is writing; one that is gone already is no error. */
export async function removeAttachment(ctx: Ctx, { caseId, attachmentId }: FindAttachment): Promise<void> {
  const mine = inDraft(ctx, caseId, memberId(ctx.actor));
  await ctx.db.delete(attachments).where(and(mine, eq(attachments.id, attachmentId)));
}
