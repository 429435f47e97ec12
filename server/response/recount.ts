import { sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";
import { noTeam } from "./rules.ts";

/** What one row of counter changes can hold. */
const most = 30_000;

/**
 * Sets this workspace's counters right where a count from scratch says otherwise: when they were wrong, or when
 * the days have moved with the time zone. Each correction is a counter change itself and made in one
 * statement, so that answers and folds may come at the same time. Returns how many counters of answers were
 * wrong.
 */
export async function recountResponses(ctx: Ctx): Promise<number> {
  await ctx.db.execute(
    sql`SELECT pg_advisory_xact_lock(hashtextextended(${`recount/${ctx.workspaceId}`}, 0))`,
  );
  await recountInvitations(ctx);
  const [row] = await ctx.db.execute<{ wrong: number }>(sql`
    WITH places AS (
      SELECT day, survey_id, touchpoint, team_id, channel, locale, score, sum(n)::int AS missing
      FROM (
        SELECT (r.answered_at AT TIME ZONE w.timezone)::date AS day, r.survey_id, r.touchpoint,
          coalesce(r.team_id, ${noTeam}::uuid) AS team_id, r.channel, r.locale, r.score, 1 AS n
        FROM responses r JOIN workspaces w ON w.id = r.workspace_id
        WHERE r.workspace_id = ${ctx.workspaceId} AND r.counts
        UNION ALL
        SELECT day, survey_id, touchpoint, team_id, channel, locale, score, -n
        FROM response_counts WHERE workspace_id = ${ctx.workspaceId}
        UNION ALL
        SELECT day, survey_id, touchpoint, team_id, channel, locale, score, -delta
        FROM response_count_deltas WHERE workspace_id = ${ctx.workspaceId}
      ) AS every
      GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING sum(n) <> 0
    ), corrected AS (
      INSERT INTO response_count_deltas
        (workspace_id, day, survey_id, touchpoint, team_id, channel, locale, score, delta)
      SELECT ${ctx.workspaceId}, day, survey_id, touchpoint, team_id, channel, locale, score,
        sign(missing) * least(${most}, abs(missing) - part)
      FROM places, generate_series(0, abs(missing) - 1, ${most}) AS part
    )
    SELECT count(*)::int AS wrong FROM places`);
  return row!.wrong;
}

async function recountInvitations(ctx: Ctx): Promise<void> {
  await ctx.db.execute(sql`
    INSERT INTO invitation_counts (workspace_id, day, survey_id, sent, answered)
    SELECT ${ctx.workspaceId}, day, survey_id, sum(sent), sum(answered)
    FROM (
      SELECT (coalesce(i.sent_at, i.created_at) AT TIME ZONE w.timezone)::date AS day, i.survey_id,
        (i.sent_at IS NOT NULL)::int AS sent, (r.id IS NOT NULL)::int AS answered
      FROM invitations i JOIN workspaces w ON w.id = i.workspace_id
      LEFT JOIN responses r ON r.workspace_id = i.workspace_id AND r.invitation_id = i.id AND r.counts
      WHERE i.workspace_id = ${ctx.workspaceId}
      UNION ALL
      SELECT day, survey_id, -sent, -answered FROM invitation_counts WHERE workspace_id = ${ctx.workspaceId}
      UNION ALL
      SELECT asked_on, survey_id, 0, -delta FROM response_count_deltas
      WHERE workspace_id = ${ctx.workspaceId} AND asked_on IS NOT NULL
    ) AS every
    GROUP BY 2, 3 HAVING sum(sent) <> 0 OR sum(answered) <> 0
    ORDER BY 2, 3
    ON CONFLICT (workspace_id, day, survey_id) DO UPDATE
    SET sent = invitation_counts.sent + excluded.sent, answered = invitation_counts.answered + excluded.answered`);
}
