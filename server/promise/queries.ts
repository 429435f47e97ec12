import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { promiseChanges, promises } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";

/** Every promise of a case, open ones first by their day, with what became of it, newest first. */
export async function listPromises(ctx: Ctx, { caseId }: { caseId: string }) {
  const rows = await ctx.db
    .select()
    .from(promises)
    .where(and(eq(promises.workspaceId, ctx.workspaceId), eq(promises.caseId, caseId)))
    .orderBy(asc(promises.dueOn), asc(promises.id));
  const ids = rows.map(({ id }) => id);
  const changes =
    ids.length > 0
      ? await ctx.db
          .select()
          .from(promiseChanges)
          .where(and(eq(promiseChanges.workspaceId, ctx.workspaceId), inArray(promiseChanges.promiseId, ids)))
          .orderBy(desc(promiseChanges.changedAt), desc(promiseChanges.id))
      : [];
  return rows.map(({ workspaceId: _, ...row }) => ({
    ...row,
    changes: changes
      .filter(({ promiseId }) => promiseId === row.id)
      .map(({ workspaceId: __, ...one }) => one),
  }));
}
