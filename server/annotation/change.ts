import { and, eq } from "drizzle-orm";
import { annotations } from "#db/schema/index.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { invalid } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import { requireMayShare } from "#server/workspace/own-or-shared.ts";
import { annotationToChange } from "./queries.ts";
import type { ChangeAnnotation } from "./schema.ts";

/**
 * Gives an annotation another day or text, or shares it. What everybody has seen is not made one's own again.
 * @throws NOT_FOUND; FORBIDDEN for whoever may not share; INVALID at `shared` for one that is everybody's.
 */
export async function changeAnnotation(ctx: Ctx, input: ChangeAnnotation): Promise<void> {
  const { annotationId, day, text, shared } = input;
  const was = await annotationToChange(ctx, annotationId);
  if (shared) requireMayShare(ctx);
  if (was.sharedAt && !shared) throw invalid("shared", refusal("noteShared"));
  const by = memberId(ctx.actor);
  await ctx.db
    .update(annotations)
    .set({
      day,
      text,
      changedAt: ctx.now,
      changedBy: by,
      ...(shared && !was.sharedAt && { sharedAt: ctx.now, sharedBy: by }),
    })
    .where(and(eq(annotations.workspaceId, ctx.workspaceId), eq(annotations.id, annotationId)));
}
