import { and, eq } from "drizzle-orm";
import { digests } from "#db/schema/index.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { requireFilter } from "./create.ts";
import { requireDigest } from "./queries.ts";
import type { ChangeDigest } from "./schema.ts";

/**
 * Changes when a digest comes, of what it tells, and in which language. Times that lie before the change are not made
 * up for.
 *
 * @throws NOT_FOUND when the acting member has no such digest, INVALID when what the filter names is gone.
 */
export async function changeDigest(
  ctx: Ctx,
  { digestId, ...content }: ChangeDigest,
): Promise<{ id: string }> {
  const was = await requireDigest(ctx, digestId);
  if (content.filter !== was.filter) await requireFilter(ctx, content.filter);
  const { rhythm, weekday, hour } = content;
  const sameTime = was.rhythm === rhythm && was.weekday === weekday && was.hour === hour;
  await ctx.db
    .update(digests)
    .set({
      ...content,
      ...(sameTime ? {} : { timedAt: ctx.now }),
      ...{ changedAt: ctx.now, changedBy: memberId(ctx.actor) },
    })
    .where(and(eq(digests.workspaceId, ctx.workspaceId), eq(digests.id, digestId)));
  return { id: digestId };
}
