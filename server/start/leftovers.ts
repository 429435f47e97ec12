import { setTimeout as sleep } from "node:timers/promises";
import { signal } from "#db/embedded/os-process.ts";
import { type ProcessMark, runs } from "./data-folder.ts";

/** Ends processes that a killed supervisor left. They notice by themselves; one that is not gone within 5 s is killed. */
export async function endLeftovers(leftovers: ProcessMark[]): Promise<void> {
  const deadline = performance.now() + 5_000;
  for (const mark of leftovers) if (runs(mark)) signal(mark.pid, "SIGTERM");
  while (leftovers.some(runs) && performance.now() < deadline) await sleep(50);
  for (const mark of leftovers) if (runs(mark)) signal(mark.pid, "SIGKILL");
  while (leftovers.some(runs)) await sleep(20);
}
