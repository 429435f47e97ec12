import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { findEmbeddedPostgres, startEmbeddedPostgres } from "#db/embedded.ts";
import { holderOf, takeDataFolder } from "./data-folder.ts";
import { prepareDatabase } from "./migrate.ts";

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "svar-command-test-"));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const command = `
  const { withDatabase } = await import(${JSON.stringify(join(import.meta.dirname, "database.ts"))});
  const { env } = await import(${JSON.stringify(join(import.meta.dirname, "..", "env.ts"))});
  const { default: postgres } = await import("postgres");
  await withDatabase(async (urls) => {
    const sql = postgres(env().DATABASE_URL, { max: 1 });
    const [row] = await sql\`SELECT current_user AS login, count(*)::int AS migrations FROM migrations\`;
    console.log(JSON.stringify({ ...row, same: urls.appUrl === env().DATABASE_URL, secret: env().SVAR_SECRET, smtp: env().SMTP_URL }));
    await sql.end();
  });`;

/** What a command at the terminal says that needs the database, in a process of its own. */
async function run(env: Record<string, string>): Promise<Record<string, unknown>> {
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", command], {
    cwd: join(import.meta.dirname, "..", ".."),
    env: { PATH: process.env.PATH, NODE_ENV: "test", DATA_DIR: dataDir, ...env },
  });
  return JSON.parse(stdout);
}

describe("a command that needs the database", () => {
  it("brings the embedded one up, migrated, and down again when nothing runs", async () => {
    const said = await run({ MAILBOX_SMTP_PORT: "4025" });
    expect(said).toMatchObject({ login: "svar", same: true, smtp: "smtp://127.0.0.1:4025" });
    expect(said.migrations).toBeGreaterThan(0);
    expect(findEmbeddedPostgres(dataDir)).toBeNull();
    expect(holderOf(dataDir)).toBeNull();
    const again = await run({});
    expect(again.secret).toBe(said.secret);
    expect(statSync(join(dataDir, "secret")).mode & 0o077).toBe(0);
  });

  it("uses the one of a running start and leaves it running", async () => {
    const folder = await takeDataFolder(dataDir, "product", () => {});
    const server = await startEmbeddedPostgres(dataDir);
    await prepareDatabase(server.ownerUrl, "svar");
    folder.note({ state: "ready" });
    expect(await run({})).toMatchObject({ login: "svar" });
    expect(findEmbeddedPostgres(dataDir)).not.toBeNull();
    await server.stop();
    folder.release();
  });

  it("uses the one of DATABASE_URL and starts nothing", async () => {
    const server = await startEmbeddedPostgres(dataDir);
    await prepareDatabase(server.ownerUrl, "svar");
    const elsewhere = join(dataDir, "elsewhere");
    const SVAR_SECRET = "q3J0m9ZbS1vX7yRkTn5wLd8hPc2fGa6e";
    expect(await run({ DATABASE_URL: server.appUrl, SVAR_SECRET, DATA_DIR: elsewhere })).toMatchObject({
      login: "svar",
      secret: SVAR_SECRET,
    });
    expect(findEmbeddedPostgres(elsewhere)).toBeNull();
    await server.stop();
  });

  it("says what is wrong with the environment", async () => {
    await expect(run({ DATABASE_URL: inject("postgres").appUrl })).rejects.toThrow("SVAR_SECRET must be set");
  });
});
