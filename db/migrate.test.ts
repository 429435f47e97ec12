import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, expect, it, onTestFinished } from "vitest";
import { testRuntime } from "#server/test/database.ts";
import { migrate } from "./migrate.ts";

const rt = await testRuntime();
const owner = postgres(rt.ownerUrl, { max: 2, onnotice: () => {} });
afterAll(() => owner.end());

function run(files: Record<string, string>): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), "svar-migrations-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return migrate(rt.ownerUrl, { loginRole: "svar", folder });
}

it("a file can say that it runs outside a transaction, statement by statement, and may be run again", async () => {
  const text = `-- outside a transaction: nobody who writes waits

DROP INDEX CONCURRENTLY IF EXISTS contacts_by_name;

-- What this is for.
CREATE INDEX CONCURRENTLY contacts_by_name ON contacts (workspace_id, name);
`;
  expect(await run({ "9001_index.sql": text })).toEqual(["9001_index.sql"]);
  expect(await run({ "9001_index.sql": text })).toEqual([]);
  expect(await run({ "9002_again.sql": text })).toEqual(["9002_again.sql"]);
  const [index] =
    await owner`SELECT indisvalid AS valid FROM pg_index WHERE indexrelid = 'contacts_by_name'::regclass`;
  expect(index).toEqual({ valid: true });
});

it("a lock that is not to be had is waited for 5 s at a time, and others pass in between", async () => {
  let release = () => {};
  const held = owner.begin(async (tx) => {
    await tx`LOCK TABLE teams IN ACCESS SHARE MODE`;
    await new Promise<void>((resolve) => {
      release = resolve;
    });
  });
  const migrated = run({ "9003_column.sql": "ALTER TABLE teams ADD COLUMN tried boolean;" });
  // Once it waits, a reader waits behind it, until it gives up for the first time.
  await expect
    .poll(
      async () =>
        (await owner`SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'teams'::regclass`).length,
      {
        timeout: 60_000,
      },
    )
    .toBe(1);
  expect(await owner`SELECT count(*) FROM teams`).toHaveLength(1);
  release();
  await held;
  expect(await migrated).toEqual(["9003_column.sql"]);
}, 120_000);

it("a migration that waits for somebody who waits for it gives way, and runs once they are done", async () => {
  let goOn = () => {};
  const written = owner.begin(async (tx) => {
    // Whoever looks first gives way.
    await tx`SET LOCAL deadlock_timeout = '10s'`;
    await tx`LOCK TABLE surveys IN ROW EXCLUSIVE MODE`;
    await new Promise<void>((resolve) => {
      goOn = resolve;
    });
    await tx`LOCK TABLE teams IN ROW EXCLUSIVE MODE`;
    return "written";
  });
  const text = "ALTER TABLE teams ADD COLUMN given boolean; ALTER TABLE surveys ADD COLUMN given boolean;";
  const migrated = run({ "9004_two_tables.sql": text });
  const waiting = async () =>
    (await owner`SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'surveys'::regclass`).length;
  await expect.poll(waiting, { timeout: 60_000, interval: 20 }).toBe(1);
  goOn();
  expect(await written).toBe("written");
  expect(await migrated).toEqual(["9004_two_tables.sql"]);
}, 120_000);
