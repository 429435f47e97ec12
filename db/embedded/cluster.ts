import type { ChildProcess } from "node:child_process";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import type { OsUser } from "./os-user.ts";
import type { Programs } from "./programs.ts";

const major = "18";

/**
 * Makes a cluster in `folder` with the superuser `postgres`. It is made beside it and renamed at the end,
 * so that a start that is cut short leaves none rather than half of one.
 *
 * @throws with what initdb said.
 */
export async function createCluster(
  programs: Programs,
  user: OsUser,
  folder: string,
  password: string,
): Promise<void> {
  const draft = `${folder}.new`;
  const passwordFile = `${folder}.password`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  try {
    user.own(draft);
    user.own(passwordFile);
    await run(
      user.spawn(programs.initdb, initdbArgs(draft, passwordFile), {
        stdio: ["ignore", "pipe", "pipe"],
        cwd: "/",
        env: environment,
      }),
    );
    renameSync(draft, folder);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** Whether `folder` holds a cluster. @throws when it was made by another major version of PostgreSQL. */
export function hasCluster(folder: string): boolean {
  const version = readVersion(folder);
  if (version && version !== major) {
    throw new Error(
      `${folder} was made by PostgreSQL ${version} and this is PostgreSQL ${major}. Dump it with the version that made it, or set DATA_DIR to another folder.`,
    );
  }
  return version !== null;
}

/** Messages in English whatever the machine speaks, and no PG… variable of the surroundings. */
export const environment: NodeJS.ProcessEnv = {
  NODE_ENV: "production",
  PATH: process.env.PATH,
  LC_ALL: "C",
  TZ: "UTC",
};

/** The built-in locale sorts by code point and knows every letter's case, on every machine alike (PostgreSQL 17 or newer). */
function initdbArgs(folder: string, passwordFile: string): string[] {
  return [
    ...["-D", folder, "-U", "postgres", `--pwfile=${passwordFile}`, "--auth=scram-sha-256"],
    ...["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
    ...["--no-instructions", "--no-sync"],
  ];
}

async function run(child: ChildProcess): Promise<void> {
  const ended = new Promise<number | null>((resolve, reject) =>
    child.on("close", resolve).on("error", reject),
  );
  const [said, complained, code] = await Promise.all([text(child.stdout!), text(child.stderr!), ended]);
  if (code !== 0)
    throw new Error(`The embedded PostgreSQL could not be set up. initdb said:\n${said}${complained}`);
}

function readVersion(folder: string): string | null {
  try {
    return readFileSync(join(folder, "PG_VERSION"), "utf8").trim();
  } catch {
    return null;
  }
}
