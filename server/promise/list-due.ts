import { and, asc, eq, isNull, lte } from "drizzle-orm";
import { cases, contacts, members, promises } from "#db/schema/index.ts";
import { listAbsences } from "#server/absence/queries.ts";
import { standInOf } from "#server/absence/rules.ts";
import { findSeeingLeads } from "#server/case/find-seeing-leads.ts";
import type { Ctx } from "#server/context.ts";
import { listSeen } from "#server/team/sees-case.ts";

/**
 * The open promises of this workspace that are due on `until` or before, the longest due first, each with its customer,
 * who is to keep it (`keeper`) and whom it is told (`tellIds`). Its keeper is its owner, else the owner of the case: the
 * first of them who works here and may see the case. Who stands in while that one is away is told too. Where neither can
 * keep it, the leads of the case's team are told, so that no promise is forgotten.
 */
export async function listDuePromises(ctx: Ctx, until: string) {
  const rows = await ctx.db
    .select({
      id: promises.id,
      caseId: promises.caseId,
      text: promises.text,
      dueOn: promises.dueOn,
      ownerId: promises.ownerId,
      one: {
        assigneeId: cases.assigneeId,
        responseId: cases.responseId,
        invitationId: cases.invitationId,
        contactId: cases.contactId,
      },
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
  const { today, absences } = await listAbsences(ctx);
  const away = (id: string | null) => id && standInOf(id, today, absences);
  const reads = await readersAmong(
    ctx,
    rows.flatMap(({ caseId, ownerId, one }) =>
      [ownerId, one.assigneeId, away(ownerId), away(one.assigneeId)].map((id) => ({ id, caseId })),
    ),
  );
  const due = [];
  for (const { ownerId, one, ...row } of rows) {
    const isReader = (id: string | null): id is string => reads(id, row.caseId);
    const keeper = [ownerId, one.assigneeId].find(isReader) ?? null;
    const tellIds = keeper
      ? [...new Set([keeper, away(keeper)])].filter(isReader)
      : (await findSeeingLeads(ctx, { ...one, id: row.caseId })).map(({ id }) => id);
    due.push({ ...row, keeper, tellIds });
  }
  return due;
}

/** Whether somebody of these works here and sees the case; each person looked up once. */
async function readersAmong(ctx: Ctx, asked: { id: string | null; caseId: string }[]) {
  const working = await ctx.db
    .select({ id: members.userId })
    .from(members)
    .where(eq(members.workspaceId, ctx.workspaceId));
  const here = new Set(working.map(({ id }) => id));
  const seen = new Map<string, ReadonlySet<string>>();
  for (const [id, theirs] of Map.groupBy(asked, (one) => one.id))
    if (id !== null && here.has(id))
      seen.set(
        id,
        await listSeen(
          ctx,
          id,
          theirs.map(({ caseId }) => caseId),
        ),
      );
  return (id: string | null, caseId: string) => id !== null && (seen.get(id)?.has(caseId) ?? false);
}
