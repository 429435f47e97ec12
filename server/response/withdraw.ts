import { sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";
import { noTeam } from "./rules.ts";

/**
 * Takes back the answer to an invitation, as long as it could be changed: it stays with its versions and counts no
 * more, in no figure; the dialogue is left to consider that. Answering again makes it count again. Again: the same.
 * Returns whether there is an answer that is withdrawn now.
 *
 * @param invitationNumber what the link's token names
 */
export async function withdrawResponse(ctx: Ctx, invitationNumber: number): Promise<boolean> {
  const now = sql`${ctx.now.toISOString()}::timestamptz`;
  const [row] = await ctx.db.execute<{ withdrawn: boolean; id: string | null }>(sql`
    WITH asked AS (
      SELECT i.id, w.timezone, (coalesce(i.sent_at, i.created_at) AT TIME ZONE w.timezone)::date AS asked_on
      FROM invitations i JOIN workspaces w ON w.id = i.workspace_id
      WHERE i.workspace_id = ${ctx.workspaceId} AND i.number = ${invitationNumber} AND i.expires_at > ${now}
    ), gone AS (
      UPDATE responses r SET withdrawn_at = ${now} FROM asked
      WHERE r.workspace_id = ${ctx.workspaceId} AND r.invitation_id = asked.id AND r.withdrawn_at IS NULL
      RETURNING r.*, asked.timezone, asked.asked_on
    ), counted AS (
      INSERT INTO response_count_deltas
        (workspace_id, day, survey_id, campaign_id, touchpoint, team_id, employee, channel, locale, drivers,
          attributes, score, delta, asked_on)
      SELECT workspace_id, (answered_at AT TIME ZONE timezone)::date, survey_id, campaign_id, touchpoint,
        coalesce(team_id, ${noTeam}::uuid), coalesce(employee, ''), channel, locale, drivers, attributes, score, -1,
        asked_on
      FROM gone
    ), waiting AS (
      INSERT INTO unconsidered_responses (workspace_id, response_id, version, due_at)
      SELECT workspace_id, id, version, ${now} FROM gone
      ON CONFLICT DO NOTHING
    )
    SELECT (SELECT id FROM gone) AS id, EXISTS (
      SELECT FROM responses r JOIN asked ON asked.id = r.invitation_id
      WHERE r.workspace_id = ${ctx.workspaceId}) AS withdrawn`);
  if (row?.id) ctx.nudge("responses", row.id);
  return row?.withdrawn ?? false;
}
