import { and, asc, desc, eq, inArray, isNull, lte } from "drizzle-orm";
import { cases, contacts, members, promiseChanges, promises } from "#db/schema/index.ts";
import { listAbsences } from "#server/absence/queries.ts";
import { standInOf } from "#server/absence/rules.ts";
import type { Ctx } from "#server/context.ts";

/**
 * The open promises of this workspace that are due on `until` or before, the longest due first, each with its customer and
 * whom it is told (`tellIds`): its owner, and who stands in while that one is away; the owner of the case where the
 * promise has none who works here; nobody where the case has none either.
 */
export async function listDuePromises(ctx: Ctx, until: string) {
  const rows = await ctx.db
    .select({
      id: promises.id,
      caseId: promises.caseId,
      text: promises.text,
      dueOn: promises.dueOn,
      ownerId: promises.ownerId,
      assigneeId: cases.assigneeId,
      customer: { name: contacts.name, email: contacts.email },
    })
    .from(promises)
    .innerJoin(cases, and(eq(cases.workspaceId, promises.workspaceId), eq(cases.id, promises.caseId)))
    .leftJoin(contacts, and(eq(contacts.workspaceId, cases.workspaceId), eq(contacts.id, cases.contactId)))
    .where(
      and(eq(promises.workspaceId, ctx.workspaceId), isNull(promises.endedAt), lte(promises.dueOn, until)),
    )
    .orderBy(asc(promises.dueOn), asc(promises.id));
  if (rows.length === 0) return [];
  const working = await ctx.db
    .select({ id: members.userId })
    .from(members)
    .where(eq(members.workspaceId, ctx.workspaceId));
  const here = new Set(working.map(({ id }) => id));
  const { today, absences } = await listAbsences(ctx);
  return rows.map(({ ownerId, assigneeId, ...row }) => {
    const keeper = [ownerId, assigneeId].find((id) => id !== null && here.has(id)) ?? null;
    const standIn = keeper && standInOf(keeper, today, absences);
    return { ...row, keeper, tellIds: [...new Set([keeper, standIn])].filter((id) => id !== null) };
  });
}

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
