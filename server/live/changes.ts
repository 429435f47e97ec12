import { sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { runPrepared, type Statements } from "#db/prepared.ts";
import type { Ctx } from "#server/context.ts";
import type { LiveKind, LiveMessage } from "./events.ts";
import { canResume, keptMinutes, readPosition, snapshotOf } from "./rules.ts";

/** Whose changes are asked for, and since which position. */
export type Since = { workspaceId: string; position: string };

/** What changed in the workspace with the index `at`; "resync" when that cannot be told for sure. */
export type Changes = { position: string; changed: (LiveKind[] | "resync")[] };

/** Notes in the running transaction of a workspace what it changes on screens. What only wakes the worker is none of that. */
export async function noteChanges(tx: Tx, nudges: Parameters<Ctx["nudge"]>[]): Promise<void> {
  const seen = new Set(nudges.map(([kind]) => kind));
  seen.delete("outbox");
  if (seen.size > 0)
    await runPrepared(tx, "SELECT svar_note_change(string_to_array($1, ','))", [[...seen].join()]);
}

/** Where the database stands now: all that is read after this is of this position or a later one. */
export async function positionNow(db: Statements): Promise<string> {
  const [row] = await runPrepared<{ position: string }>(db, "SELECT svar_position() AS position", []);
  return row!.position;
}

/**
 * What changed since each of `sinces`, in their order, and the one position that all of it is told until. Exactly
 * the transactions that the older position did not see, and none twice; one statement for all of them.
 */
export async function readChanges(db: Statements, sinces: readonly Since[]): Promise<Changes> {
  const asked = sinces.flatMap(({ workspaceId, position }, at) =>
    readPosition(position) ? [{ at, workspace_id: workspaceId, snapshot: snapshotOf(position) }] : [],
  );
  const rows = await runPrepared<{ position: string; at: number | null; kinds: LiveKind[] }>(db, statement, [
    JSON.stringify(asked),
  ]);
  const { position } = rows[0]!;
  const kinds = new Map(rows.map((row) => [row.at, row.kinds]));
  const changed = sinces.map((since, at) =>
    canResume(since.position, position) ? (kinds.get(at) ?? []) : ("resync" as const),
  );
  return { position, changed };
}

const statement = `
  SELECT svar_position() AS position, a.at, ARRAY(
    SELECT DISTINCT kind FROM live_changes c, unnest(c.kinds) AS kind
    WHERE c.workspace_id = a.workspace_id
      AND c.transaction >= pg_snapshot_xmin(a.snapshot)
      AND NOT pg_visible_in_snapshot(c.transaction, a.snapshot)
    ORDER BY kind) AS kinds
  FROM (VALUES (1)) AS one
  LEFT JOIN json_to_recordset($1::text::json) AS a (at integer, workspace_id uuid, snapshot pg_snapshot) ON true`;

/** The same for one workspace, in its own transaction. */
export async function changesSince(ctx: Ctx, position: string): Promise<LiveMessage> {
  const { changed, ...now } = await readChanges(ctx.db, [{ workspaceId: ctx.workspaceId, position }]);
  return { ...now, changed: changed[0]! };
}

/** Deletes the changes nobody goes on from any more; of all workspaces, as svar_door. */
export async function forgetChanges(tx: Db | Tx): Promise<void> {
  await tx.execute(sql`DELETE FROM live_changes WHERE at < now() - ${keptMinutes} * interval '1 minute'`);
}
