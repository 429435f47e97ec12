import { expect, it } from "vitest";
import { testRuntime } from "#server/test/database.ts";
import { makeWorkspace } from "#server/test/factories.ts";
import { makeAnsweredCheck, makeTeam } from "#server/test/recovery.ts";
import { countRecoveries } from "./count-recoveries.ts";

const rt = await testRuntime();
const fjordline = await makeWorkspace(rt, "Fjordline");
const nordlys = await makeWorkspace(rt, "Nordlys");

const at = (moment: string) => new Date(moment);
const count = (filter: Parameters<typeof countRecoveries>[1] = {}, workspace = fjordline) =>
  workspace.run((ctx) => countRecoveries(ctx, filter));

const teamId = await fjordline.run(async (ctx) => {
  const north = await makeTeam(ctx, "North");
  // 23:30 in Copenhagen, and half past midnight of the next day.
  await makeAnsweredCheck(ctx, { answers: ["yes"], at: at("2026-11-10T22:30:00Z"), teamId: north });
  await makeAnsweredCheck(ctx, { answers: ["partly"], at: at("2026-11-10T23:30:00Z"), teamId: north });
  await makeAnsweredCheck(ctx, { answers: ["no"], at: at("2026-11-12T12:00:00Z") });
  await makeAnsweredCheck(ctx, { answers: ["no", "partly", "yes"], at: at("2026-11-13T12:00:00Z") });
  await makeAnsweredCheck(ctx, { answers: [], at: at("2026-11-13T12:00:00Z"), teamId: north });
  return north;
});

it("counts who answered, and as recovered who says yes: partly is answered and not recovered", async () => {
  expect(await count()).toEqual({ answered: 4, recovered: 2 });
});

it("takes the days of the workspace's calendar, by the first answer", async () => {
  expect(await count({ to: "2026-11-10" })).toEqual({ answered: 1, recovered: 1 });
  expect(await count({ from: "2026-11-11", to: "2026-11-11" })).toEqual({ answered: 1, recovered: 0 });
  expect(await count({ from: "2026-11-13" })).toEqual({ answered: 1, recovered: 1 });
  expect(await count({ from: "2026-11-14" })).toEqual({ answered: 0, recovered: 0 });
});

it("counts the checks of one team", async () => {
  expect(await count({ team: teamId })).toEqual({ answered: 2, recovered: 1 });
  expect(await count({ team: teamId, from: "2026-11-11" })).toEqual({ answered: 1, recovered: 0 });
});

it("counts nothing of another workspace", async () => {
  expect(await count({}, nordlys)).toEqual({ answered: 0, recovered: 0 });
  expect(await count({ team: teamId }, nordlys)).toEqual({ answered: 0, recovered: 0 });
});
