import { and, eq, inArray, not, sql } from "drizzle-orm";
import { cases } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";

/**
 * Those of these cases that the acting member would see no longer, were they somebody else's (`assigneeId`): what they see
 * only because it is theirs, or of whom they stand in for.
 */
export async function listLeaving(
  ctx: Ctx,
  { caseIds, assigneeId }: { caseIds: string[]; assigneeId: string | null },
): Promise<string[]> {
  if (!ctx.sight || (assigneeId !== null && ctx.sight.memberIds.includes(assigneeId))) return [];
  const seenAnyway = sql`(cases.team_id = ANY ((SELECT svar_team_ids())::uuid[]) OR (cases.team_id IS NULL AND (SELECT svar_sees_teamless()))
    OR EXISTS (SELECT FROM case_sights m WHERE m.workspace_id = cases.workspace_id AND m.case_id = cases.id))`;
  const rows = await ctx.db
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.workspaceId, ctx.workspaceId), inArray(cases.id, caseIds), not(seenAnyway)));
  return rows.map(({ id }) => id);
}
