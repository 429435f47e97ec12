// Loaded first into every process of the product, by `node --import`.
import { join } from "node:path";
import { isMainThread } from "node:worker_threads";
import { env } from "#server/env.ts";
import { root } from "./root.ts";
import { wordsOf } from "./say.ts";

if (!process.env.NODE_ENV) Object.assign(process.env, { NODE_ENV: "production" });

if (isMainThread) requireEnvironment();

/** A supervisor that is killed closes the channel: then this process drains and ends like after SIGTERM, lest it keep ports and rows. What Next forks from the web process loads this too, but lives by its channel and minds it itself. */
if (isMainThread && process.channel && !isOfLibrary(process.argv[1])) {
  // Nobody reads what a draining process says then.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  process.on("disconnect", () => {
    setTimeout(() => process.exit(1), 35_000).unref();
    process.kill(process.pid, "SIGTERM");
  });
  process.channel.unref();
}

function isOfLibrary(program = ""): boolean {
  return program.startsWith(join(root, "node_modules"));
}

/** A wrong environment ends the process at once, with words and without a stack. */
function requireEnvironment(): void {
  try {
    env();
  } catch (error) {
    console.error(wordsOf(error));
    process.exit(1);
  }
}
