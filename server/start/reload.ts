import { watch } from "node:fs";
import { join } from "node:path";
import { root } from "./root.ts";
import type { Say } from "./say.ts";
import type { Part } from "./supervise.ts";

const settleMs = 200;

/** The folders each process reads without Next; Next's pages reload by themselves. */
const folders = {
  worker: ["server", "db", "emails"],
  web: [join("app", "(public)"), join("server", "api"), join("server", "response")],
};

/** Restarts worker and web when a file changes that they have read and cannot take up while they run. */
export function reloadParts(parts: Part[], tell: Say, stop: AbortSignal): void {
  for (const part of parts) {
    if (part.name === "worker" || part.name === "web") reload(part, folders[part.name], tell, stop);
  }
}

function reload(part: Part, watched: string[], tell: Say, stop: AbortSignal): void {
  let timer: NodeJS.Timeout | undefined;
  for (const folder of watched) {
    watch(join(root, folder), { recursive: true, signal: stop }, (_event, file) => {
      if (!file || !/\.(ts|tsx|sql)$/.test(file) || /\.test\.tsx?$/.test(file)) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        tell(part.name, `${join(folder, file)} has changed, starting anew`);
        part.restart();
      }, settleMs);
    });
  }
}
