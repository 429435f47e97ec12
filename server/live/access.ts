import { runPrepared, type Statements } from "#db/prepared.ts";

/** Who listens: a person, by which session, and the workspace they were let into. */
export type Listener = { userId: string; sessionId: string; workspaceId: string };

export type Lost = "signed_out" | "removed" | "factor";

/**
 * Which of `listeners` may listen no longer, and why, by their index: they are no members any more, or else their session
 * was ended or has expired at `now`, or the workspace demands a second factor and they have none. One statement for all
 * of them, as svar_door.
 */
export async function lostAccess(
  db: Statements,
  listeners: readonly Listener[],
  now: Date,
): Promise<Map<number, Lost>> {
  const asked = listeners.map(({ userId, sessionId, workspaceId }, at) => ({
    at,
    user_id: userId,
    session_id: sessionId,
    workspace_id: workspaceId,
  }));
  const rows = await runPrepared<{ at: number; why: Lost }>(db, whoMayNot, [
    JSON.stringify(asked),
    now.toISOString(),
  ]);
  return new Map(rows.map(({ at, why }) => [at, why]));
}

const whoMayNot = `
  SELECT a.at, CASE WHEN m.user_id IS NULL THEN 'removed' WHEN s.id IS NULL THEN 'signed_out' ELSE 'factor' END AS why
  FROM json_to_recordset($1::text::json) AS a (at integer, user_id text, session_id text, workspace_id uuid)
  LEFT JOIN sessions s ON s.id = a.session_id AND s.user_id = a.user_id AND s.expires_at > $2::text::timestamptz
  LEFT JOIN members m ON m.workspace_id = a.workspace_id AND m.user_id = a.user_id
  WHERE m.user_id IS NULL OR s.id IS NULL OR svar_lacks_factor(a.workspace_id, a.user_id, a.session_id)`;
