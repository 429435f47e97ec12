import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { afterAll, expect, it, onTestFinished } from "vitest";
import { testRuntime } from "#server/test/database.ts";
import { channel } from "./publish.ts";
import { createSubscriber } from "./subscribe.ts";

const rt = await testRuntime();
const owner = postgres(rt.ownerUrl, { max: 1, onnotice: () => {} });
afterAll(() => owner.end());

const database = new URL(rt.url).pathname.slice(1);
const announce = () =>
  owner`SELECT pg_notify(${channel}, ${JSON.stringify({ workspaceId: "w", changes: { cases: [] } })})`;

it("hears again within ten seconds after its connection was ended and could not be made anew at once", async () => {
  const heard: unknown[] = [];
  const subscriber = await createSubscriber(rt.url, () => {});
  onTestFinished(() => subscriber.close());
  subscriber.subscribe("w", (event) => heard.push(event === "resync" ? event : "event"));
  await announce();
  await sleep(100);
  expect(heard).toEqual(["event"]);

  await owner`ALTER DATABASE ${owner(database)} CONNECTION LIMIT 0`;
  try {
    await owner`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = ${database} AND query ILIKE 'listen%'`;
    await sleep(1_500);
  } finally {
    await owner`ALTER DATABASE ${owner(database)} CONNECTION LIMIT -1`;
  }
  const end = performance.now() + 10_000;
  while (!heard.includes("resync") && performance.now() < end) await sleep(50);
  expect(heard).toContain("resync");
  heard.length = 0;
  await announce();
  await sleep(200);
  expect(heard).toEqual(["event"]);
}, 20_000);
