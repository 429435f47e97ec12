import { runPrepared } from "#db/prepared.ts";
import type { Ctx } from "#server/context.ts";
import type { Recorded } from "./record.ts";
import { noTeam } from "./rules.ts";
import type { RecordResponse } from "./schema.ts";

/**
 * Changes the answer that an invitation already has and keeps what it said before; an answer that says the
 * same is left as it is. Whoever comes at the same time waits for the lock and changes what this one left.
 */
export async function changeResponse(
  ctx: Ctx,
  input: RecordResponse & { invitationNumber: number },
): Promise<Recorded> {
  const [now] = await runPrepared<{ id: string; version: number; score: number; comment: string | null }>(
    ctx.db,
    lock,
    [ctx.workspaceId, input.invitationNumber],
  );
  if (!now) return { outcome: "unknown" };
  const comment = input.comment || null;
  if (now.score === input.score && now.comment === comment) {
    return { outcome: "unchanged", responseId: now.id, version: now.version };
  }
  await runPrepared(ctx.db, replace, [
    ctx.workspaceId,
    now.id,
    input.score,
    comment,
    ctx.now.toISOString(),
    noTeam,
  ]);
  return { outcome: "changed", responseId: now.id, version: now.version + 1 };
}

const lock = `
  SELECT r.id, r.version, r.score, r.comment
  FROM responses r JOIN invitations i ON i.workspace_id = r.workspace_id AND i.id = r.invitation_id
  WHERE i.workspace_id = $1::uuid AND i.number = $2::bigint
  FOR NO KEY UPDATE OF r`;

/** The row is locked, so what the statement sees of it is what stands. Counters move only when the score does. */
const replace = `
  WITH was AS (
    SELECT r.*, (r.answered_at AT TIME ZONE w.timezone)::date AS day
    FROM responses r JOIN workspaces w ON w.id = r.workspace_id
    WHERE r.workspace_id = $1::uuid AND r.id = $2::uuid
  ), kept AS (
    INSERT INTO response_versions (workspace_id, response_id, version, score, comment, given_at)
    SELECT workspace_id, id, version, score, comment, updated_at FROM was
  ), counted AS (
    INSERT INTO response_count_deltas
      (workspace_id, day, survey_id, touchpoint, team_id, channel, locale, score, delta)
    SELECT workspace_id, day, survey_id, touchpoint, coalesce(team_id, $6::uuid), channel, locale, step.score, step.delta
    FROM was CROSS JOIN LATERAL (VALUES (was.score, -1), ($3::smallint, 1)) AS step (score, delta)
    WHERE was.score <> $3::smallint
  )
  UPDATE responses r
  SET score = $3::smallint, comment = $4::text, version = r.version + 1, updated_at = $5::timestamptz
  FROM was WHERE r.workspace_id = $1::uuid AND r.id = was.id`;
