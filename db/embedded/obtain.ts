import { chmodSync, existsSync, mkdirSync, realpathSync, statSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import {
  type Access,
  createRolesAndDatabase,
  freePort,
  newAccess,
  readAccess,
  writeAccess,
} from "./access.ts";
import { createCluster, hasCluster } from "./cluster.ts";
import { launch } from "./launch.ts";
import { osUser } from "./os-user.ts";
import { runningPostmaster } from "./postmaster.ts";
import { copyPrograms, findPrograms } from "./programs.ts";

export type ObtainOptions = {
  /** Told in a few words what takes a moment. */
  onProgress?: (text: string) => void;
  /** PostgreSQL settings besides the defaults. */
  settings?: Record<string, string>;
};

export type Obtained = Access & { pid: number; reused: boolean };

/** A PostgreSQL that takes connections on the cluster of `dataDir`, with the roles and the database `svar`. */
export async function obtain(dataDir: string, options: ObtainOptions): Promise<Obtained> {
  const access = readAccess(dataDir) ?? (await newAccess());
  const adopted = hasCluster(clusterOf(dataDir)) ? await adopt(dataDir, access) : null;
  if (adopted) return adopted;
  const launched = await launchCluster(dataDir, access, options);
  await createRolesAndDatabase(launched);
  return launched;
}

/** A server that an earlier run left, unless it is just ending; it may be in recovery, or told to stop a moment ago. */
async function adopt(dataDir: string, access: Access): Promise<Obtained | null> {
  const deadline = performance.now() + 60_000;
  for (;;) {
    const running = runningPostmaster(clusterOf(dataDir));
    if (!running) return null;
    const found = { ...access, port: running.port, pid: running.pid, reused: true };
    const reached =
      running.ready &&
      (await createRolesAndDatabase(found).then(
        () => true,
        () => false,
      ));
    if (reached) return found;
    if (performance.now() > deadline)
      throw new Error(
        `A PostgreSQL (process ${running.pid}) holds ${clusterOf(dataDir)} and does not answer. End it and try again.`,
      );
    await sleep(100);
  }
}

/** Where the cluster of a data folder is, by its real path: that is how its server is recognised. */
export function clusterOf(dataDir: string): string {
  return join(existsSync(dataDir) ? realpathSync(dataDir) : dataDir, "postgres");
}

async function launchCluster(
  dataDir: string,
  access: Access,
  { onProgress, settings = {} }: ObtainOptions,
): Promise<Obtained> {
  openToPostgres(dataDir);
  const folder = clusterOf(dataDir);
  const user = osUser(dataDir);
  const found = await findPrograms();
  const programs = user.runs(found.postgres) ? found : copyPrograms(found);
  const port = await freePort(access.port);
  writeAccess(dataDir, { ...access, port });
  if (!hasCluster(folder)) {
    onProgress?.("setting up a database");
    await createCluster(programs, user, folder, access.ownerPassword);
  }
  const logFile = join(dataDir, "postgres.log");
  if (existsSync(logFile) && statSync(logFile).size > 10_000_000) truncateSync(logFile);
  const { pid } = await launch({ programs, user, folder, logFile, port, settings });
  return { ...access, port, pid, reused: false };
}

/** Under root the server runs as another user, who must be able to pass through, but not look around. */
function openToPostgres(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  if (process.getuid?.() === 0) chmodSync(dataDir, 0o711);
}
