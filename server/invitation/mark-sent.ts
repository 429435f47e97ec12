import { sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";

/**
 * Dates the invitations whose mail a server has taken, sets when their reminder is due, and counts those that were
 * not dated yet.
 */
export async function markInvitationsSent(ctx: Ctx, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const now = sql`${ctx.now.toISOString()}::timestamptz`;
  await ctx.db.execute(sql`
    WITH sent AS (
      UPDATE invitations i
      SET sent_at = ${now}, remind_at = CASE
        WHEN c.reminder_at > ${now} + interval '1 day' AND c.reminder_days IS NOT NULL THEN c.reminder_at
        ELSE ${now} + make_interval(days => c.reminder_days) END
      FROM campaigns c
      WHERE i.workspace_id = ${ctx.workspaceId} AND i.id IN ${ids} AND i.sent_at IS NULL
        AND c.workspace_id = i.workspace_id AND c.id = i.campaign_id
      RETURNING i.survey_id
    )
    INSERT INTO invitation_counts (workspace_id, day, survey_id, sent)
    SELECT w.id, (${now} AT TIME ZONE w.timezone)::date, s.survey_id, count(*)
    FROM sent s JOIN workspaces w ON w.id = ${ctx.workspaceId}
    GROUP BY w.id, s.survey_id ORDER BY s.survey_id
    ON CONFLICT (workspace_id, day, survey_id) DO UPDATE SET sent = invitation_counts.sent + excluded.sent`);
}
