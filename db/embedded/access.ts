import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import postgres from "postgres";

/** How the cluster of a data folder is reached; kept in its postgres.json, readable by its owner only. */
export type Access = { port: number; ownerPassword: string; appPassword: string };

/** `ownerUrl` logs in as the superuser, `appUrl` as `svar`, which owns nothing. Both name the database `svar`. */
export type DatabaseUrls = { ownerUrl: string; appUrl: string };

export function urlsOf({ port, ownerPassword, appPassword }: Access): DatabaseUrls {
  const url = (login: string, password: string) => `postgres://${login}:${password}@127.0.0.1:${port}/svar`;
  return { ownerUrl: url("postgres", ownerPassword), appUrl: url("svar", appPassword) };
}

export function readAccess(dataDir: string): Access | null {
  const file = join(dataDir, "postgres.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
}

export function writeAccess(dataDir: string, access: Access): void {
  const file = join(dataDir, "postgres.json");
  writeFileSync(`${file}.new`, `${JSON.stringify(access)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

export async function newAccess(): Promise<Access> {
  const password = () => randomBytes(24).toString("base64url");
  return { port: await freePort(), ownerPassword: password(), appPassword: password() };
}

/** A port nobody listens on: `preferred` if it is free, else one the system gives. */
export function freePort(preferred = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error) => (preferred ? freePort().then(resolve, reject) : reject(error)));
    server.listen({ port: preferred, host: "127.0.0.1", exclusive: true }, () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address ? resolve(address.port) : reject(new Error("No free port.")),
      );
    });
  });
}

/** Makes the login `svar` and the database `svar` when they are missing. */
export async function createLoginAndDatabase(access: Access): Promise<void> {
  const sql = postgres(new URL("/postgres", urlsOf(access).ownerUrl).toString(), {
    max: 1,
    onnotice: () => {},
  });
  try {
    const [login] = await sql`SELECT 1 FROM pg_roles WHERE rolname = 'svar'`;
    // A statement of this kind takes no parameters; the password is base64url, so nothing needs escaping.
    const rights = `LOGIN NOSUPERUSER NOINHERIT NOCREATEDB NOCREATEROLE PASSWORD '${access.appPassword}'`;
    if (!login) await sql.unsafe(`CREATE ROLE svar ${rights}`);
    const [database] = await sql`SELECT 1 FROM pg_database WHERE datname = 'svar'`;
    if (!database) await sql`CREATE DATABASE svar`;
  } finally {
    await sql.end({ timeout: 5 });
  }
}
