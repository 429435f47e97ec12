import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { commandLine, exists, isAlive, signal, untilGone } from "./os-process.ts";

/** What PostgreSQL writes about itself into its data folder. */
export type Postmaster = { pid: number; port: number; ready: boolean };

/** The server that runs on the cluster in `folder`, whoever started it; null when none does. */
export function runningPostmaster(folder: string): Postmaster | null {
  const noted = readPidFile(folder);
  return noted && isAlive(noted.pid) && serves(noted.pid, folder) ? noted : null;
}

/**
 * Removes a lock file left by a killed server when its number still exists but is no server: it belongs to
 * a stranger by now, or to a zombie that nobody reaps. PostgreSQL would take either for its predecessor
 * and refuse to start. When nothing has the number PostgreSQL clears the file itself.
 */
export function clearStaleLock(folder: string): void {
  const noted = readPidFile(folder);
  if (noted && exists(noted.pid) && !runningPostmaster(folder))
    rmSync(join(folder, "postmaster.pid"), { force: true });
}

/** "fast" ends sessions and writes everything out; "immediate" is a crash, recovered from at the next start. */
export type StopMode = "fast" | "immediate";

/** Stops the server and waits until it is gone; one that does not go within 30 s is stopped at once. */
export async function stopPostmaster(pid: number, mode: StopMode): Promise<void> {
  signal(pid, mode === "fast" ? "SIGINT" : "SIGQUIT");
  if (await untilGone(pid, 30_000)) return;
  signal(pid, "SIGQUIT");
  if (!(await untilGone(pid, 10_000))) signal(pid, "SIGKILL");
}

/** Lines of postmaster.pid, in PostgreSQL's src/include/utils/pidfile.h: 1 number, 2 folder, 4 port, 8 status. */
export function readPidFile(folder: string): Postmaster | null {
  try {
    const lines = readFileSync(join(folder, "postmaster.pid"), "utf8").split("\n");
    const pid = Number(lines[0]);
    return pid > 0 ? { pid, port: Number(lines[3]), ready: lines[7]?.trim() === "ready" } : null;
  } catch {
    return null;
  }
}

/** Whether that process is a PostgreSQL on this very folder, by its command line: `postgres -D <folder> …`. */
function serves(pid: number, folder: string): boolean {
  const command = commandLine(pid);
  return command.includes("postgres") && command.includes(`-D ${folder} `);
}
