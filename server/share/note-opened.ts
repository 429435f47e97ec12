import { and, eq } from "drizzle-orm";
import { shareLinks } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";

/** Keeps the day, and no more than the day, on which a link was opened last. */
export async function noteShareOpened(ctx: Ctx, link: { id: string; today: string }): Promise<void> {
  await ctx.db
    .update(shareLinks)
    .set({ openedOn: link.today })
    .where(and(eq(shareLinks.workspaceId, ctx.workspaceId), eq(shareLinks.id, link.id)));
}
