import { sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";

/**
 * Notes on a case when the day of its first open promise begins by the workspace's clocks, and whether that is now, so
 * that the queue knows its place (server/case/urgency.ts). The case must be locked.
 */
export async function refreshPromised(ctx: Ctx, caseId: string): Promise<void> {
  await ctx.db.execute(sql`
    UPDATE cases SET promise_at = first.at,
      promise_fell_at = CASE WHEN first.at <= ${ctx.now.toISOString()}::timestamptz THEN first.at END
    FROM (
      SELECT min(p.due_on)::timestamp AT TIME ZONE w.timezone AS at
      FROM workspaces w
      LEFT JOIN promises p ON p.workspace_id = w.id AND p.case_id = ${caseId} AND p.ended_at IS NULL
      WHERE w.id = ${ctx.workspaceId} GROUP BY w.timezone
    ) AS first
    WHERE workspace_id = ${ctx.workspaceId} AND id = ${caseId}`);
  ctx.nudge("cases", caseId);
}
