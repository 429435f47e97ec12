import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { afterAll, expect, it, onTestFinished } from "vitest";
import { testRuntime } from "#server/test/database.ts";
import { connect } from "./client.ts";

const rt = await testRuntime();
const owner = postgres(rt.ownerUrl, { max: 1, onnotice: () => {} });
afterAll(() => owner.end());

const name = "renewed pool";
const url = Object.assign(new URL(rt.env.DATABASE_URL), { search: `?application_name=${name}` }).toString();
const mine = () =>
  owner<{ pid: number }[]>`SELECT pid FROM pg_stat_activity WHERE application_name = ${name}`;

it("lets nothing hang, and no transaction run outside of one, however often all connections are ended", async () => {
  const { sql, close } = connect(url, { max: 10 });
  onTestFinished(close);
  let over = false;
  let done = 0;
  let longest = 0;
  let outside = 0;
  const ask = () =>
    sql.begin(async (tx) => {
      await tx`SELECT set_config('app.lane', 'mine', true)`;
      await tx`SELECT pg_sleep(0.002)`;
      const [row] = await tx<{ lane: string }[]>`SELECT current_setting('app.lane', true) AS lane`;
      if (row!.lane !== "mine") outside += 1;
    });
  const lanes = Array.from({ length: 20 }, async (_, n) => {
    while (!over) {
      const began = performance.now();
      await (n % 2 === 0 ? sql`SELECT 1` : ask()).then(
        () => (done += 1),
        () => {},
      );
      longest = Math.max(longest, performance.now() - began);
    }
  });
  for (let round = 0; round < 6; round++) {
    await sleep(400);
    await owner`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = ${name}`;
  }
  const before = done;
  await sleep(1_000);
  expect(done - before).toBeGreaterThan(50);
  over = true;
  const ended = await Promise.race([Promise.all(lanes).then(() => true), sleep(8_000, false)]);
  expect({ ended, outside }).toEqual({ ended: true, outside: 0 });
  expect(longest).toBeLessThan(8_000);
  for (let tries = 0; tries < 60 && (await mine()).length > 10; tries++) await sleep(50);
  expect((await mine()).length).toBeLessThanOrEqual(10);
}, 30_000);

it("knows the types of the database in a pool that took another's place, and closes for good", async () => {
  const { sql, close } = connect(url, { max: 2 });
  const asked = () => sql.begin((tx) => tx<{ words: string[] }[]>`SELECT ${["a", "b"]}::text[] AS words`);
  expect((await asked())[0]).toEqual({ words: ["a", "b"] });
  await owner`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = ${name}`;
  await sleep(200);
  expect((await asked())[0]).toEqual({ words: ["a", "b"] });
  await close();
  await expect(asked()).rejects.toThrow("CONNECTION_ENDED");
  for (let tries = 0; tries < 40 && (await mine()).length > 0; tries++) await sleep(50);
  expect(await mine()).toEqual([]);
});
