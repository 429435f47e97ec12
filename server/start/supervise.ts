import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";

export type PartOptions = {
  name: string;
  /** Arguments of node. */
  args: string[];
  env: NodeJS.ProcessEnv;
  onLine(line: string, from: "stdout" | "stderr"): void;
  onStart(pid: number): void;
  /** It ended by itself and is started again in `againInMs`. */
  onEnd(how: string, againInMs: number): void;
};

export type Part = {
  name: string;
  /** How often it has ended by itself. */
  deaths(): number;
  /** Ends it so that it starts afresh. */
  restart(): void;
  /** Asks it to end; kills it after `graceMs`. */
  stop(graceMs: number): Promise<void>;
};

const firstDelayMs = 250;
const mostDelayMs = 15_000;
const healthyMs = 30_000;

/**
 * Keeps a Node process running: one that ends by itself is started again, after a pause that doubles from
 * 0.25 s to 15 s and begins anew once it has lasted 30 s. It runs in a session of its own, so that Ctrl-C
 * in the terminal reaches only the supervisor, which then stops its parts in order.
 */
export function supervise(options: PartOptions): Part {
  let child: ChildProcess;
  let wanted = true;
  let restarting = false;
  let deaths = 0;
  let delayMs = firstDelayMs;
  let timer: NodeJS.Timeout | undefined;

  function start(): void {
    const began = performance.now();
    restarting = false;
    child = spawnPart(options);
    child.once("close", (code, signal) => {
      if (!wanted) return;
      if (performance.now() - began > healthyMs) delayMs = firstDelayMs;
      const pause = restarting ? 0 : delayMs;
      if (!restarting) {
        deaths += 1;
        delayMs = Math.min(delayMs * 2, mostDelayMs);
        options.onEnd(signal ? `was ended by ${signal}` : `ended with code ${code}`, pause);
      }
      timer = setTimeout(start, pause);
    });
  }

  start();
  return {
    name: options.name,
    deaths: () => deaths,
    restart() {
      restarting = true;
      child.kill("SIGTERM");
    },
    async stop(graceMs) {
      wanted = false;
      clearTimeout(timer);
      await end(child, graceMs);
    },
  };
}

function spawnPart({ args, env, onLine, onStart }: PartOptions): ChildProcess {
  const child = spawn(process.execPath, args, {
    env,
    detached: true,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  for (const from of ["stdout", "stderr"] as const) {
    createInterface({ input: child[from]! }).on("line", (line) => onLine(line, from));
  }
  child.on("error", () => {});
  if (child.pid) onStart(child.pid);
  return child;
}

async function end(child: ChildProcess, graceMs: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || !child.pid) return;
  const closed = new Promise((resolve) => child.once("close", resolve));
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), graceMs);
  await closed;
  clearTimeout(timer);
}
