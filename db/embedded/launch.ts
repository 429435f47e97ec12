import { closeSync, openSync, readFileSync, statSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { environment } from "./cluster.ts";
import { isAlive } from "./os-process.ts";
import type { OsUser } from "./os-user.ts";
import { clearStaleLock, type Postmaster, readPidFile } from "./postmaster.ts";
import type { Programs } from "./programs.ts";

export type Launch = {
  programs: Programs;
  user: OsUser;
  folder: string;
  logFile: string;
  port: number;
  settings: Record<string, string>;
};

/**
 * Starts the server on an existing cluster and waits until it takes connections; after a crash that
 * includes the recovery. It runs in a session of its own, so that Ctrl-C in the terminal reaches the
 * processes that use it first.
 *
 * @throws with the end of its log when it does not start.
 */
export async function launch(options: Launch): Promise<Postmaster> {
  const deadline = performance.now() + 10_000;
  for (;;) {
    const outcome = await attempt(options);
    if (typeof outcome === "object") return outcome;
    // Backends of a killed server hold its memory for a moment after it.
    const held = outcome.includes("pre-existing shared memory block");
    if (!held || performance.now() > deadline)
      throw new Error(
        `The embedded PostgreSQL did not start. Its log (${options.logFile}) ends with:\n${outcome}`,
      );
    await sleep(250);
  }
}

/** The running server, or what it wrote into its log before it gave up. */
async function attempt({
  programs,
  user,
  folder,
  logFile,
  port,
  settings,
}: Launch): Promise<Postmaster | string> {
  clearStaleLock(folder);
  const log = openSync(logFile, "a", 0o600);
  const from = statSync(logFile).size;
  const flags = Object.entries({ ...defaults, port: String(port), ...settings }).flatMap(([name, value]) => [
    "-c",
    `${name}=${value}`,
  ]);
  const child = user.spawn(programs.postgres, ["-D", folder, ...flags], {
    stdio: ["ignore", log, log],
    detached: true,
    cwd: folder,
    env: environment,
  });
  closeSync(log);
  let failure = "";
  child.on("error", (error) => {
    failure = error.message;
  });
  child.unref();
  for (;;) {
    const noted = readPidFile(folder);
    if (noted?.pid === child.pid && noted?.ready) return noted;
    if (failure || !child.pid || child.exitCode !== null || !isAlive(child.pid)) {
      return failure || readFileSync(logFile).subarray(from).toString("utf8").slice(-4_000);
    }
    await sleep(20);
  }
}

/** For two cores and a machine that does other things too; reached over loopback only. */
const defaults = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "200",
  shared_buffers: "256MB",
  effective_cache_size: "1GB",
  maintenance_work_mem: "128MB",
  work_mem: "8MB",
  max_wal_size: "2GB",
  checkpoint_timeout: "15min",
  random_page_cost: "1.1",
  synchronous_commit: "on",
  timezone: "UTC",
  log_timezone: "UTC",
  log_line_prefix: "%m [%p] ",
};
