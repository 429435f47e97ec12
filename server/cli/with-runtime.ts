import { createRuntime, type Runtime } from "#server/entry.ts";
import { env } from "#server/env.ts";
import { withDatabase } from "#server/start/database.ts";

/**
 * Runs `work` with a runtime on the product's database, and closes it. Returns what `work` returns. A command's output is
 * its result, so that its log has only what went wrong.
 */
export function withRuntime<T>(work: (rt: Runtime) => Promise<T>): Promise<T> {
  return withDatabase(async ({ appUrl }) => {
    const rt = await createRuntime({ ...env(), LOG_LEVEL: "error" }, appUrl);
    try {
      return await work(rt);
    } finally {
      await rt.close();
    }
  });
}
