import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { root } from "./root.ts";
import { elapsed, type Say, say, wordsOf } from "./say.ts";

const stampFile = join(root, ".next", "svar-build");
const sources = [
  "app",
  "server",
  "db",
  "emails",
  "public",
  "proxy.ts",
  "instrumentation.ts",
  "next.config.ts",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
];

/** Builds the pages unless they were built from the very sources and libraries that are here now. */
export async function buildIfNeeded(tell: Say, stop?: AbortSignal): Promise<void> {
  const stamp = stampOf();
  const built = existsSync(stampFile) ? readFileSync(stampFile, "utf8") : null;
  if (built === stamp) return;
  const began = performance.now();
  tell("build", built ? "the sources have changed, building the pages anew…" : "building the pages…");
  rmSync(stampFile, { force: true });
  forgetRouteTypes();
  await nextBuild(tell, stop);
  writeFileSync(stampFile, stamp);
  tell("build", `done in ${elapsed(began)}`);
}

/** Types that Next wrote for routes since removed would fail every type check; it writes them anew. */
export function forgetRouteTypes(): void {
  for (const folder of [".next/types", ".next/dev/types"])
    rmSync(join(root, folder), { recursive: true, force: true });
}

function stampOf(): string {
  const hash = createHash("sha256");
  for (const file of sources.flatMap((name) => filesOf(join(root, name)))) {
    hash
      .update(`${file.slice(root.length)}\0`)
      .update(readFileSync(file))
      .update("\0");
  }
  return hash.digest("hex");
}

function filesOf(path: string): string[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isDirectory()) return stat && !/\.test\.tsx?$/.test(path) ? [path] : [];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesOf(join(path, name)));
}

function nextBuild(tell: Say, stop?: AbortSignal): Promise<void> {
  const next = join(root, "node_modules", "next", "dist", "bin", "next");
  const env = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
  const child = spawn(process.execPath, [next, "build"], {
    cwd: root,
    env,
    signal: stop,
    killSignal: "SIGTERM",
    stdio: ["ignore", "pipe", "pipe"],
  });
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on("line", (line) => line.trim() && tell("build", line));
  }
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0 ? resolve() : reject(new Error("The pages could not be built; the lines above say why.")),
    );
  });
}

if (import.meta.main) {
  await buildIfNeeded(say).catch((error: unknown) => {
    console.error(wordsOf(error));
    process.exitCode = 1;
  });
}
