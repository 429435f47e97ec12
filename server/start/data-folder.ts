import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { beganAt } from "#db/embedded/os-process.ts";

/** A process, told apart from a later one with the same number. */
export type ProcessMark = { pid: number; began: string | null };

/** Who has the data folder: an `npm start` or `npm run dev` ("product"), or one command that needs its database. */
export type Holder = ProcessMark & {
  kind: "product" | "command";
  state: "starting" | "ready" | "stopping";
  since: string;
  parts: ProcessMark[];
};

export type DataFolder = {
  /** Processes that a killed holder left behind, if they still run. */
  leftovers: ProcessMark[];
  note(change: Partial<Pick<Holder, "state" | "parts">>): void;
  release(): void;
};

export const markOf = (pid: number): ProcessMark => ({ pid, began: beganAt(pid) });

/** Whether the marked process still runs. */
export function runs(mark: ProcessMark): boolean {
  const began = beganAt(mark.pid);
  return began !== null && began === mark.began;
}

/** Who has the data folder now, or null. */
export function holderOf(dataDir: string): Holder | null {
  const holder = readLock(dataDir);
  return holder && runs(holder) ? holder : null;
}

/**
 * Takes the data folder for this process. A holder that is stopping, or a command, is waited for.
 * @throws when another Svar keeps it, naming its process and the variable to set.
 */
export async function takeDataFolder(
  dataDir: string,
  kind: Holder["kind"],
  onWait: (text: string) => void,
  stop?: AbortSignal,
): Promise<DataFolder> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  await untilFree(dataDir, onWait, stop);
  const left = readLock(dataDir)?.parts.filter(runs) ?? [];
  let mine: Holder = {
    ...markOf(process.pid),
    kind,
    state: "starting",
    since: new Date().toISOString(),
    parts: left,
  };
  writeLock(dataDir, mine);
  // Two that found it free write one after the other; the later one has it.
  await sleep(50);
  const winner = readLock(dataDir);
  if (winner?.pid !== process.pid) throw new Error(taken(dataDir, winner ?? mine));
  return {
    leftovers: left,
    note(change) {
      mine = { ...mine, ...change };
      writeLock(dataDir, mine);
    },
    release() {
      if (readLock(dataDir)?.pid === process.pid) rmSync(lockFile(dataDir), { force: true });
    },
  };
}

/** A holder whose npm was killed notices within a second and stops, so even a running one gets that long. */
async function untilFree(dataDir: string, onWait: (text: string) => void, stop?: AbortSignal): Promise<void> {
  const began = performance.now();
  let told = false;
  for (;;) {
    const holder = holderOf(dataDir);
    if (!holder) return;
    const yielding = holder.state === "stopping" || holder.kind === "command";
    if (performance.now() - began > (yielding ? 120_000 : 2_000)) throw new Error(taken(dataDir, holder));
    if (yielding && !told) {
      told = true;
      onWait(
        holder.kind === "command"
          ? `waiting for the command in process ${holder.pid} to end`
          : `waiting for process ${holder.pid} to finish stopping`,
      );
    }
    await sleep(100, undefined, { signal: stop });
  }
}

function taken(dataDir: string, holder: Holder): string {
  return (
    `The data folder ${dataDir} is in use by another Svar: process ${holder.pid}, started ${holder.since}. ` +
    `Stop it first (Ctrl-C there, or kill ${holder.pid}), or set DATA_DIR to another folder.`
  );
}

const lockFile = (dataDir: string) => join(dataDir, "svar.lock");

function readLock(dataDir: string): Holder | null {
  try {
    return JSON.parse(readFileSync(lockFile(dataDir), "utf8"));
  } catch {
    return null;
  }
}

function writeLock(dataDir: string, holder: Holder): void {
  const draft = `${lockFile(dataDir)}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(holder)}\n`, { mode: 0o600 });
  renameSync(draft, lockFile(dataDir));
}
