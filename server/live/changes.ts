import { sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { runPrepared, type Statements } from "#db/prepared.ts";
import type { Ctx } from "#server/context.ts";
import { everybodys, type LiveKind, type LiveMessage, noTeams } from "./events.ts";
import { areCustomers, heardBy } from "./heard-by.ts";
import { canResume, keptMinutes, readPosition, snapshotOf } from "./rules.ts";

/** Whose changes are asked for, and since which position. */
export type Since = { workspaceId: string; position: string };

/** The kinds that changed, and who sees what did; "resync" when that cannot be told for sure. */
export type Change = { kinds: LiveKind[]; seenBy: string[] } | "resync";

/** What changed in the workspace with the index `at`. */
export type Changes = { position: string; changed: Change[] };

/** Notes in the running transaction of a workspace what it changes on screens, and whose. What only wakes the worker is none of that. */
export async function noteChanges(tx: Tx, nudges: Parameters<Ctx["nudge"]>[]): Promise<void> {
  const kinds = new Set(nudges.map(([kind]) => kind));
  kinds.delete("outbox");
  if (kinds.size === 0) return;
  const named = nudges.flatMap(([kind, id]) => (id && areCustomers(kind) ? [{ kind, id }] : []));
  const rows = named.filter(({ id }) => isId.test(id));
  const said = named.filter(({ id }) => words.includes(id)).map(({ kind, id }) => `${kind} ${id}`);
  const params = [[...kinds].join(), [...new Set(said)].join()];
  if (rows.length === 0) await runPrepared(tx, noteKinds, params);
  else {
    const [of, ids] = [rows.map(({ kind }) => kind), rows.map(({ id }) => id)];
    await runPrepared(tx, noteRows, [...params, of.join(), ids.join()]);
  }
}

const words = [everybodys, noTeams];
/** What is none names nobody; a word about a change must not be why that fails. */
const isId = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;
const noteKinds = "SELECT svar_note_change(string_to_array($1, ','), string_to_array($2, ','))";
const noteRows = `SELECT svar_note_change(string_to_array($1, ','), string_to_array($2, ',')
  || svar_who_sees(string_to_array($3, ','), string_to_array($4, ',')::uuid[]))`;

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
  const rows = await runPrepared<{
    position: string;
    at: number | null;
    kinds: LiveKind[];
    seenBy: string[];
  }>(db, statement, [JSON.stringify(asked)]);
  const { position } = rows[0]!;
  const found = new Map(rows.map(({ at, kinds, seenBy }) => [at, { kinds, seenBy }]));
  const changed = sinces.map((since, at) =>
    canResume(since.position, position) ? (found.get(at) ?? nothing) : ("resync" as const),
  );
  return { position, changed };
}

const nothing = { kinds: [], seenBy: [] };

const since = (what: string) => `ARRAY(
    SELECT DISTINCT one FROM live_changes c, unnest(c.${what}) AS one
    WHERE c.workspace_id = a.workspace_id
      AND c.transaction >= pg_snapshot_xmin(a.snapshot)
      AND NOT pg_visible_in_snapshot(c.transaction, a.snapshot)
    ORDER BY one)`;

const statement = `
  SELECT svar_position() AS position, a.at, ${since("kinds")} AS kinds, ${since("seen_by")} AS "seenBy"
  FROM (VALUES (1)) AS one
  LEFT JOIN json_to_recordset($1::text::json) AS a (at integer, workspace_id uuid, snapshot pg_snapshot) ON true`;

/** The same for one workspace, in its own transaction: what the acting member may hear of it. */
export async function changesSince(ctx: Ctx, position: string): Promise<LiveMessage> {
  const { changed, ...now } = await readChanges(ctx.db, [{ workspaceId: ctx.workspaceId, position }]);
  return { ...now, changed: heardBy(changed[0]!, ctx.sight) };
}

/** Deletes the changes nobody goes on from any more; of all workspaces, as svar_door. */
export async function forgetChanges(tx: Db | Tx): Promise<void> {
  await tx.execute(sql`DELETE FROM live_changes WHERE at < now() - ${keptMinutes} * interval '1 minute'`);
}
