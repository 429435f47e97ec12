import { migrate } from "#db/migrate.ts";
import { EnvironmentError, loadDotEnv, readSettings } from "#server/env.ts";
import { installQueue } from "#server/queue/queue.ts";

/**
 * Brings the database at `ownerUrl` to the newest schema, tables and queue, and lets `loginRole` use it.
 * Returns the names of the migrations that ran. Safe to run at any time and by several processes at once.
 */
export async function prepareDatabase(ownerUrl: string, loginRole: string | undefined): Promise<string[]> {
  const ran = await migrate(ownerUrl, loginRole ? { loginRole } : {});
  await installQueue(ownerUrl, loginRole);
  return ran;
}

/** The login that `url` names. */
export function loginOf(url: string): string {
  return decodeURIComponent(new URL(url).username);
}

if (import.meta.main) await main();

/** `npm run migrate`: for the database of the environment. */
async function main(): Promise<void> {
  try {
    loadDotEnv();
    const { DATABASE_URL, DATABASE_DIRECT_URL, MIGRATE_DATABASE_URL } = readSettings();
    if (!DATABASE_URL) {
      throw new EnvironmentError([
        "DATABASE_URL must be set: the database to migrate. (`npm start` migrates the embedded one by itself.)",
      ]);
    }
    const ran = await prepareDatabase(
      MIGRATE_DATABASE_URL ?? DATABASE_DIRECT_URL ?? DATABASE_URL,
      loginOf(DATABASE_URL),
    );
    console.log(
      ran.length > 0 ? `migrated: ${ran.join(", ")}` : "The database is at the newest version already.",
    );
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
