import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterEach, describe, expect, it } from "vitest";
import { untilGone } from "./embedded/os-process.ts";
import {
  type EmbeddedPostgres,
  findEmbeddedPostgres,
  startEmbeddedPostgres,
  startTemporaryPostgres,
} from "./embedded.ts";

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "svar-embedded-test-"));
  undo.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function started(dataDir: string): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres(dataDir);
  undo.push(() => server.stop());
  return server;
}

async function ask<T>(url: string, query: string): Promise<T[]> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return [...(await sql.unsafe<T[]>(query))];
  } finally {
    await sql.end();
  }
}

describe("the embedded PostgreSQL", () => {
  it("is reached by its owner and by a login that owns nothing, over loopback alone", async () => {
    const server = await started(newFolder());
    const login =
      "SELECT rolname, rolsuper, rolinherit, rolcreatedb FROM pg_roles WHERE rolname = current_user";
    expect(await ask(server.appUrl, login)).toEqual([
      { rolname: "svar", rolsuper: false, rolinherit: false, rolcreatedb: false },
    ]);
    expect(await ask(server.ownerUrl, "SELECT current_user, lower('ÅÄÖ')")).toEqual([
      { current_user: "svar_owner", lower: "åäö" },
    ]);
    expect(await ask(server.adminUrl, "SHOW listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
  });

  it("keeps data, addresses and passwords from one start to the next", async () => {
    const dataDir = newFolder();
    const first = await startEmbeddedPostgres(dataDir);
    await ask(first.ownerUrl, "CREATE TABLE kept AS SELECT 7 AS seven");
    await first.stop();
    expect(findEmbeddedPostgres(dataDir)).toBeNull();
    const second = await started(dataDir);
    expect({ ownerUrl: second.ownerUrl, appUrl: second.appUrl }).toEqual({
      ownerUrl: first.ownerUrl,
      appUrl: first.appUrl,
    });
    expect(await ask(second.ownerUrl, "SELECT seven FROM kept")).toEqual([{ seven: 7 }]);
    expect(findEmbeddedPostgres(dataDir)).toMatchObject({ ownerUrl: second.ownerUrl, appUrl: second.appUrl });
  });

  it("takes another port when its own is taken by then", async () => {
    const dataDir = newFolder();
    const first = await startEmbeddedPostgres(dataDir);
    await first.stop();
    const other = createServer().listen(first.port, "127.0.0.1");
    undo.push(() => other.close());
    const second = await started(dataDir);
    expect(second.port).not.toBe(first.port);
    expect(await ask(second.appUrl, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  });

  it("is taken over when it runs already", async () => {
    const dataDir = newFolder();
    const first = await started(dataDir);
    const second = await startEmbeddedPostgres(dataDir);
    expect(second).toMatchObject({ pid: first.pid, reused: true, appUrl: first.appUrl });
    await second.stop();
    expect(await untilGone(first.pid, 0)).toBe(true);
  });

  it("says when it was killed, and comes back with what was committed", async () => {
    const dataDir = newFolder();
    const first = await startEmbeddedPostgres(dataDir);
    const lost = new Promise<void>((resolve) => first.onLost(resolve));
    await ask(first.ownerUrl, "CREATE TABLE kept AS SELECT 7 AS seven");
    process.kill(first.pid, "SIGKILL");
    await lost;
    const second = await started(dataDir);
    expect(second).toMatchObject({ reused: false, port: first.port });
    expect(await ask(second.ownerUrl, "SELECT seven FROM kept")).toEqual([{ seven: 7 }]);
  });

  it.each([
    ["a stranger", "echo $$; exec sleep 60"],
    ["a zombie that nobody reaps", "sleep 0 & echo $!; exec sleep 60"],
  ])("starts when a killed server's number belongs to %s by now", async (_who, script) => {
    const dataDir = newFolder();
    const first = await startEmbeddedPostgres(dataDir);
    const pidFile = join(dataDir, "postgres", "postmaster.pid");
    const noted = readFileSync(pidFile, "utf8");
    await first.stop();
    const shell = spawn("sh", ["-c", script], { stdio: ["ignore", "pipe", "ignore"] });
    undo.push(() => shell.kill("SIGKILL"));
    const [pid] = await once(shell.stdout.setEncoding("utf8"), "data");
    writeFileSync(pidFile, noted.replace(/^\d+/, pid.trim()));
    expect((await started(dataDir)).reused).toBe(false);
    expect(shell.exitCode).toBeNull();
  });

  it("starts afresh when its first set-up was cut short", async () => {
    const dataDir = newFolder();
    mkdirSync(join(dataDir, "postgres.new"));
    writeFileSync(join(dataDir, "postgres.new", "PG_VERSION"), "18\n");
    expect((await started(dataDir)).reused).toBe(false);
  });

  it("refuses the data of another version, and says whose", async () => {
    const dataDir = newFolder();
    mkdirSync(join(dataDir, "postgres"));
    writeFileSync(join(dataDir, "postgres", "PG_VERSION"), "16\n");
    await expect(startEmbeddedPostgres(dataDir)).rejects.toThrow("was made by PostgreSQL 16");
  });

  it.runIf(process.getuid?.() === 0)("runs below a folder that only root may enter", async () => {
    const outer = newFolder();
    chmodSync(outer, 0o700);
    const server = await started(join(outer, ".svar"));
    expect(await ask(server.appUrl, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  });
});

describe("a temporary PostgreSQL", () => {
  it("leaves nothing behind when it is stopped", async () => {
    const server = await startTemporaryPostgres();
    const [row] = await ask<{ data_directory: string }>(server.adminUrl, "SHOW data_directory");
    await server.stop();
    expect(await untilGone(server.pid, 0)).toBe(true);
    expect(existsSync(join(row!.data_directory, ".."))).toBe(false);
  });

  it("leaves nothing behind when the process that started it is killed", async () => {
    const script = `
      const { startTemporaryPostgres } = await import(${JSON.stringify(join(import.meta.dirname, "embedded.ts"))});
      const server = await startTemporaryPostgres();
      console.log(JSON.stringify({ pid: server.pid, adminUrl: server.adminUrl }));
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    undo.push(() => child.kill("SIGKILL"));
    const [line] = await once(child.stdout.setEncoding("utf8"), "data");
    const server: { pid: number; adminUrl: string } = JSON.parse(line);
    const [row] = await ask<{ data_directory: string }>(server.adminUrl, "SHOW data_directory");
    child.kill("SIGKILL");
    expect(await untilGone(server.pid, 10_000)).toBe(true);
    await expect.poll(() => existsSync(join(row!.data_directory, ".."))).toBe(false);
  });
});
