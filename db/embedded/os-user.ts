import { type ChildProcess, execFileSync, type SpawnOptions, spawn, spawnSync } from "node:child_process";
import { chownSync } from "node:fs";

/**
 * Starts programs as a user PostgreSQL accepts. PostgreSQL refuses root, so under root they run as the
 * user `postgres` (made if there is none; `nobody` where users cannot be made).
 */
export type OsUser = {
  spawn(file: string, args: string[], options: SpawnOptions): ChildProcess;
  /** Whether this user may run the program with no capability. */
  runs(program: string): boolean;
  /** Gives a file or folder to this user. */
  own(path: string): void;
};

/**
 * The user for a server whose data are in `folder`.
 * @throws when a folder above is closed to that user and nothing opens it, saying which user and what to do.
 */
export function osUser(folder: string): OsUser {
  if (process.getuid?.() !== 0) return { spawn, runs: () => true, own: () => {} };
  const { uid, gid, name } = unprivileged();
  const bare = plain(uid, gid);
  const ways = [bare, ...capabilities.map((capability) => withCapability(uid, gid, capability))];
  const way = ways.find((wrap) => succeeds(wrap, "sh", ["-c", 'cd "$1"', "sh", folder]));
  if (!way) {
    throw new Error(
      `PostgreSQL does not run as root, and the user ${name}, which it runs as instead, may not enter ${folder}. ` +
        `Put this folder where every user may enter (like /srv or /opt), start as an ordinary user, or set DATABASE_URL.`,
    );
  }
  return {
    spawn: (...call) => spawnAs(way, ...call),
    runs: (program) => succeeds(bare, program, ["--version"]),
    own: (path) => chownSync(path, uid, gid),
  };
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

function succeeds(wrap: Wrap, program: string, given: string[]): boolean {
  const { file, args, ...ids } = wrap(program, given);
  return spawnSync(file, args, { ...ids, stdio: "ignore", cwd: "/" }).status === 0;
}
