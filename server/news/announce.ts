import { newId } from "#db/id.ts";
import { caseNews } from "#db/schema/index.ts";
import { type Ctx, memberId } from "#server/context.ts";
import type { NewsKind } from "./schema.ts";

export type News = {
  kind: NewsKind;
  caseId: string;
  /** The same key is the same news: announcing it again changes nothing. */
  key: string;
  /** Whose case it is now; null: nobody's. */
  personId: string | null;
  /** The recovery check whose answer it is. */
  checkId?: string;
  /** The customer's mail that it is. */
  messageId?: string;
};

/**
 * Notes what happened in a case, in the transaction in which it does; whoever asked to hear of it is told soon afterwards
 * (server/alert).
 */
export async function announce(ctx: Ctx, news: News): Promise<void> {
  await ctx.db
    .insert(caseNews)
    .values({
      ...news,
      workspaceId: ctx.workspaceId,
      id: newId(ctx.now.getTime()),
      actorId: memberId(ctx.actor),
      at: ctx.now,
    })
    .onConflictDoNothing({ target: [caseNews.workspaceId, caseNews.key] });
}
