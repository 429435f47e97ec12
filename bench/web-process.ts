import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { root } from "./processes.ts";

type WebProcess = {
  /** Whether it ended without having been told to, and what it said last. */
  crashed(): string | null;
  kill(signal: "SIGKILL" | "SIGTERM"): Promise<void>;
};

const patienceMs = 300_000;

/** A web process as production has it, on PORT of `env`. Resolves when it answers. */
export async function startWebProcess(env: Record<string, string>): Promise<WebProcess> {
  const child = spawn(process.execPath, ["--import", "./server/start/preload.ts", "server/start/web.ts"], {
    cwd: root,
    env: { PATH: process.env.PATH, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  let told = false;
  let untold: number | string | null = null;
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => {
      said = (said + String(chunk)).slice(-3_000);
    });
  const gone = once(child, "exit").then(([code, signal]: (number | string | null)[]) => {
    if (!told) untold = code ?? signal ?? null;
  });
  await untilHealthy(child, `http://127.0.0.1:${env.PORT}/api/health`, () => said);
  return {
    crashed: () => (untold === null ? null : `web ${child.pid} ended by itself with ${untold}:\n${said}`),
    async kill(signal) {
      told = true;
      child.kill(signal);
      await gone;
    },
  };
}

async function untilHealthy(child: ChildProcess, url: string, said: () => string): Promise<void> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const healthy = await fetch(url, { signal: AbortSignal.timeout(5_000) }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (healthy) return;
    if (child.exitCode !== null || performance.now() > deadline) {
      child.kill("SIGKILL");
      throw new Error(`the web process does not answer:\n${said()}`);
    }
    await sleep(200);
  }
}
