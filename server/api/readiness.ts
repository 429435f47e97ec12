import { sql } from "drizzle-orm";
import { pendingMigrations } from "#db/migrate.ts";
import { atTheDoor } from "#server/context.ts";
import type { Runtime } from "#server/entry.ts";

export type Check = { ok: true } | { ok: false; problem: string };
export type Readiness = {
  ready: boolean;
  checks: { database: Check; migrations: Check; queue: Check & { oldestDueSeconds: number | null } };
};

/** Mail and tasks that waited longer than this say that no worker does its work. */
export const longestLagSeconds = 15 * 60;

/** Whether this process can serve: the database answers, its schema is the newest, and what is due gets done. */
export async function readiness(rt: Runtime): Promise<Readiness> {
  const database = await databaseCheck(rt);
  const migrations = database.ok ? await migrationsCheck(rt) : unknown;
  const queue = database.ok && migrations.ok ? await queueCheck(rt) : { ...unknown, oldestDueSeconds: null };
  return { ready: database.ok && migrations.ok && queue.ok, checks: { database, migrations, queue } };
}

/** What is said before the process could even open its connections. */
export function notReady(error: unknown): Readiness {
  const database = { ok: false as const, problem: reasonOf(error) };
  return {
    ready: false,
    checks: { database, migrations: unknown, queue: { ...unknown, oldestDueSeconds: null } },
  };
}

const unknown = { ok: false as const, problem: "Not looked at, because what it stands on failed." };

async function databaseCheck(rt: Runtime): Promise<Check> {
  try {
    await rt.connection.sql`SELECT 1`;
    return { ok: true };
  } catch (error) {
    return { ok: false, problem: reasonOf(error) };
  }
}

/** The kind of failure only; addresses and user names stay in the log. */
function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
  return `The database does not answer${code}.`;
}

async function migrationsCheck(rt: Runtime): Promise<Check> {
  const pending = await pendingMigrations(rt.connection.sql);
  return pending.length === 0
    ? { ok: true }
    : { ok: false, problem: `Not run yet: ${pending.join(", ")}. Run npm run migrate.` };
}

async function queueCheck(rt: Runtime): Promise<Check & { oldestDueSeconds: number | null }> {
  const oldestDueSeconds = largest(await oldestMail(rt), await oldestTask(rt));
  if (oldestDueSeconds === null || oldestDueSeconds <= longestLagSeconds)
    return { ok: true, oldestDueSeconds };
  const minutes = Math.floor(oldestDueSeconds / 60);
  return {
    ok: false,
    problem: `Mail or a task has been due for ${minutes} minutes. Is a worker running?`,
    oldestDueSeconds,
  };
}

/** Mail of a campaign that is paused or outside its sending hours is not due; the database's clock decides, as it does for the worker. */
async function oldestMail(rt: Runtime): Promise<number | null> {
  const [row] = await atTheDoor(rt.connection.db, (tx) =>
    tx.execute<{ seconds: number | null }>(sql`
      SELECT extract(epoch FROM now() - min(m.next_attempt_at))::float8 AS seconds
      FROM outbound_mails m
      JOIN workspaces w ON w.id = m.workspace_id
      LEFT JOIN campaigns c ON c.workspace_id = m.workspace_id AND c.id = m.campaign_id
      WHERE m.state IN ('queued', 'deferred') AND m.next_attempt_at <= now()
        AND (c.id IS NULL OR (c.state = 'running' AND svar_within_hours(c.sending_hours, coalesce(m.timezone, w.timezone), now())))`),
  );
  return row!.seconds;
}

async function oldestTask(rt: Runtime): Promise<number | null> {
  const [row] = await rt.connection.sql<{ seconds: number | null }[]>`
    SELECT extract(epoch FROM now() - min(start_after))::float8 AS seconds
    FROM pgboss.job WHERE state IN ('created', 'retry') AND start_after <= now()`;
  return row!.seconds;
}

function largest(...seconds: (number | null)[]): number | null {
  const known = seconds.filter((one) => one !== null);
  return known.length > 0 ? Math.round(Math.max(...known)) : null;
}
