import { and, eq } from "drizzle-orm";
import { segments } from "#db/schema/index.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { segmentToChange } from "./queries.ts";
import type { SegmentId } from "./schema.ts";

/**
 * Offers a segment no more; that it was there, and who ended it, stays known.
 * @throws NOT_FOUND; FORBIDDEN for everybody's, when a manager does not do it.
 */
export async function endSegment(ctx: Ctx, { segmentId }: SegmentId): Promise<void> {
  const { id } = await segmentToChange(ctx, segmentId);
  await ctx.db
    .update(segments)
    .set({ endedAt: ctx.now, endedBy: memberId(ctx.actor) })
    .where(and(eq(segments.workspaceId, ctx.workspaceId), eq(segments.id, id)));
}
