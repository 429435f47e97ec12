import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, describe, expect, it } from "vitest";
import { testRuntime } from "#server/test/database.ts";
import { connect } from "./client.ts";

const rt = await testRuntime();
const owner = postgres(rt.ownerUrl, { max: 1, onnotice: () => {} });
const { db, close } = connect(rt.env.DATABASE_URL, { max: 4 });
afterAll(async () => {
  await owner.end();
  await close();
});

const end = (pid: number) => owner`SELECT pg_terminate_backend(${pid})`;
type Tx = Parameters<Parameters<typeof db.transaction>[0]>[0];
const pidOf = async (tx: Tx) =>
  (await tx.execute<{ pid: number }>(sql`SELECT pg_backend_pid() AS pid`))[0]!.pid;

describe("a transaction whose connection is lost", () => {
  it("fails, and neither the process nor the next transaction has trouble from it", async () => {
    for (let round = 0; round < 20; round++) {
      const lost = db.transaction(async (tx) => {
        const pid = await pidOf(tx);
        setTimeout(() => end(pid).execute(), 5 * (round % 4));
        await tx.execute(sql`SELECT pg_sleep(1)`);
      });
      await expect(lost).rejects.toThrow();
      expect(await db.transaction(pidOf)).toBeGreaterThan(0);
    }
  });

  it("cannot be used any more by code that has not noticed", async () => {
    let late: Promise<unknown> = Promise.resolve();
    const lost = db.transaction(async (tx) => {
      const pid = await pidOf(tx);
      await end(pid);
      // Long enough for the connection to be open again, for others.
      late = sleep(300).then(() => tx.execute(sql`SELECT 1`));
      late.catch(() => {});
      await late;
    });
    await expect(lost).rejects.toThrow();
    const others = Promise.all(
      Array.from({ length: 8 }, () => db.transaction((tx) => tx.execute(sql`SELECT pg_sleep(0.5)`))),
    );
    await expect(late).rejects.toThrow();
    await others;
  });

  it("is not asked to go back to a savepoint, nor anything else by code that caught the error", async () => {
    for (let round = 0; round < 5; round++) {
      const noted: unknown[] = [];
      const lost = db.transaction(async (tx) => {
        await end(await pidOf(tx));
        await tx
          .transaction((inner) => inner.execute(sql`SELECT pg_sleep(1)`))
          .catch((error) => noted.push(error));
        await tx.execute(sql`SELECT 1`);
      });
      await expect(lost).rejects.toThrow();
      expect(noted).toHaveLength(1);
      expect(await db.transaction(pidOf)).toBeGreaterThan(0);
    }
  });

  it("keeps what is before a savepoint whose work fails by itself", async () => {
    const left = await db.transaction(async (tx) => {
      await tx.execute(sql`CREATE TEMPORARY TABLE kept ON COMMIT DROP AS SELECT 1 AS n`);
      const failing = tx.transaction(async (inner) => {
        await inner.execute(sql`INSERT INTO kept VALUES (2)`);
        await inner.execute(sql`SELECT 1 / 0`);
      });
      await expect(failing).rejects.toThrow();
      await tx.transaction((inner) => inner.execute(sql`INSERT INTO kept VALUES (3)`));
      return (await tx.execute<{ n: number }>(sql`SELECT n FROM kept ORDER BY n`)).map(({ n }) => n);
    });
    expect(left).toEqual([1, 3]);
  });

  it("is told from one that fails by itself, which is rolled back", async () => {
    await expect(
      db.transaction(async (tx) => {
        await tx.execute(sql`SELECT 1 / 0`);
      }),
    ).rejects.toThrow();
    await expect(db.transaction(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
  });
});
