import { type SQL, sql } from "drizzle-orm";
import { newId } from "#db/id.ts";
import type { Ctx } from "#server/context.ts";
import { noTeam } from "./rules.ts";

export type Recorded =
  | { outcome: "recorded" | "changed" | "unchanged"; responseId: string; version: number }
  | { outcome: "expired" | "unknown" };

/**
 * Takes a customer's answer to an invitation. The first makes the answer, a later one changes it and keeps
 * what it said before; however many tabs send at once, one answer remains and its counters are right. In
 * the same transaction the dialogue is asked to consider it.
 *
 * @param input.invitationNumber what the link's token names
 */
export async function recordResponse(
  ctx: Ctx,
  input: { invitationNumber: number; score: number; comment: string },
): Promise<Recorded> {
  // Sent together: the lock is taken first, so that the second statement sees what a rival tab committed.
  const [, rows] = await Promise.all([
    ctx.db.execute(lock(ctx, input.invitationNumber)),
    ctx.db.execute<Row>(write(ctx, input)),
  ]);
  const row = rows[0];
  if (!row) return { outcome: "unknown" };
  if (row.expired) return { outcome: "expired" };
  const responseId = row.inserted ?? row.changed;
  if (!responseId) return { outcome: "unchanged", responseId: row.before!, version: row.version! };

  await ctx.queue.enqueue(ctx.db, "case.consider", { workspaceId: ctx.workspaceId, responseId });
  ctx.nudge("responses", responseId);
  return row.inserted
    ? { outcome: "recorded", responseId, version: 1 }
    : { outcome: "changed", responseId, version: row.version! + 1 };
}

type Row = {
  expired: boolean;
  before: string | null;
  version: number | null;
  inserted: string | null;
  changed: string | null;
};

const lock = (ctx: Ctx, number: number): SQL =>
  sql`SELECT pg_advisory_xact_lock(hashtextextended(${`${ctx.workspaceId}/${number}`}, 0))`;

function write(ctx: Ctx, input: { invitationNumber: number; score: number; comment: string }): SQL {
  const { workspaceId } = ctx;
  const now = ctx.now.toISOString();
  const comment = input.comment === "" ? null : input.comment;
  return sql`
    WITH asked AS (
      SELECT i.*, i.expires_at <= ${now}::timestamptz AS expired, w.timezone
      FROM invitations i JOIN workspaces w ON w.id = i.workspace_id
      WHERE i.workspace_id = ${workspaceId} AND i.number = ${input.invitationNumber}
    ), before AS (
      SELECT r.id, r.version, r.score, r.comment, r.answered_at, r.updated_at
      FROM responses r JOIN asked ON r.invitation_id = asked.id
      WHERE r.workspace_id = ${workspaceId}
    ), inserted AS (
      INSERT INTO responses (workspace_id, id, survey_id, campaign_id, invitation_id, contact_id, score, comment,
        evidence, channel, locale, touchpoint, team_id, employee, account_id, attributes, answered_at, updated_at)
      SELECT ${workspaceId}, ${newId(ctx.now.getTime())}::uuid, survey_id, campaign_id, id, contact_id,
        ${input.score}::smallint, ${comment}::text, 'confirmed', 'email', locale, touchpoint, team_id, employee,
        account_id, attributes, ${now}::timestamptz, ${now}::timestamptz
      FROM asked WHERE NOT expired AND NOT EXISTS (SELECT FROM before)
      RETURNING id
    ), changed AS (
      UPDATE responses r
      SET score = ${input.score}::smallint, comment = ${comment}::text, version = r.version + 1, updated_at = ${now}::timestamptz
      FROM before, asked
      WHERE r.workspace_id = ${workspaceId} AND r.id = before.id AND NOT asked.expired
        AND (before.score, before.comment) IS DISTINCT FROM (${input.score}::smallint, ${comment}::text)
      RETURNING r.id
    ), kept AS (
      INSERT INTO response_versions (workspace_id, response_id, version, score, comment, given_at)
      SELECT ${workspaceId}, before.id, before.version, before.score, before.comment, before.updated_at
      FROM before JOIN changed USING (id)
    ), counted AS (
      INSERT INTO response_count_deltas (workspace_id, day, survey_id, touchpoint, team_id, channel, locale, score, delta)
      SELECT ${workspaceId}, (coalesce(before.answered_at, ${now}::timestamptz) AT TIME ZONE asked.timezone)::date,
        asked.survey_id, asked.touchpoint, coalesce(asked.team_id, ${noTeam}::uuid), 'email', asked.locale, step.score, step.delta
      FROM asked
      LEFT JOIN before ON true
      CROSS JOIN LATERAL (VALUES (${input.score}::smallint, 1::smallint), (before.score, -1::smallint)) AS step (score, delta)
      WHERE step.score IS NOT NULL AND before.score IS DISTINCT FROM ${input.score}::smallint
        AND (EXISTS (SELECT FROM inserted) OR EXISTS (SELECT FROM changed))
    )
    SELECT asked.expired, before.id AS before, before.version, inserted.id AS inserted, changed.id AS changed
    FROM asked LEFT JOIN before ON true LEFT JOIN inserted ON true LEFT JOIN changed ON true`;
}
