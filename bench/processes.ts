import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";

export const root = join(import.meta.dirname, "..");

/** A free port on this machine. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(address && typeof address === "object" ? address.port : 0));
    });
  });
}

/** Runs a program to its end. @throws with what it printed when it fails. */
export async function run(program: string[], env: Record<string, string> = {}, cwd = root): Promise<void> {
  const child = start(program, env, cwd);
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (data) => said.push(String(data)));
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (code !== 0) throw new Error(`${program.join(" ")} failed:\n${said.join("")}`);
}

export type Served = { pid: number; stop(): Promise<void> };

/** Starts a web server and waits until `url` answers. */
export async function serve(
  program: string[],
  env: Record<string, string>,
  url: string,
  cwd = root,
): Promise<Served> {
  const child = start(program, env, cwd);
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (data) => said.push(String(data)));
  const deadline = Date.now() + 60_000;
  while (
    !(await fetch(url).then(
      () => true,
      () => false,
    ))
  ) {
    if (Date.now() > deadline || child.exitCode !== null)
      throw new Error(`${program.join(" ")} does not answer:\n${said.join("")}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { pid: child.pid!, stop: () => end(child) };
}

/** The memory that a process holds, in MB. */
export function heldBy(pid: number): number {
  return Math.round(Number(execFileSync("ps", ["-o", "rss=", "-p", `${pid}`], { encoding: "utf8" })) / 1024);
}

/** Ends a process that was started here, and waits for it. */
export async function end(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once("close", resolve));
  child.kill("SIGTERM");
  const killer = setTimeout(() => child.kill("SIGKILL"), 10_000);
  await ended;
  clearTimeout(killer);
}

function start([program, ...args]: string[], env: Record<string, string>, cwd: string): ChildProcess {
  return spawn(program!, args, {
    cwd,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
}
