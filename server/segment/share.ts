import { and, eq } from "drizzle-orm";
import { segments } from "#db/schema/index.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { requireMayShare } from "#server/workspace/own-or-shared.ts";
import { segmentToChange } from "./queries.ts";
import type { SegmentId } from "./schema.ts";
import { underFreeName } from "./under-free-name.ts";

/**
 * Lets everybody in the workspace have a segment; one that is shared already stays as it is.
 * @throws NOT_FOUND; FORBIDDEN for whoever may not share; CONFLICT at `name` when everybody has one of that name.
 */
export async function shareSegment(ctx: Ctx, { segmentId }: SegmentId): Promise<void> {
  requireMayShare(ctx);
  const { id, name, sharedAt } = await segmentToChange(ctx, segmentId);
  if (sharedAt) return;
  await underFreeName(name, () =>
    ctx.db
      .update(segments)
      .set({ sharedAt: ctx.now, sharedBy: memberId(ctx.actor) })
      .where(and(eq(segments.workspaceId, ctx.workspaceId), eq(segments.id, id))),
  );
}
