import { runPrepared, type Statements } from "#db/prepared.ts";
import type { Sight } from "#server/context.ts";
import { sightText } from "#server/sight.ts";

/** Who listens: a person, by which session, and the workspace they were let into. */
export type Listener = { userId: string; sessionId: string; workspaceId: string };

export type Lost = "signed_out" | "removed" | "factor";

/** That somebody may listen no longer, and why; or what they see at most. */
export type Access = { why: Lost } | { why: null; sight: Sight };

/**
 * Which of `listeners` may listen no longer, and why, by their index: they are no members any more, or else their session
 * was ended or has expired at `now`, or the workspace demands a second factor and they have none; and who sees their own
 * teams' things only. Whoever is not among them hears everything. One statement for all of them, as svar_door.
 */
export async function readAccess(
  db: Statements,
  listeners: readonly Listener[],
  now: Date,
): Promise<Map<number, Access>> {
  const asked = listeners.map(({ userId, sessionId, workspaceId }, at) => ({
    at,
    user_id: userId,
    session_id: sessionId,
    workspace_id: workspaceId,
  }));
  const rows = await runPrepared<{ at: number } & Access>(db, whoMayNotAll, [
    JSON.stringify(asked),
    now.toISOString(),
  ]);
  return new Map(rows.map(({ at, ...access }) => [at, access]));
}

const whoMayNotAll = `
  SELECT at, why, sight FROM (
    SELECT a.at, ${sightText("$2")} AS sight,
      CASE WHEN members.user_id IS NULL THEN 'removed' WHEN s.id IS NULL THEN 'signed_out'
        WHEN svar_lacks_factor(a.workspace_id, a.user_id, a.session_id) THEN 'factor' END AS why
    FROM json_to_recordset($1::text::json) AS a (at integer, user_id text, session_id text, workspace_id uuid)
    LEFT JOIN sessions s ON s.id = a.session_id AND s.user_id = a.user_id AND s.expires_at > $2::text::timestamptz
    LEFT JOIN members ON members.workspace_id = a.workspace_id AND members.user_id = a.user_id) AS each
  WHERE why IS NOT NULL OR sight IS NOT NULL`;
