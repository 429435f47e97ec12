import { expect, it } from "vitest";
import { rateInterval } from "#server/nps/rate.ts";
import { testRuntime } from "#server/test/database.ts";
import { makeWorkspace } from "#server/test/factories.ts";
import { makeAnsweredCheck, makeTeam } from "#server/test/recovery.ts";
import { recoveriesBy } from "./recoveries-by.ts";

const rt = await testRuntime();
const fjordline = await makeWorkspace(rt, "Fjordline");
const nordlys = await makeWorkspace(rt, "Nordlys");

await fjordline.run(async (ctx) => {
  const teamId = await makeTeam(ctx, "North");
  await makeAnsweredCheck(ctx, { answers: ["yes"], teamId, cause: "Delivery" });
  await makeAnsweredCheck(ctx, { answers: ["no", "yes"], teamId, cause: "Price" });
  await makeAnsweredCheck(ctx, { answers: ["partly"], cause: "Delivery" });
  await makeAnsweredCheck(ctx, { answers: ["no"], cause: "Delivery", at: new Date("2026-10-01T12:00:00Z") });
});

it("the share that is solved is told by team and by cause, with its interval, most answers first", async () => {
  const found = await fjordline.run((ctx) => recoveriesBy(ctx, {}));
  const interval = (count: number, of: number) => rateInterval({ count, of });
  expect(found).toEqual({
    all: { name: null, answered: 4, recovered: 2, partly: 1, interval: interval(2, 4) },
    teams: [
      { name: "North", answered: 2, recovered: 2, partly: 0, interval: interval(2, 2) },
      { name: null, answered: 2, recovered: 0, partly: 1, interval: interval(0, 2) },
    ],
    causes: [
      { name: "Delivery", answered: 3, recovered: 1, partly: 1, interval: interval(1, 3) },
      { name: "Price", answered: 1, recovered: 1, partly: 0, interval: interval(1, 1) },
    ],
  });
});

it("days narrow it, and of nothing there is no share", async () => {
  const november = await fjordline.run((ctx) => recoveriesBy(ctx, { from: "2026-11-01" }));
  expect(november.all).toMatchObject({ answered: 3, recovered: 2 });
  const nothing = {
    all: { name: null, answered: 0, recovered: 0, partly: 0, interval: null },
    teams: [],
    causes: [],
  };
  expect(await fjordline.run((ctx) => recoveriesBy(ctx, { to: "2026-09-01" }))).toEqual(nothing);
  expect(await nordlys.run((ctx) => recoveriesBy(ctx, {}))).toEqual(nothing);
});
