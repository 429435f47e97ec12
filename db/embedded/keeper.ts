import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";

export type Keeper = { release(): void };

/**
 * A shell that outlives this process by a moment: it waits on a pipe, and when this process dies without a
 * word, stops the PostgreSQL it was using and removes `rubbish`. So a kill -9 leaves no server behind.
 * `release()` tells it to let everything be.
 */
export function keep(pid: number, folder: string, rubbish: string | null): Keeper {
  if (process.platform === "win32") return { release: () => {} };
  const args = ["-c", script, "svar-keeper", String(pid), join(folder, "postmaster.pid"), rubbish ?? ""];
  const shell = spawn("sh", args, { stdio: ["pipe", "ignore", "ignore"], detached: true, cwd: "/" });
  shell.unref();
  return { release: () => release(shell) };
}

const script = `
read -r word && exit
runs() { [ "$(head -n 1 "$2" 2>/dev/null)" = "$1" ]; }
if runs "$1" "$2"; then kill -INT "$1"; fi
while runs "$1" "$2"; do sleep 0.1; done
if [ -n "$3" ]; then rm -rf "$3"; fi
`;

function release(shell: ChildProcess): void {
  shell.stdin?.on("error", () => {});
  shell.stdin?.end("leave\n");
}
