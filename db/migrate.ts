import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres, { type Sql, type TransactionSql } from "postgres";
import { letReadersRead } from "./readers.ts";
import { sqlStateOf } from "./sql-state.ts";

// In a bundle of Next there is no dirname; every process runs in the folder of package.json.
const ours = join(import.meta.dirname ?? join(process.cwd(), "db"), "migrations");
const lockKey = 7_355_608;
/** Whoever wants to write to a table waits behind a migration that waits for it: so it waits 5 s, lets them pass, and tries again. */
const lockTimeout = "5s";
/** Others look whether they wait for each other after a second. */
const deadlockTimeout = "100ms";
const mostTries = 30;
const longestPauseMs = 20_000;

/**
 * Brings the database at `ownerUrl` to the newest schema: every file of `migrations/` that has not run
 * yet, in order of its name, each in a transaction of its own, in which no lock is waited for longer than 5 s; then it is
 * tried again, some ten minutes long. Two callers at once are safe: the second waits. Then lets `loginRole` (default: the
 * owner itself) take on the application's roles. Returns the names of the files that ran.
 *
 * A file that begins with `-- outside a transaction` runs statement by statement, one a paragraph, each of which may be
 * run again (CONTRIBUTING.md, Migrations).
 *
 * @throws when a file that already ran has been edited since, or a statement fails.
 */
export async function migrate(
  ownerUrl: string,
  options: { loginRole?: string; folder?: string } = {},
): Promise<string[]> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`SELECT set_config('statement_timeout', '0', false), set_config('lock_timeout', '0', false)`;
    await giveWay(sql);
    await sql`SELECT pg_advisory_lock(${lockKey})`;
    await sql`CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY, sha256 text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`;
    const ran = await runPending(sql, options.folder ?? ours);
    const [row] = await sql<{ me: string }[]>`SELECT current_user AS me`;
    await sql`SELECT set_config('lock_timeout', ${lockTimeout}, false)`;
    await patiently(() => sql.begin((tx) => grantTo(tx, options.loginRole ?? row!.me)));
    await patiently(() => letReadersRead(sql));
    return ran;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/**
 * Where a migration and somebody who writes wait for each other, whoever looks first is ended, and that is to be the
 * migration: it tries again. Who may not set this (db/roles.ts) leaves it to chance.
 */
async function giveWay(sql: Sql): Promise<void> {
  await sql`
    SELECT set_config('deadlock_timeout', ${deadlockTimeout}, false)
    WHERE has_parameter_privilege('deadlock_timeout', 'SET')`;
}

/** The migrations that exist and have not run on the database behind `sql`, by name. */
export async function pendingMigrations(sql: Sql): Promise<string[]> {
  const [table] = await sql<
    { exists: boolean }[]
  >`SELECT to_regclass('public.migrations') IS NOT NULL AS exists`;
  const done = table!.exists ? await sql<{ name: string }[]>`SELECT name FROM migrations` : [];
  const names = new Set(done.map((row) => row.name));
  return (await migrationFiles(ours)).filter((name) => !names.has(name));
}

async function migrationFiles(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith(".sql")).sort();
}

async function runPending(sql: Sql, folder: string): Promise<string[]> {
  const done = new Map(
    (await sql<{ name: string; sha256: string }[]>`SELECT name, sha256 FROM migrations`).map((row) => [
      row.name,
      row.sha256,
    ]),
  );
  const ran: string[] = [];
  for (const name of await migrationFiles(folder)) {
    const text = await readFile(join(folder, name), "utf8");
    const sha256 = createHash("sha256").update(text).digest("hex");
    const before = done.get(name);
    if (before === sha256) continue;
    if (before) throw new Error(`Migration ${name} was edited after it ran. Put its change into a new file.`);
    await patiently(() => runFile(sql, name, text, sha256));
    ran.push(name);
  }
  return ran;
}

async function runFile(sql: Sql, name: string, text: string, sha256: string): Promise<void> {
  if (isOutside(text)) {
    await sql`SELECT set_config('lock_timeout', ${lockTimeout}, false)`;
    for (const statement of statementsOf(text)) await sql.unsafe(statement);
    await sql`INSERT INTO migrations (name, sha256) VALUES (${name}, ${sha256})`;
    return;
  }
  await sql.begin(async (tx) => {
    await tx`SELECT set_config('lock_timeout', ${lockTimeout}, true)`;
    await tx.unsafe(text);
    await tx`INSERT INTO migrations (name, sha256) VALUES (${name}, ${sha256})`;
  });
}

/** Whether the text of a migration says that it runs outside a transaction, as indexes that are built beside writers must. */
export const isOutside = (text: string): boolean => text.startsWith("-- outside a transaction");

/** Its paragraphs that say more than a comment. */
const statementsOf = (text: string) =>
  text
    .split("\n\n")
    .filter((part) => part.split("\n").some((line) => line.trim() !== "" && !line.startsWith("--")));

/** A lock that was not to be had in time, and what PostgreSQL ends so that others who wait for each other go on. */
const givenWay: ReadonlySet<string | null> = new Set(["55P03", "40P01"]);

/** `work`, again while it has to give way to others for a lock. */
async function patiently(work: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (!givenWay.has(sqlStateOf(error)) || tries === mostTries) throw error;
      await sleep(Math.min(500 * 2 ** tries, longestPauseMs));
    }
  }
}

/** The login may become svar_app, svar_team or svar_door for a transaction, svar_search in one function, and serves sign-in (users and sessions) itself. */
async function grantTo(sql: TransactionSql, login: string): Promise<void> {
  const role = sql(login);
  await sql`GRANT svar_app, svar_team, svar_door, svar_search TO ${role}`;
  await sql`GRANT SELECT ON migrations TO ${role}`;
  await sql`GRANT SELECT, INSERT, UPDATE, DELETE ON users, sessions, credentials, verifications, rate_limits, known_browsers, second_factors, recovery_codes, passkeys TO ${role}`;
  for (const table of ["users", "second_factors"]) {
    const [known] = await sql`
      SELECT 1 FROM pg_policy WHERE polrelid = ${table}::regclass AND polname = 'sign_in'
        AND polroles = ARRAY[(SELECT oid FROM pg_roles WHERE rolname = ${login})]`;
    if (known) continue;
    await sql`DROP POLICY IF EXISTS sign_in ON ${sql(table)}`;
    await sql`CREATE POLICY sign_in ON ${sql(table)} TO ${role} USING (true) WITH CHECK (true)`;
  }
}
