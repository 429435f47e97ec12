import { newId } from "#db/id.ts";
import { annotations } from "#db/schema/index.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { requireMayShare } from "#server/workspace/own-or-shared.ts";
import type { AddAnnotation } from "./schema.ts";

/**
 * Notes what happened on a day, for the acting person or for everybody. Returns its id.
 * @throws FORBIDDEN at `shared` for whoever may not share.
 */
export async function addAnnotation(ctx: Ctx, { day, text, shared }: AddAnnotation): Promise<{ id: string }> {
  if (shared) requireMayShare(ctx);
  const id = newId(ctx.now.getTime());
  const maker = memberId(ctx.actor);
  await ctx.db.insert(annotations).values({
    workspaceId: ctx.workspaceId,
    id,
    day,
    text,
    madeAt: ctx.now,
    madeBy: maker,
    ...(shared && { sharedAt: ctx.now, sharedBy: maker }),
  });
  return { id };
}
