import fc from "fast-check";
import { expect, it } from "vitest";
import { testRuntime } from "#server/test/database.ts";
import { countAttempt } from "./count-attempt.ts";

const rt = await testRuntime();
const { db } = rt.connection;
const limit = { max: 3, window: 60_000 };
const start = Date.UTC(2026, 10, 23, 8);
let keys = 0;

it("lets the limit through in each window and tells the seconds to the next", async () => {
  const key = `a-${keys++}`;
  const at = (seconds: number) => countAttempt(db, key, limit, new Date(start + seconds * 1000));
  expect([await at(0), await at(10), await at(20), await at(30), await at(59)]).toEqual([0, 0, 0, 30, 1]);
  expect(await at(60)).toBe(0);
});

it("never stops steady traffic below the limit, however long it goes on", async () => {
  const key = `b-${keys++}`;
  for (let i = 0; i < 60; i++) {
    expect(await countAttempt(db, key, limit, new Date(start + i * 20_000))).toBe(0);
  }
});

it("lets exactly the limit through when many come at once", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 12 }), async (max, n) => {
      const key = `c-${keys++}`;
      const waits = await Promise.all(
        Array.from({ length: n }, () => countAttempt(db, key, { max, window: 60_000 }, new Date(start))),
      );
      expect(waits.filter((wait) => wait === 0)).toHaveLength(Math.min(max, n));
    }),
    { numRuns: 20 },
  );
});
