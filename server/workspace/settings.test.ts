import { expect, it } from "vitest";
import { testRuntime } from "#server/test/database.ts";
import { makeWorkspace } from "#server/test/factories.ts";
import { getFrame, getSettings } from "./queries.ts";
import { UpdateSettings } from "./schema.ts";
import { updateSettings } from "./update-settings.ts";

const rt = await testRuntime();

const asked = {
  name: "Fjordline Travel",
  locale: "nb",
  timezone: "Europe/Oslo",
  postalAddress: "",
  gapAnyDays: "14",
  gapTouchpointDays: 60,
  gapRelationshipDays: 120,
  caseDueHours: 8,
  recoveryDays: 21,
};

it("settings are changed for this workspace and no other", async () => {
  const fjordline = await makeWorkspace(rt);
  const nordlys = await makeWorkspace(rt, "Nordlys");
  await fjordline.run((ctx) => updateSettings(ctx, UpdateSettings.parse(asked)));

  expect(await fjordline.run(getSettings)).toMatchObject({ ...asked, gapAnyDays: 14, postalAddress: null });
  expect(await nordlys.run(getSettings)).toMatchObject({ name: "Nordlys", gapAnyDays: 30, caseDueHours: 24 });
  expect((await fjordline.run(getFrame)).workspace.name).toBe("Fjordline Travel");
});

it("another time zone has the answers counted anew, the same one does not", async () => {
  const workspace = await makeWorkspace(rt);
  const recounts = async () => {
    const jobs = await rt.connection.sql<{ data: { workspaceId: string } }[]>`
      SELECT data FROM pgboss.job WHERE name = 'response.recount'`;
    return jobs.filter(({ data }) => data.workspaceId === workspace.id).length;
  };
  await workspace.run((ctx) => updateSettings(ctx, UpdateSettings.parse(asked)));
  expect(await recounts()).toBe(1);
  await workspace.run((ctx) => updateSettings(ctx, UpdateSettings.parse(asked)));
  expect(await recounts()).toBe(1);
});

it.each([
  ["name", ""],
  ["locale", "tlh"],
  ["timezone", "Oslo"],
  ["gapAnyDays", "often"],
  ["gapAnyDays", 2.5],
  ["gapRelationshipDays", -1],
  ["caseDueHours", 0],
  ["recoveryDays", 91],
])("a wrong %s (%j) is refused by name", (field, value) => {
  const parsed = UpdateSettings.safeParse({ ...asked, [field]: value });
  expect(parsed.error?.issues.map((issue) => issue.path[0])).toEqual([field]);
});
