import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { end, freePort } from "./processes.ts";

const programs = ["/usr/sbin/pgbouncer", "/usr/bin/pgbouncer", "/opt/homebrew/bin/pgbouncer"];

/** Debian's PgBouncer between processes and a database. */
type Pooler = { url: string; version: string; crash(): Promise<void>; close(): Promise<void> };

/**
 * PgBouncer in transaction mode before the database at `url`, as docs/operations.md tells to set it up; its files are
 * in `folder`. @throws in words when it is not installed.
 */
export async function startPooler(url: string, folder: string): Promise<Pooler> {
  const program = programs.find(existsSync);
  if (!program)
    throw new Error(
      "PgBouncer is not here. Install it with: apt-get install -y --no-install-recommends pgbouncer",
    );
  const server = new URL(url);
  const port = await freePort();
  mkdirSync(folder, { mode: 0o755 });
  chmodSync(folder, 0o755);
  const configuration = join(folder, "pgbouncer.ini");
  const users = join(folder, "userlist.txt");
  writeFileSync(users, `"${server.username}" "${server.password}"\n`);
  writeFileSync(
    configuration,
    [
      "[databases]",
      `svar = host=${server.hostname} port=${server.port} dbname=svar`,
      "[pgbouncer]",
      "listen_addr = 127.0.0.1",
      `listen_port = ${port}`,
      "unix_socket_dir =",
      "auth_type = scram-sha-256",
      `auth_file = ${users}`,
      "pool_mode = transaction",
      "max_client_conn = 500",
      "default_pool_size = 30",
      "server_login_retry = 1",
      "server_connect_timeout = 5",
      "query_wait_timeout = 30",
      "ignore_startup_parameters = extra_float_digits",
      "",
    ].join("\n"),
  );
  // It refuses to run as root; another user may read the one file that holds the password, in a folder of this run.
  const asUser = process.getuid?.() === 0 ? ["-u", "nobody"] : [];
  const launch = () => spawn(program, ["-q", ...asUser, configuration], { stdio: "ignore", cwd: "/" });
  let child: ChildProcess = launch();
  await untilOpen(port);
  return {
    url: Object.assign(new URL(url), { port: `${port}` }).toString(),
    version: execFileSync(program, ["--version"], { encoding: "utf8" }).split("\n", 1)[0]!,
    async crash() {
      const gone = once(child, "close");
      child.kill("SIGKILL");
      await gone;
      child = launch();
      await untilOpen(port);
    },
    close: () => end(child),
  };
}

async function untilOpen(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, "127.0.0.1", () => resolve(true)).once("error", () => resolve(false));
      socket.once("connect", () => socket.destroy());
    });
    if (open) return;
    await sleep(100);
  }
  throw new Error("PgBouncer does not open its port.");
}
