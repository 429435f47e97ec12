import { type ChildProcess, execFileSync, type SpawnOptions, spawn, spawnSync } from "node:child_process";
import { chownSync } from "node:fs";

/**
 * Starts programs as a user PostgreSQL accepts. PostgreSQL refuses root, so under root they run as the
 * user `postgres` (made if there is none; `nobody` where users cannot be made).
 */
export type OsUser = {
  spawn(file: string, args: string[], options: SpawnOptions): ChildProcess;
  /** Gives a file or folder to this user. */
  own(path: string): void;
};

/**
 * @param program one of PostgreSQL's programs, @param folder the folder it must be able to enter.
 * @throws when a folder above them is closed to that user and nothing opens it, saying which user and what to do.
 */
export function osUser(program: string, folder: string): OsUser {
  if (process.getuid?.() !== 0) return { spawn, own: () => {} };
  const { uid, gid, name } = unprivileged();
  const candidates: OsUser[] = [plain(uid, gid), ...capabilities.map((capability) => privileged(uid, gid, capability))];
  const able = candidates.find((user) => reaches(user, program, folder));
  if (able) return able;
  throw new Error(
    `PostgreSQL does not run as root, and the user ${name}, which it runs as instead, may not enter ${folder}. ` +
      `Put this folder where every user may enter (like /srv or /opt), start as an ordinary user, or set DATABASE_URL.`,
  );
}

/** Either lets the user pass folders that are closed to it, as under /root; the second is in Docker's default set. */
const capabilities = ["dac_read_search", "dac_override"];

type Identity = { name: string; uid: number; gid: number };

function unprivileged(): Identity {
  const existing = identity("postgres");
  if (existing) return existing;
  spawnSync("useradd", ["--system", "--user-group", "--no-create-home", "postgres"], { stdio: "ignore" });
  const found = identity("postgres") ?? identity("nobody");
  if (!found) throw new Error("PostgreSQL does not run as root and there is no user `postgres`. Make one, start as an ordinary user, or set DATABASE_URL.");
  return found;
}

function identity(name: string): Identity | null {
  try {
    const id = (flag: string) => Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
    return { name, uid: id("-u"), gid: id("-g") };
  } catch {
    return null;
  }
}

function plain(uid: number, gid: number): OsUser {
  return {
    spawn: (file, args, options) => spawn(file, args, { ...options, uid, gid }),
    own: (path) => chownSync(path, uid, gid),
  };
}

function privileged(uid: number, gid: number, capability: string): OsUser {
  return {
    spawn: (file, args, options) => spawn("setpriv", [...setpriv(uid, gid, capability), file, ...args], options),
    own: (path) => chownSync(path, uid, gid),
  };
}

function setpriv(uid: number, gid: number, capability: string): string[] {
  return [`--reuid=${uid}`, `--regid=${gid}`, "--clear-groups", `--inh-caps=+${capability}`, `--ambient-caps=+${capability}`];
}
