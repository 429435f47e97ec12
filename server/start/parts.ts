import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { withoutAddresses } from "#server/without-addresses.ts";
import type { DataFolder, ProcessMark } from "./data-folder.ts";
import { markOf } from "./data-folder.ts";
import { logFile } from "./log-file.ts";
import { root } from "./root.ts";
import type { Say } from "./say.ts";
import { type Part, supervise } from "./supervise.ts";

export type PartsOptions = {
  env: NodeJS.ProcessEnv;
  dataDir: string;
  folder: DataFolder;
  tell: Say;
  /** Whether every line a part writes is shown, rather than warnings only. */
  verbose: boolean;
};

/**
 * The worker's young objects, rendered mails, die soon: with a heap that may grow it keeps twice the memory and sends no
 * faster (`bench send`: 230 MB instead of 490). `npm run worker` says the same.
 */
const smallHeap = ["--max-semi-space-size=8", "--max-old-space-size=512"];

/** The processes of the product, by name, with what node is to run. */
const programs = {
  mailbox: [join(root, "server", "mailbox", "main.ts")],
  worker: [...smallHeap, "--import", "tsx", join(root, "server", "worker", "main.ts")],
  web: [join(root, "server", "start", "web.ts")],
};

export type PartName = keyof typeof programs;

/** Starts the named parts, each with its log in `dataDir`/logs, and notes their processes in the data folder. */
export function startParts(names: PartName[], { env, dataDir, folder, tell, verbose }: PartsOptions): Part[] {
  const marks = new Map<string, ProcessMark>();
  const preload = pathToFileURL(join(root, "server", "start", "preload.ts")).href;
  return names.map((name) => {
    const write = logFile(join(dataDir, "logs", `${name}.log`));
    return supervise({
      name,
      args: ["--import", preload, ...programs[name]],
      env: name === "worker" ? withNextMetricsPort(env) : env,
      onLine(written, from) {
        const line = withoutAddresses(written);
        write(line);
        const shown = verbose ? line : worthTelling(line, from);
        if (shown) tell(name, shown);
      },
      onStart(pid) {
        marks.set(name, markOf(pid));
        folder.note({ parts: [...marks.values()] });
      },
      onEnd: (how, againInMs) => tell(name, `${how}; starting it again in ${againInMs / 1000} s`),
    });
  });
}

/** Two processes cannot share METRICS_PORT: the worker's is the one after the web's. */
function withNextMetricsPort(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const port = Number(env.METRICS_PORT);
  return port ? { ...env, METRICS_PORT: String(port + 1) } : env;
}

/** Of pino's lines those from "warning" up, of others what went to stderr; null for the rest. */
export function worthTelling(line: string, from: "stdout" | "stderr"): string | null {
  const record = parseRecord(line);
  if (!record) return from === "stderr" ? line : null;
  if (record.level < 40) return null;
  const why = [record.msg, typeof record.error === "string" ? record.error : null, record.err?.message];
  return `${record.level >= 50 ? "error" : "warning"}: ${why.filter(Boolean).join(": ") || line}`;
}

type LogRecord = { level: number; msg?: string; error?: unknown; err?: { message?: string } };

function parseRecord(line: string): LogRecord | null {
  if (!line.startsWith("{")) return null;
  try {
    const record: LogRecord = JSON.parse(line);
    return typeof record.level === "number" ? record : null;
  } catch {
    return null;
  }
}
