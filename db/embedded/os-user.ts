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
  const ways = [plain(uid, gid), ...capabilities.map((capability) => withCapability(uid, gid, capability))];
  const wrap = ways.find((way) => reaches(way, program, folder));
  if (wrap) return { spawn: (...call) => spawnAs(wrap, ...call), own: (path) => chownSync(path, uid, gid) };
  throw new Error(
    `PostgreSQL does not run as root, and the user ${name}, which it runs as instead, may not enter ${folder}. ` +
      `Put this folder where every user may enter (like /srv or /opt), start as an ordinary user, or set DATABASE_URL.`,
  );
}

function spawnAs(wrap: Wrap, file: string, args: string[], options: SpawnOptions): ChildProcess {
  const { file: wrapped, args: wrappedArgs, ...ids } = wrap(file, args);
  return spawn(wrapped, wrappedArgs, { ...options, ...ids });
}

/** Either lets the user pass folders that are closed to it, as under /root; the second is in Docker's default set. */
const capabilities = ["dac_read_search", "dac_override"];

type Identity = { name: string; uid: number; gid: number };

function unprivileged(): Identity {
  const existing = identity("postgres");
  if (existing) return existing;
  spawnSync("useradd", ["--system", "--user-group", "--no-create-home", "postgres"], { stdio: "ignore" });
  const found = identity("postgres") ?? identity("nobody");
  if (!found)
    throw new Error(
      "PostgreSQL does not run as root and there is no user `postgres`. Make one, start as an ordinary user, or set DATABASE_URL.",
    );
  return found;
}

function identity(name: string): Identity | null {
  try {
    const id = (flag: string) =>
      Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
    return { name, uid: id("-u"), gid: id("-g") };
  } catch {
    return null;
  }
}

type Wrap = (file: string, args: string[]) => { file: string; args: string[]; uid?: number; gid?: number };

function plain(uid: number, gid: number): Wrap {
  return (file, args) => ({ file, args, uid, gid });
}

function withCapability(uid: number, gid: number, capability: string): Wrap {
  const become = [`--reuid=${uid}`, `--regid=${gid}`, "--clear-groups"];
  const keep = [`--inh-caps=+${capability}`, `--ambient-caps=+${capability}`];
  return (file, args) => ({ file: "setpriv", args: [...become, ...keep, file, ...args] });
}

function reaches(wrap: Wrap, program: string, folder: string): boolean {
  const { file, args, ...ids } = wrap("sh", ["-c", '"$1" --version && cd "$2"', "sh", program, folder]);
  return spawnSync(file, args, { ...ids, stdio: "ignore", cwd: "/" }).status === 0;
}
