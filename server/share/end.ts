import { and, eq, isNull } from "drizzle-orm";
import { shareLinks } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { notFound } from "#server/errors.ts";
import type { ShareLinkId } from "./schema.ts";

/**
 * Ends a link for good: its address leads nowhere from now on.
 * @throws NOT_FOUND when it is not in this workspace, or has been ended.
 */
export async function endShareLink(ctx: Ctx, { shareId }: ShareLinkId): Promise<void> {
  const [row] = await ctx.db
    .update(shareLinks)
    .set({ endedAt: ctx.now, endedBy: memberId(ctx.actor) })
    .where(
      and(
        eq(shareLinks.workspaceId, ctx.workspaceId),
        eq(shareLinks.id, shareId),
        isNull(shareLinks.endedAt),
      ),
    )
    .returning({ name: shareLinks.name });
  if (!row) throw notFound("link");
  await recordAct(ctx, "sharing.ended", { id: shareId, label: row.name });
}
