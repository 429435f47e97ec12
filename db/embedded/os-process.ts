import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** Whether the process runs. A zombie that nobody has reaped counts as gone: some containers never reap. */
export function isAlive(pid: number): boolean {
  return exists(pid) && processState(pid) !== "Z";
}

/** Whether the number is in use, be it by a zombie. */
export function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** When the process began, in a form only good for comparing, so that a number used again is not taken for the old process. Null when it is gone. */
export function beganAt(pid: number): string | null {
  if (!isAlive(pid)) return null;
  if (process.platform === "linux") return statFields(pid)?.[19] ?? null;
  return ps(pid, "lstart=");
}

/** The command line of a process, or "" when it is gone or hidden. */
export function commandLine(pid: number): string {
  if (process.platform !== "linux") return ps(pid, "command=") ?? "";
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
  } catch {
    return "";
  }
}

/** Waits until the process is gone, at most `timeoutMs`. Returns whether it is. */
export async function untilGone(pid: number, timeoutMs: number): Promise<boolean> {
  const deadline = performance.now() + timeoutMs;
  while (isAlive(pid)) {
    if (performance.now() > deadline) return false;
    await sleep(25);
  }
  return true;
}

/** Sends a signal; a process that is gone already is no error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}

function processState(pid: number): string | undefined {
  return process.platform === "linux" ? statFields(pid)?.[0] : undefined;
}

/** The fields of /proc/<pid>/stat from the third on: the second, the name, may itself hold spaces and parentheses. */
function statFields(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return undefined;
  }
}

function ps(pid: number, column: string): string | null {
  try {
    return execFileSync("ps", ["-o", column, "-p", String(pid)], { encoding: "utf8" }).trim() || null;
  } catch {
    return null;
  }
}
