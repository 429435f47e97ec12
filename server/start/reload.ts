import { watch } from "node:fs";
import { join } from "node:path";
import { root } from "./root.ts";
import type { Say } from "./say.ts";
import type { Part } from "./supervise.ts";

const settleMs = 200;

/** Restarts the worker when a file it may have read changes. The pages reload by themselves. */
export function reloadWorker(parts: Part[], tell: Say, stop: AbortSignal): void {
  const worker = parts.find((part) => part.name === "worker");
  let timer: NodeJS.Timeout | undefined;
  for (const folder of ["server", "db", "emails"]) {
    watch(join(root, folder), { recursive: true, signal: stop }, (_event, file) => {
      if (!file || !/\.(ts|tsx|sql)$/.test(file) || /\.test\.tsx?$/.test(file)) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        tell("worker", `${join(folder, file)} has changed, starting anew`);
        worker?.restart();
      }, settleMs);
    });
  }
}
