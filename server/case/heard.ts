import { and, eq, type SQL, sql } from "drizzle-orm";
import { cases, responses } from "#db/schema/index.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { notFound } from "#server/errors.ts";
import type { GetCase } from "./schema.ts";

/**
 * When something last came of a case's customer: it was opened, they wrote, said that it is not solved, or changed their
 * answer. For a query of `cases` with their `responses`.
 */
export const heardAt =
  sql<Date>`greatest(cases.opened_at, cases.last_inbound_at, responses.updated_at)`.mapWith(cases.openedAt);

/**
 * Whether something came of a case's customer since the acting member last had it open; never of a closed one, and for
 * nobody who is no member. For the same queries.
 */
export const isUnread = (ctx: Ctx): SQL<boolean> => {
  const reader = memberId(ctx.actor) ?? "";
  return sql<boolean>`(cases.state <> 'closed' AND ${heardAt} > coalesce(
    (SELECT r.read_until FROM case_reads r
      WHERE r.workspace_id = cases.workspace_id AND r.case_id = cases.id AND r.member_id = ${reader}),
    (SELECT coalesce(m.reads_from, m.created_at) FROM members m
      WHERE m.workspace_id = ${ctx.workspaceId} AND m.user_id = ${reader}),
    'infinity'))`;
};

/** When something last came of the customer, and whether the acting member has not read it. @throws NOT_FOUND when the case is not here. */
export async function findHeard(ctx: Ctx, { caseId }: GetCase): Promise<{ heardAt: Date; unread: boolean }> {
  const [found] = await ctx.db
    .select({ heardAt, unread: isUnread(ctx) })
    .from(cases)
    .leftJoin(
      responses,
      and(eq(responses.workspaceId, cases.workspaceId), eq(responses.id, cases.responseId)),
    )
    .where(and(eq(cases.workspaceId, ctx.workspaceId), eq(cases.id, caseId)));
  if (!found) throw notFound("case");
  return found;
}
