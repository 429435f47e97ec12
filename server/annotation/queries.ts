import { and, asc, eq, gte, isNull, lte } from "drizzle-orm";
import { selectOften } from "#db/prepared.ts";
import { annotations, users } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { mayChange, requireMayChange, visibleTo } from "#server/workspace/own-or-shared.ts";

/** One day of the workspace's calendar and what happened on it. `by` is nobody's name for readers who are no members. */
export type Annotation = {
  id: string;
  day: string;
  text: string;
  shared: boolean;
  by: string | null;
  mayChange: boolean;
};

const most = 200;

/**
 * What is noted of these days (both included; absent: no end), oldest first: everybody's, and the acting member's
 * own. Whoever is no member, such as the reader of a share link, is shown everybody's alone.
 */
export async function listAnnotations(
  ctx: Ctx,
  { from, to }: { from?: string; to?: string },
): Promise<Annotation[]> {
  const query = ctx.db
    .select({ annotation: annotations, by: users.name })
    .from(annotations)
    .leftJoin(users, eq(users.id, annotations.madeBy))
    .where(
      and(
        shown(ctx),
        from ? gte(annotations.day, from) : undefined,
        to ? lte(annotations.day, to) : undefined,
      ),
    )
    .orderBy(asc(annotations.day), asc(annotations.id))
    .limit(most);
  const rows = await selectOften(query);
  const isMember = ctx.actor.kind === "member";
  return rows.map(({ annotation: { id, day, text, ...one }, by }) => ({
    id,
    day,
    text,
    shared: one.sharedAt !== null,
    by: isMember ? by : null,
    mayChange: mayChange(ctx.actor, one),
  }));
}

const shown = (ctx: Ctx) =>
  and(
    eq(annotations.workspaceId, ctx.workspaceId),
    isNull(annotations.removedAt),
    visibleTo(ctx, annotations),
  )!;

/**
 * An annotation that the acting person is about to change, locked until that is done.
 * @throws NOT_FOUND, also for somebody else's own and for one that was removed; FORBIDDEN for everybody's.
 */
export async function annotationToChange(ctx: Ctx, annotationId: string) {
  const [found] = await ctx.db
    .select()
    .from(annotations)
    .where(and(shown(ctx), eq(annotations.id, annotationId)))
    .for("update");
  return requireMayChange(ctx, found, "annotation");
}
