import { describe, expect, it } from "vitest";
import { testRuntime } from "#server/test/database.ts";
import { makeMember, makeWorkspace } from "#server/test/factories.ts";
import { removeMember } from "#server/workspace/remove-member.ts";
import { addAbsence } from "./add.ts";
import { endAbsence } from "./end.ts";
import { findAwayToday, findStandIn, listAbsences } from "./queries.ts";
import { AddAbsence } from "./schema.ts";

const rt = await testRuntime();
const fjordline = await makeWorkspace(rt, "Fjordline");
const nordlys = await makeWorkspace(rt, "Nordlys");
const bo = await makeMember(rt, fjordline, "agent", "Bo Friis");
const liv = await makeMember(rt, fjordline, "agent", "Liv Dahl");

const add = (over: Partial<AddAbsence> = {}, as = bo, workspace = fjordline) =>
  workspace.run(
    (ctx) =>
      addAbsence(ctx, {
        ...{ userId: bo.id, coverId: liv.id, fromDay: "2026-11-23", toDay: "2026-11-27" },
        ...over,
      }),
    as,
  );
const standIn = () => fjordline.run(async (ctx) => (await findStandIn(ctx, bo.id))!.id);

describe("an absence", () => {
  it("lets a colleague stand in on its days, until it is ended", async () => {
    expect(await standIn()).toBe(bo.id);
    const { id } = await add();
    expect(await standIn()).toBe(liv.id);
    const listed = await fjordline.run(listAbsences, liv);
    expect(listed.absences).toMatchObject([{ name: "Bo Friis", coverName: "Liv Dahl", mayEnd: false }]);
    await expect(add({ fromDay: "2026-11-27", toDay: "2026-11-30" })).rejects.toMatchObject({
      code: "CONFLICT",
      field: "fromDay",
    });
    const end = (as: typeof bo) => fjordline.run((ctx) => endAbsence(ctx, { absenceId: id }), as);
    await expect(end(liv)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await end(bo);
    await expect(end(bo)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await standIn()).toBe(bo.id);
  });

  it("of others is a manager's to set and to end", async () => {
    await expect(add({}, liv)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const { id: absenceId } = await add({}, fjordline.owner);
    await fjordline.run((ctx) => endAbsence(ctx, { absenceId }));
  });

  it("is to come, has its days in order, and a colleague of the workspace", async () => {
    await expect(add({ fromDay: "2026-11-01", toDay: "2026-11-22" })).rejects.toMatchObject({
      field: "toDay",
    });
    await expect(add({ coverId: nordlys.owner.id })).rejects.toMatchObject({ field: "coverId" });
    const path = (over: object) =>
      AddAbsence.safeParse({
        ...{ userId: bo.id, coverId: liv.id, fromDay: "2026-11-23", toDay: "2026-11-27" },
        ...over,
      }).error?.issues.map((issue) => issue.path.join("."));
    expect(path({ toDay: "2026-11-22" })).toEqual(["toDay"]);
    expect(path({ coverId: bo.id })).toEqual(["coverId"]);
    expect(path({ fromDay: "" })).toEqual(["fromDay"]);
  });

  it("of another workspace is neither seen nor ended, nor set for its people", async () => {
    const { id: absenceId } = await add();
    expect((await nordlys.run(listAbsences)).absences).toEqual([]);
    const end = nordlys.run((ctx) => endAbsence(ctx, { absenceId }));
    await expect(end).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(add({}, nordlys.owner, nordlys)).rejects.toMatchObject({ code: "INVALID", field: "userId" });
    await fjordline.run((ctx) => endAbsence(ctx, { absenceId }));
  });

  it("is none when who stands in does not work here any more", async () => {
    const nils = await makeMember(rt, fjordline, "agent", "Nils Berg");
    const { id: absenceId } = await add({ coverId: nils.id });
    expect(await standIn()).toBe(nils.id);
    await fjordline.run((ctx) => removeMember(ctx, { userId: nils.id }));
    expect(await standIn()).toBe(bo.id);
    await fjordline.run((ctx) => endAbsence(ctx, { absenceId }), bo);
  });

  it("is told of today by who is away, until when and who stands in; of another workspace nobody is", async () => {
    const { id: absenceId } = await add();
    const { id: laterId } = await add({ fromDay: "2026-12-07", toDay: "2026-12-08" }, fjordline.owner);
    expect(await fjordline.run(findAwayToday)).toEqual(
      new Map([[bo.id, { toDay: "2026-11-27", coverName: "Liv Dahl" }]]),
    );
    expect(await nordlys.run(findAwayToday)).toEqual(new Map());
    await fjordline.run((ctx) => endAbsence(ctx, { absenceId }));
    expect(await fjordline.run(findAwayToday)).toEqual(new Map());
    await fjordline.run((ctx) => endAbsence(ctx, { absenceId: laterId }));
  });
});
