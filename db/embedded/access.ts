import { createHash, randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import postgres, { type Sql } from "postgres";
import { handOverSql, rolesSql } from "../roles.ts";

/** How the cluster of a data folder is reached; kept in its postgres.json, readable by its owner only. */
export type Access = { port: number; ownerPassword: string; appPassword: string };

/** The owner of the tables has a password of its own, made from the superuser's: folders made before it have none for it. */
const passwordOfOwner = (access: Access) =>
  createHash("sha256").update(`svar_owner ${access.ownerPassword}`).digest("base64url");

/**
 * `ownerUrl` logs in as `svar_owner`, which migrates and is no superuser, `appUrl` as `svar`, which owns nothing (db/roles.ts).
 * Both name the database `svar`.
 */
export type DatabaseUrls = { ownerUrl: string; appUrl: string };

/** The same, and `adminUrl` of the superuser, for whom no right is asked for. */
export function urlsOf(access: Access): DatabaseUrls & { adminUrl: string } {
  const { port, ownerPassword, appPassword } = access;
  const url = (login: string, password: string) => `postgres://${login}:${password}@127.0.0.1:${port}/svar`;
  return {
    adminUrl: url("postgres", ownerPassword),
    ownerUrl: url("svar_owner", passwordOfOwner(access)),
    appUrl: url("svar", appPassword),
  };
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

/** Makes the roles and the database `svar` when they are missing; what an earlier version owned otherwise becomes svar_owner's. */
export async function createRolesAndDatabase(access: Access): Promise<void> {
  const { adminUrl } = urlsOf(access);
  const missing = await asAdmin(new URL("/postgres", adminUrl).toString(), async (sql) => {
    await sql.unsafe(rolesSql);
    // A statement of this kind takes no parameters; the passwords are base64url, so nothing needs escaping.
    await sql.unsafe(`ALTER ROLE svar PASSWORD '${access.appPassword}'`);
    await sql.unsafe(`ALTER ROLE svar_owner PASSWORD '${passwordOfOwner(access)}'`);
    const [database] = await sql`SELECT 1 FROM pg_database WHERE datname = 'svar'`;
    if (!database) await sql`CREATE DATABASE svar OWNER svar_owner`;
    return !database;
  });
  if (!missing) await asAdmin(adminUrl, handOver);
}

async function handOver(sql: Sql): Promise<void> {
  const [database] = await sql`
    SELECT FROM pg_database d JOIN pg_roles r ON r.oid = d.datdba
    WHERE d.datname = current_database() AND r.rolname = 'svar_owner'`;
  if (!database) await sql.unsafe(handOverSql);
}

async function asAdmin<T>(url: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
