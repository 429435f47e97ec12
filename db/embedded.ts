import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DatabaseUrls, readAccess, urlsOf } from "./embedded/access.ts";
import { keep } from "./embedded/keeper.ts";
import { clusterOf, type Obtained, type ObtainOptions, obtain } from "./embedded/obtain.ts";
import { isAlive } from "./embedded/os-process.ts";
import { runningPostmaster, type StopMode, stopPostmaster } from "./embedded/postmaster.ts";

/** A running PostgreSQL of our own. It ends with this process, even when that is killed. */
export type EmbeddedPostgres = DatabaseUrls & {
  /** Logs in as the superuser: for tests, and what only it may. */
  adminUrl: string;
  pid: number;
  port: number;
  /** Whether a server left by an earlier run was taken over. */
  reused: boolean;
  /** Calls `listener` once when the server is gone without `stop` having been called. */
  onLost(listener: () => void): void;
  stop(mode?: StopMode): Promise<void>;
};

/**
 * The PostgreSQL whose data is in `dataDir`/postgres: set up at the first start, started when it does not
 * run, taken over when a killed run left it running. Its port is chosen once and kept while it is free.
 *
 * @throws in words for a person when PostgreSQL can't be set up, started, or reached.
 */
export async function startEmbeddedPostgres(
  dataDir: string,
  options: ObtainOptions = {},
): Promise<EmbeddedPostgres> {
  const access = await obtain(dataDir, options);
  return supervised(dataDir, access, null);
}

/** The addresses of the PostgreSQL of `dataDir` when it runs, without starting it; else null. */
export function findEmbeddedPostgres(dataDir: string): DatabaseUrls | null {
  const access = readAccess(dataDir);
  const running = runningPostmaster(clusterOf(dataDir));
  return access && running?.ready ? urlsOf({ ...access, port: running.port }) : null;
}

/**
 * A PostgreSQL in a folder of its own, which `stop` deletes (and a kill of this process, too).
 * It forgoes durability for speed unless `durable`, which measurements and crash tests need.
 */
export async function startTemporaryPostgres(
  options: ObtainOptions & { durable?: boolean } = {},
): Promise<EmbeddedPostgres> {
  const dataDir = mkdtempSync(join(tmpdir(), "svar-postgres-"));
  const settings = { ...(options.durable ? {} : forgetful), ...options.settings };
  try {
    const access = await obtain(dataDir, { ...options, settings });
    return supervised(dataDir, access, dataDir);
  } catch (error) {
    rmSync(dataDir, { recursive: true, force: true });
    throw error;
  }
}

const forgetful = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

function supervised(dataDir: string, started: Obtained, rubbish: string | null): EmbeddedPostgres {
  const { pid, port, reused } = started;
  const keeper = keep(pid, clusterOf(dataDir), rubbish);
  let watch: NodeJS.Timeout | undefined;
  return {
    ...urlsOf(started),
    pid,
    port,
    reused,
    onLost(listener) {
      watch = setInterval(() => {
        if (isAlive(pid)) return;
        clearInterval(watch);
        keeper.release();
        listener();
      }, 250).unref();
    },
    async stop(mode = "fast") {
      clearInterval(watch);
      keeper.release();
      await stopPostmaster(pid, mode);
      if (rubbish) rmSync(rubbish, { recursive: true, force: true });
    },
  };
}
