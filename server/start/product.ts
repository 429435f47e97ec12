import type { Settings } from "#server/env.ts";
import { buildIfNeeded } from "./build.ts";
import { type DataFolder, takeDataFolder } from "./data-folder.ts";
import { filledEnvironment } from "./environment.ts";
import { endLeftovers } from "./leftovers.ts";
import { type LocalDatabase, runLocalDatabase } from "./local-database.ts";
import { loginOf, prepareDatabase } from "./migrate.ts";
import { startParts } from "./parts.ts";
import { requireFreePorts } from "./ports.ts";
import { reloadParts } from "./reload.ts";
import type { Say } from "./say.ts";
import type { Part } from "./supervise.ts";
import { untilReady } from "./until-ready.ts";

export type Product = { start(): Promise<void>; stop(options: { hurry: AbortSignal }): Promise<void> };

export type ProductOptions = { settings: Settings; dev: boolean; tell: Say; stopping: AbortSignal };

/** The worker finishes what it hands to SMTP (30 s), the web server what it answers (25 s). */
const graceMs = 35_000;

/** Everything that `npm start` runs. `stop` may be called at any point of `start` and undoes what was done. */
export function product({ settings, dev, tell, stopping }: ProductOptions): Product {
  let folder: DataFolder | undefined;
  let database: LocalDatabase | undefined;
  let parts: Part[] = [];

  async function start(): Promise<void> {
    folder = await takeDataFolder(settings.DATA_DIR, "product", (text) => tell("start", text), stopping);
    await endLeftovers(folder.leftovers);
    await requireFreePorts(portsOf(settings));
    if (!dev) await buildIfNeeded(tell, stopping);
    stopping.throwIfAborted();
    const databaseUrl = await startDatabase();
    stopping.throwIfAborted();
    const env = {
      ...process.env,
      ...filledEnvironment(settings, databaseUrl),
      NODE_ENV: dev ? ("development" as const) : ("production" as const),
    };
    const names = [...(settings.SMTP_URL ? [] : ["mailbox" as const]), "worker" as const, "web" as const];
    parts = startParts(names, { env, dataDir: settings.DATA_DIR, folder, tell, verbose: dev });
    tell("start", `starting ${names.join(", ")}`);
    if (dev) reloadParts(parts, tell, stopping);
    await untilReady(settings, parts, tell, stopping);
    folder.note({ state: "ready" });
  }

  async function startDatabase(): Promise<string> {
    if (!settings.DATABASE_URL) database = await runLocalDatabase(settings.DATA_DIR, tell);
    const url = database?.appUrl ?? settings.DATABASE_URL ?? "";
    const ran = await prepareDatabase(
      database?.ownerUrl ?? settings.MIGRATE_DATABASE_URL ?? settings.DATABASE_DIRECT_URL ?? url,
      loginOf(url),
    );
    if (ran.length > 0) tell("database", `migrated: ${ran.length} ${ran.length === 1 ? "step" : "steps"}`);
    return url;
  }

  /** Web and worker first, for the worker still hands mail to the mailbox; the database last. */
  async function stop({ hurry }: { hurry: AbortSignal }): Promise<void> {
    folder?.note({ state: "stopping" });
    hurry.addEventListener("abort", () => void Promise.all(parts.map((part) => part.stop(0))));
    const late = parts.filter((part) => part.name === "mailbox");
    await Promise.all(parts.filter((part) => !late.includes(part)).map((part) => part.stop(graceMs)));
    await Promise.all(late.map((part) => part.stop(5_000)));
    await database?.stop();
    folder?.release();
  }

  return { start, stop };
}

function portsOf(settings: Settings) {
  const names = [
    "PORT",
    "MAIL_IN_PORT",
    ...(settings.SMTP_URL ? [] : (["MAILBOX_PORT", "MAILBOX_SMTP_PORT"] as const)),
  ] as const;
  return names.map((variable) => ({ variable, port: settings[variable] }));
}
