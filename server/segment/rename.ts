import { and, eq } from "drizzle-orm";
import { segments } from "#db/schema/index.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { segmentToChange } from "./queries.ts";
import type { RenameSegment } from "./schema.ts";
import { underFreeName } from "./under-free-name.ts";

/**
 * Gives a segment another name.
 * @throws NOT_FOUND; FORBIDDEN for everybody's, when a manager does not do it; CONFLICT at `name` when it is taken.
 */
export async function renameSegment(ctx: Ctx, { segmentId, name }: RenameSegment): Promise<void> {
  const { id } = await segmentToChange(ctx, segmentId);
  await underFreeName(name, () =>
    ctx.db
      .update(segments)
      .set({ name, renamedAt: ctx.now, renamedBy: memberId(ctx.actor) })
      .where(and(eq(segments.workspaceId, ctx.workspaceId), eq(segments.id, id))),
  );
}
