import { describe, expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { teams } from "#db/schema/index.ts";
import type { Locale } from "#server/i18n/locales.ts";
import { inLanguage, speak } from "#server/i18n/speak.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeWorkspace, type TestWorkspace } from "#server/test/factories.ts";
import { addClosedDay } from "./add-closed-day.ts";
import { findWorkingTime, listWorkingTimes } from "./queries.ts";
import { removeClosedDay } from "./remove-closed-day.ts";
import { resetWorkingTime } from "./reset.ts";
import { addWorkingMs } from "./rules.ts";
import { SetWorkingTime } from "./schema.ts";
import { setWorkingTime } from "./set.ts";

speak();
const rt = await testRuntime();
const fjordline = await makeWorkspace(rt, "Fjordline");
const nordlys = await makeWorkspace(rt, "Nordlys");
const hour = 3_600_000;

const makeTeam = (workspace: TestWorkspace, name: string) =>
  workspace.run(async (ctx) => {
    const id = newId();
    await ctx.db.insert(teams).values({ workspaceId: ctx.workspaceId, id, name, createdAt: ctx.now });
    return id;
  });

const office = (teamId: string | null, over: object = {}) =>
  SetWorkingTime.parse({
    ...{ teamId, timezone: "", calendar: "", customary: false, saturday: "", sunday: "" },
    ...{ monday: "8–16", tuesday: "8–16", wednesday: "8–16", thursday: "8–16", friday: "8–12" },
    ...over,
  });

/** When a case of this team would be due that was opened at the tests' beginning, a Monday at 10 in Copenhagen. */
const dueIn = (hours: number, teamId: string | null = null, workspace = fjordline) =>
  workspace.run(async (ctx) =>
    addWorkingMs(await findWorkingTime(ctx, teamId), testNow, hours * hour).toISOString(),
  );

describe("the working time", () => {
  it("is Monday to Friday round the clock until it is set, and then what was set last, here alone", async () => {
    expect(await dueIn(24)).toBe("2026-11-24T09:00:00.000Z");
    await fjordline.run((ctx) => setWorkingTime(ctx, office(null, { monday: "0–24" })));
    await fjordline.run((ctx) => setWorkingTime(ctx, office(null)));
    expect(await dueIn(24)).toBe("2026-11-26T09:00:00.000Z");
    expect(await dueIn(24, null, nordlys)).toBe("2026-11-24T09:00:00.000Z");
    const { workspace } = await fjordline.run(listWorkingTimes);
    expect(workspace).toMatchObject({ own: { calendar: null }, timezone: "Europe/Copenhagen" });
    expect(workspace.example.due.toISOString()).toBe("2026-12-02T15:00:00.000Z");
  });

  it("of a team is the workspace's until it has hours of its own, and again when those end", async () => {
    const north = await makeTeam(fjordline, "North");
    await fjordline.run((ctx) => setWorkingTime(ctx, office(null)));
    expect(await dueIn(8, north)).toBe("2026-11-24T09:00:00.000Z");
    const late = { monday: "12–20", timezone: "Europe/Helsinki" };
    await fjordline.run((ctx) => setWorkingTime(ctx, office(north, late)));
    expect(await dueIn(8, north)).toBe("2026-11-23T18:00:00.000Z");
    expect(await dueIn(8)).toBe("2026-11-24T09:00:00.000Z");
    await fjordline.run((ctx) => resetWorkingTime(ctx, { teamId: north }));
    expect(await dueIn(8, north)).toBe("2026-11-24T09:00:00.000Z");
  });

  it("of a team in another workspace is neither set nor ended", async () => {
    const theirs = await makeTeam(nordlys, "South");
    const missing = { code: "NOT_FOUND" };
    const set = fjordline.run((ctx) => setWorkingTime(ctx, office(theirs)));
    await expect(set).rejects.toMatchObject(missing);
    const reset = fjordline.run((ctx) => resetWorkingTime(ctx, { teamId: theirs }));
    await expect(reset).rejects.toMatchObject(missing);
    const close = fjordline.run((ctx) =>
      addClosedDay(ctx, { teamId: theirs, day: "2026-12-01", name: "Day" }),
    );
    await expect(close).rejects.toMatchObject(missing);
    expect((await fjordline.run(listWorkingTimes)).teams.map(({ name }) => name)).not.toContain("South");
  });

  it("leaves out the public holidays that were chosen", async () => {
    const team = await makeTeam(fjordline, "Stockholm");
    await fjordline.run((ctx) => setWorkingTime(ctx, office(team, { calendar: "SE", customary: true })));
    const found = await fjordline.run(listWorkingTimes);
    expect(found.teams.find(({ id }) => id === team)!.next.map(({ day }) => day)).toEqual([
      "2026-12-24",
      "2026-12-25",
      "2026-12-31",
      "2027-01-01",
      "2027-01-06",
    ]);
  });

  it("names public holidays in the language of whoever reads, and its own days as they were named", async () => {
    const team = await makeTeam(fjordline, "Malmö");
    await fjordline.run((ctx) => setWorkingTime(ctx, office(team, { calendar: "SE", customary: true })));
    await fjordline.run((ctx) => addClosedDay(ctx, { teamId: team, day: "2026-12-30", name: "Stocktaking" }));
    const names = async (locale: Locale) => {
      const { teams } = await inLanguage(locale, () => fjordline.run(listWorkingTimes));
      return teams.find(({ id }) => id === team)!.next.map(({ name }) => name);
    };
    const own = "Stocktaking";
    expect(await names("sv")).toEqual(["Julafton", "Juldagen", own, "Nyårsafton", "Nyårsdagen"]);
    expect(await names("fi")).toEqual([
      "Jouluaatto",
      "Joulupäivä",
      own,
      "Uudenvuodenaatto",
      "Uudenvuodenpäivä",
    ]);
    expect(await names("de")).toEqual(["Heiligabend", "Erster Weihnachtstag", own, "Silvester", "Neujahr"]);
  });
});

describe("a closed day", () => {
  it("of the company holds for every team, one of a team for that team", async () => {
    const [east, west] = [await makeTeam(fjordline, "East"), await makeTeam(fjordline, "West")];
    await fjordline.run((ctx) => setWorkingTime(ctx, office(null, { friday: "8–16" })));
    await fjordline.run((ctx) => addClosedDay(ctx, { teamId: null, day: "2026-11-24", name: "Company day" }));
    await fjordline.run((ctx) => addClosedDay(ctx, { teamId: east, day: "2026-11-25", name: "Trip" }));
    expect(await dueIn(8, west)).toBe("2026-11-25T09:00:00.000Z");
    expect(await dueIn(8, east)).toBe("2026-11-26T09:00:00.000Z");
    const { workspace } = await fjordline.run(listWorkingTimes);
    const [day] = workspace.closed;
    expect(workspace.closed).toMatchObject([{ day: "2026-11-24", name: "Company day" }]);

    const elsewhere = nordlys.run((ctx) => removeClosedDay(ctx, { closedDayId: day!.id }));
    await expect(elsewhere).rejects.toMatchObject({ code: "NOT_FOUND" });
    await fjordline.run((ctx) => removeClosedDay(ctx, { closedDayId: day!.id }));
    const again = fjordline.run((ctx) => removeClosedDay(ctx, { closedDayId: day!.id }));
    await expect(again).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await dueIn(8, west)).toBe("2026-11-24T09:00:00.000Z");
  });

  it("is to come, and is closed once", async () => {
    const add = (day: string) => nordlys.run((ctx) => addClosedDay(ctx, { teamId: null, day, name: "Move" }));
    await expect(add("2026-11-22")).rejects.toMatchObject({ code: "INVALID", field: "day" });
    await add("2026-11-23");
    await expect(add("2026-11-23")).rejects.toMatchObject({ code: "CONFLICT", field: "day" });
  });
});
