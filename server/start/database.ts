import { setTimeout as sleep } from "node:timers/promises";
import type { DatabaseUrls } from "#db/embedded/access.ts";
import { findEmbeddedPostgres, startEmbeddedPostgres } from "#db/embedded.ts";
import { loadDotEnv, readSettings, type Settings } from "#server/env.ts";
import { holderOf, takeDataFolder } from "./data-folder.ts";
import { filledEnvironment } from "./environment.ts";
import { loginOf, prepareDatabase } from "./migrate.ts";
import { type Say, sayAside } from "./say.ts";

/** A first start installs and builds; a command given meanwhile waits for it this long. */
const mostWaitMs = 600_000;

/**
 * Runs `work` with a migrated database, for commands at the terminal: that of DATABASE_URL; else the
 * embedded one of the running `npm start`; else the embedded one, started for this command and stopped
 * after it. Before `work` the environment is filled like that of the product's processes, so that
 * `env()` reads whole. Returns what `work` returns.
 *
 * @throws when the environment is wrong or the database can't be had, in words for the person at the terminal.
 */
export async function withDatabase<T>(
  work: (urls: DatabaseUrls) => Promise<T>,
  tell: Say = sayAside,
): Promise<T> {
  loadDotEnv();
  const settings = readSettings();
  if (settings.DATABASE_URL) {
    return filled(
      settings,
      {
        ownerUrl: settings.MIGRATE_DATABASE_URL ?? settings.DATABASE_DIRECT_URL ?? settings.DATABASE_URL,
        appUrl: settings.DATABASE_URL,
      },
      work,
    );
  }
  const running = await runningDatabase(settings.DATA_DIR, tell);
  return running ? filled(settings, running, work) : withOwnDatabase(settings, work, tell);
}

function filled<T>(
  settings: Settings,
  urls: DatabaseUrls,
  work: (urls: DatabaseUrls) => Promise<T>,
): Promise<T> {
  Object.assign(process.env, filledEnvironment(settings, urls.appUrl));
  return work(urls);
}

/** The database of a running `npm start` or `npm run dev`, as soon as that is ready; null when none runs. */
async function runningDatabase(dataDir: string, tell: Say): Promise<DatabaseUrls | null> {
  const deadline = performance.now() + mostWaitMs;
  let told = false;
  for (;;) {
    const holder = holderOf(dataDir);
    if (holder?.kind !== "product" || holder.state === "stopping") return null;
    const urls = holder.state === "ready" ? findEmbeddedPostgres(dataDir) : null;
    if (urls) return urls;
    if (performance.now() > deadline)
      throw new Error(
        `Svar (process ${holder.pid}) is starting and does not get ready. Look at its terminal, then try again.`,
      );
    if (!told) tell("database", `waiting for Svar (process ${holder.pid}) to be ready`);
    told = true;
    await sleep(200);
  }
}

async function withOwnDatabase<T>(
  settings: Settings,
  work: (urls: DatabaseUrls) => Promise<T>,
  tell: Say,
): Promise<T> {
  const folder = await takeDataFolder(settings.DATA_DIR, "command", (text) => tell("database", text));
  try {
    const server = await startEmbeddedPostgres(settings.DATA_DIR);
    try {
      await prepareDatabase(server.ownerUrl, loginOf(server.appUrl));
      return await filled(settings, server, work);
    } finally {
      await server.stop();
    }
  } finally {
    folder.release();
  }
}
