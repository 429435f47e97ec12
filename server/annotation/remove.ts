import { and, eq } from "drizzle-orm";
import { annotations } from "#db/schema/index.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { annotationToChange } from "./queries.ts";
import type { AnnotationId } from "./schema.ts";

/**
 * Shows an annotation no more; that it was there, and who removed it, stays known.
 * @throws NOT_FOUND; FORBIDDEN for everybody's, when a manager does not do it.
 */
export async function removeAnnotation(ctx: Ctx, { annotationId }: AnnotationId): Promise<void> {
  await annotationToChange(ctx, annotationId);
  await ctx.db
    .update(annotations)
    .set({ removedAt: ctx.now, removedBy: memberId(ctx.actor) })
    .where(and(eq(annotations.workspaceId, ctx.workspaceId), eq(annotations.id, annotationId)));
}
