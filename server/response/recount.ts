import { sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";
import { allowAnHour } from "./allow-an-hour.ts";
import { cutsOf, isCounted, summedByGroup } from "./cuts.ts";
import { lockCounts } from "./lock-counts.ts";
import { noTeam } from "./rules.ts";

/**
 * Sets this workspace's counters right where a count from scratch says otherwise: when they were wrong, or when
 * the days have moved with the time zone. Each kind is corrected by what it is off, in one statement, so that
 * answers may come at the same time. Returns how many counters were wrong.
 */
export async function recountResponses(ctx: Ctx): Promise<number> {
  await allowAnHour(ctx);
  await lockCounts(ctx);
  const asked = await recountInvitations(ctx);
  const counts = await recountAnswers(ctx);
  return asked + counts + (await recountCuts(ctx));
}

async function recountAnswers(ctx: Ctx): Promise<number> {
  const [row] = await ctx.db.execute<{ wrong: number }>(sql`
    WITH corrected AS (
      INSERT INTO response_counts (workspace_id, day, survey_id, touchpoint, team_id, channel, locale, score, n)
      SELECT ${ctx.workspaceId}, day, survey_id, touchpoint, team_id, channel, locale, score, sum(n)
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
      GROUP BY 2, 3, 4, 5, 6, 7, 8 HAVING sum(n) <> 0 ORDER BY 2, 3, 4, 5, 6, 7, 8
      ON CONFLICT (workspace_id, day, survey_id, touchpoint, team_id, channel, locale, score)
      DO UPDATE SET n = response_counts.n + excluded.n
      RETURNING 1
    )
    SELECT count(*)::int AS wrong FROM corrected`);
  return row!.wrong;
}

async function recountCuts(ctx: Ctx): Promise<number> {
  const [row] = await ctx.db.execute<{ wrong: number }>(sql`
    WITH corrected AS (
      INSERT INTO response_cuts (workspace_id, dimension, value, day, survey_id, detractors, passives, promoters)
      SELECT ${ctx.workspaceId}, dimension, value, day, survey_id,
        sum(detractors), sum(passives), sum(promoters)
      FROM (
        SELECT cut.dimension, cut.value, (r.answered_at AT TIME ZONE w.timezone)::date AS day, r.survey_id,
          ${summedByGroup(sql`1`)}
        FROM responses r JOIN workspaces w ON w.id = r.workspace_id, ${cutsOf(sql`r`)}
        WHERE r.workspace_id = ${ctx.workspaceId} AND r.counts AND ${isCounted(ctx)}
        GROUP BY 1, 2, 3, 4
        UNION ALL
        SELECT cut.dimension, cut.value, d.day, d.survey_id, ${summedByGroup(sql`-d.delta`)}
        FROM response_count_deltas d, ${cutsOf(sql`d`)}
        WHERE d.workspace_id = ${ctx.workspaceId} AND ${isCounted(ctx)}
        GROUP BY 1, 2, 3, 4
        UNION ALL
        SELECT dimension, value, day, survey_id, -detractors, -passives, -promoters
        FROM response_cuts WHERE workspace_id = ${ctx.workspaceId}
      ) AS every
      GROUP BY 2, 3, 4, 5 HAVING sum(detractors) <> 0 OR sum(passives) <> 0 OR sum(promoters) <> 0
      ORDER BY 2, 3, 4, 5
      ON CONFLICT (workspace_id, dimension, value, day, survey_id)
      DO UPDATE SET detractors = response_cuts.detractors + excluded.detractors,
        passives = response_cuts.passives + excluded.passives,
        promoters = response_cuts.promoters + excluded.promoters
      RETURNING 1
    )
    SELECT count(*)::int AS wrong FROM corrected`);
  return row!.wrong;
}

async function recountInvitations(ctx: Ctx): Promise<number> {
  const rows = await ctx.db.execute(sql`
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
    SET sent = invitation_counts.sent + excluded.sent, answered = invitation_counts.answered + excluded.answered
    RETURNING 1`);
  return rows.length;
}
