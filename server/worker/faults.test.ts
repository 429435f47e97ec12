import { expect, it } from "vitest";
import { soak } from "#server/test/soak.ts";

it("loses nobody when workers are killed, PostgreSQL crashes and the mail server fails 40 % of the tries", async () => {
  const figures = await soak({
    recipients: 200,
    kills: 3,
    restarts: 1,
    everyMs: 2_000,
    mostMs: 150_000,
    chance: Math.random,
  });
  expect(figures).toMatchObject({
    finished: true,
    crashed: 0,
    lost: 0,
    unexplainedDuplicates: 0,
    strangeMessageIds: 0,
    withoutEvent: 0,
  });
  expect(figures.sent + figures.inDoubt).toBe(200);
  expect(figures.recoverySeconds).toBeLessThanOrEqual(60);
}, 180_000);
