import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { segments, users } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { mayChange, mayShare, requireMayChange, visibleTo } from "#server/workspace/own-or-shared.ts";
import { SegmentFilter } from "./schema.ts";

/** What makes a row one that is offered to the acting person: of this workspace, own or shared, not ended. */
export const offered = (ctx: Ctx) =>
  and(eq(segments.workspaceId, ctx.workspaceId), isNull(segments.endedAt), visibleTo(ctx, segments))!;

/**
 * The segments of the acting person, by name, each with its filter, who made it, and what may be done with it; and
 * whether this person may share.
 */
export async function listSegments(ctx: Ctx) {
  const rows = await ctx.db
    .select({
      id: segments.id,
      name: segments.name,
      filter: segments.filter,
      madeBy: segments.madeBy,
      madeAt: segments.madeAt,
      sharedAt: segments.sharedAt,
      by: users.name,
    })
    .from(segments)
    .leftJoin(users, eq(users.id, segments.madeBy))
    .where(offered(ctx))
    .orderBy(asc(sql`lower(${segments.name})`), asc(segments.id));
  return {
    mayShare: mayShare(ctx.actor),
    segments: rows.map(({ filter, madeBy, sharedAt, ...row }) => ({
      ...row,
      filter: SegmentFilter.parse(filter),
      shared: sharedAt !== null,
      mayChange: mayChange(ctx.actor, { madeBy, sharedAt }),
    })),
  };
}

/**
 * A segment that the acting person is about to change, locked until that is done.
 * @throws NOT_FOUND, also for somebody else's own and for one that is ended; FORBIDDEN for everybody's.
 */
export async function segmentToChange(ctx: Ctx, segmentId: string) {
  const [found] = await ctx.db
    .select()
    .from(segments)
    .where(and(offered(ctx), eq(segments.id, segmentId)))
    .for("update");
  return requireMayChange(ctx, found, "segment");
}
