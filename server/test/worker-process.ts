import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..");

export type WorkerProcess = {
  pid: number;
  /** What it said last when it ended without having been told to; else null. */
  crashed(): string | null;
  /** Resolves with the exit code when it has ended; null when the signal ended it. */
  kill(signal: "SIGKILL" | "SIGTERM"): Promise<number | null>;
};

/** So much of what it says is kept: what a process says as it ends has a stack in it. */
const keptLength = 4_000;

/** A worker process as production has it. Resolves when it says that it is ready. @throws when it ends before. */
export async function startWorkerProcess(env: Record<string, string>): Promise<WorkerProcess> {
  const args = [
    "--max-semi-space-size=8",
    "--max-old-space-size=512",
    "--import",
    "./server/start/preload.ts",
    "--import",
    "tsx",
    "server/worker/main.ts",
  ];
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH, NODE_ENV: "production", MAIL_IN_PORT: `${await freePort()}`, ...env },
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  let told = false;
  let untold: number | string | null = null;
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => {
      said = (said + String(chunk)).slice(-keptLength);
    });
  const exit = once(child, "exit").then(([code, signal]: (number | string | null)[]) => {
    if (!told) untold = code ?? signal ?? null;
    return typeof code === "number" ? code : null;
  });
  await untilReady(child, () => said);
  return {
    pid: child.pid!,
    crashed: () => (untold === null ? null : `worker ${child.pid} ended by itself with ${untold}:\n${said}`),
    kill(signal) {
      told = true;
      child.kill(signal);
      return exit;
    },
  };
}

function untilReady(child: ChildProcess, said: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    const listen = () => {
      if (!said().includes("worker ready")) return;
      child.stdout?.off("data", listen);
      child.stderr?.off("data", listen);
      resolve();
    };
    child.stdout?.on("data", listen);
    child.stderr?.on("data", listen);
    child.once("exit", (code) => reject(new Error(`the worker ended with ${code}: ${said()}`)));
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address ? address.port : 0;
}
