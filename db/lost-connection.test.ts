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

  it("is told from one that fails by itself, which is rolled back", async () => {
    await expect(
      db.transaction(async (tx) => {
        await tx.execute(sql`SELECT 1 / 0`);
      }),
    ).rejects.toThrow();
    await expect(db.transaction(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
  });
});
