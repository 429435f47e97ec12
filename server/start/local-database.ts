import { setTimeout as sleep } from "node:timers/promises";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "#db/embedded.ts";
import { elapsed, type Say, wordsOf } from "./say.ts";

export type LocalDatabase = { ownerUrl: string; appUrl: string; stop(): Promise<void> };

/** The embedded PostgreSQL of `dataDir`, started again whenever it ends by itself, until `stop`. */
export async function runLocalDatabase(dataDir: string, tell: Say): Promise<LocalDatabase> {
  const began = performance.now();
  let server = await startEmbeddedPostgres(dataDir, { onProgress: (text) => tell("database", text) });
  const { ownerUrl, appUrl } = server;
  let reviving: Promise<void> | undefined;
  let wanted = true;
  const guard = (running: EmbeddedPostgres) =>
    running.onLost(() => {
      reviving = revive();
    });

  async function revive(): Promise<void> {
    for (let pauseMs = 250; wanted; pauseMs = Math.min(pauseMs * 2, 15_000)) {
      try {
        tell("database", "PostgreSQL has ended unexpectedly, starting it again");
        server = await startEmbeddedPostgres(dataDir);
        if (server.appUrl !== appUrl)
          tell("database", "its port was taken meanwhile: press Ctrl-C and start again");
        return guard(server);
      } catch (error) {
        tell("database", wordsOf(error));
        await sleep(pauseMs);
      }
    }
  }

  guard(server);
  tell(
    "database",
    `PostgreSQL on port ${server.port}, ${server.reused ? "still running" : `started in ${elapsed(began)}`}`,
  );
  return {
    ownerUrl,
    appUrl,
    async stop() {
      wanted = false;
      await reviving;
      await server.stop();
    },
  };
}
