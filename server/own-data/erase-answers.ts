import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";
import { within } from "#server/response/cuts.ts";
import { foldCounts, mostFolded } from "#server/response/fold-counts.ts";
import { lockCounts } from "#server/response/lock-counts.ts";
import { noTeam } from "#server/response/rules.ts";

/**
 * Takes the person out of answers: what they wrote, their consent to be quoted, what they were thanked with, their
 * attributes, and what was counted under those. Scores stay. No answer of theirs may come meanwhile (closeInvitations).
 *
 * @param which the ids of the answers, as a query
 */
export async function eraseAnswers(ctx: Ctx, which: SQL): Promise<void> {
  const here = sql`workspace_id = ${ctx.workspaceId}`;
  await ctx.db.execute(sql`
    UPDATE response_versions SET comment = NULL, contact_by = NULL, contact_phone = NULL
    WHERE ${here} AND response_id IN (${which})`);
  for (const table of [sql`quote_consents`, sql`thank_yous`]) {
    await ctx.db.execute(sql`DELETE FROM ${table} WHERE ${here} AND response_id IN (${which})`);
  }
  await eraseCuts(ctx, which);
  await ctx.db.execute(sql`
    UPDATE responses SET contact_id = NULL, comment = NULL, contact_by = NULL, contact_phone = NULL,
      attributes = '{}', import_key = NULL WHERE ${here} AND id IN (${which})`);
}

/** Counts the answers without their attributes from now on, and leaves no counter that only they were in. */
async function eraseCuts(ctx: Ctx, which: SQL): Promise<void> {
  await lockCounts(ctx);
  const known = await ctx.db.execute<{ name: string; value: string }>(sql`
    WITH known AS (
      SELECT r.*, (r.answered_at AT TIME ZONE w.timezone)::date AS day
      FROM responses r JOIN workspaces w ON w.id = r.workspace_id
      WHERE r.workspace_id = ${ctx.workspaceId} AND r.id IN (${which}) ORDER BY r.id FOR UPDATE OF r
    ), counted AS (
      INSERT INTO response_count_deltas
        (workspace_id, day, survey_id, campaign_id, touchpoint, team_id, employee, channel, locale, drivers,
          attributes, score, delta)
      SELECT workspace_id, day, survey_id, campaign_id, touchpoint, coalesce(team_id, ${noTeam}::uuid),
        coalesce(employee, ''), channel, locale, drivers, moved.attributes, score, moved.delta
      FROM known, LATERAL (VALUES (known.attributes, -1), ('{}'::jsonb, 1)) AS moved (attributes, delta)
      WHERE counts
    )
    SELECT DISTINCT pair.key AS name, pair.value
    FROM known, jsonb_each_text(known.attributes) AS pair`);
  for (let folded = mostFolded; folded === mostFolded; ) folded = await foldCounts(ctx);
  const counters = [
    sql`('attribute:' || gone.name, gone.value)`,
    ...[...within].map((dimension) => sql`(svar_within(gone.name, gone.value, ${dimension}), NULL)`),
  ];
  await ctx.db.execute(sql`
    DELETE FROM response_cuts c
    USING jsonb_to_recordset(${JSON.stringify(known)}::jsonb) AS gone (name text, value text),
      LATERAL (VALUES ${sql.join(counters, sql`, `)}) AS cut (dimension, value)
    WHERE c.workspace_id = ${ctx.workspaceId} AND c.dimension = cut.dimension
      AND (cut.value IS NULL OR c.value = cut.value)
      AND c.detractors = 0 AND c.passives = 0 AND c.promoters = 0`);
}
