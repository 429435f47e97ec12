import { expect, it } from "vitest";
import { casePresences } from "#db/schema/index.ts";
import { atTheDoor } from "#server/context.ts";
import { positionNow, readChanges } from "#server/live/changes.ts";
import { makeOpenCase } from "#server/test/closed-case.ts";
import { testRuntime } from "#server/test/database.ts";
import { makeMember, makeWorkspace } from "#server/test/factories.ts";
import { removeMember } from "#server/workspace/remove-member.ts";
import { endPresence } from "./end.ts";
import { forgetPresences } from "./forget.ts";
import { notePresence } from "./note.ts";
import { listPresences } from "./queries.ts";

const rt = await testRuntime();
const { db } = rt.connection;
const fjordline = await makeWorkspace(rt, "Fjordline");
const nordlys = await makeWorkspace(rt, "Nordlys");
const bo = await makeMember(rt, fjordline, "agent", "Bo Friis");
const ida = await makeMember(rt, fjordline, "viewer", "Ida Holm");

const pass = (seconds: number) => rt.setNow(new Date(rt.clock().getTime() + seconds * 1000));

async function inCase() {
  const { caseId } = await makeOpenCase(rt, fjordline);
  const note = (doing: "viewing" | "writing", tab = "one", by = bo) =>
    fjordline.run((ctx) => notePresence(ctx, { caseId, tab, doing }), by);
  const end = (tab = "one") => fjordline.run((ctx) => endPresence(ctx, { caseId, tab }), bo);
  const list = async (by = ida) => {
    const { present } = await fjordline.run(listPresences, by);
    return present.filter((one) => one.caseId === caseId).map(({ name, doing }) => `${name} is ${doing}`);
  };
  return { caseId, note, end, list };
}

it("shows colleagues who looks at the case or writes in it, and nobody themselves", async () => {
  const { note, end, list } = await inCase();
  await note("viewing");
  expect(await list()).toEqual(["Bo Friis is viewing"]);
  expect(await list(bo)).toEqual([]);
  await note("writing", "two");
  expect(await list()).toEqual(["Bo Friis is writing"]);
  await end("two");
  expect(await list()).toEqual(["Bo Friis is viewing"]);
  await end();
  expect(await list()).toEqual([]);
});

it("says at which case each of them is", async () => {
  const [one, other] = [await inCase(), await inCase()];
  await one.note("writing");
  await other.note("viewing", "two");
  expect(await one.list()).toEqual(["Bo Friis is writing"]);
  expect(await other.list()).toEqual(["Bo Friis is viewing"]);
  await one.end();
  expect(await one.list()).toEqual([]);
  expect(await other.list()).toEqual(["Bo Friis is viewing"]);
  await other.end("two");
});

it("is true for less than thirty seconds after the last word, and kept no longer", async () => {
  const { note, list } = await inCase();
  await note("writing");
  pass(20);
  expect(await list()).toHaveLength(1);
  await note("writing");
  pass(20);
  expect(await list()).toHaveLength(1);
  pass(6);
  expect(await list()).toEqual([]);
  await atTheDoor(db, (tx) => forgetPresences(tx, rt.clock()));
  expect(await fjordline.run((ctx) => ctx.db.select().from(casePresences))).toEqual([]);
});

it("announces what is new, and not what only goes on", async () => {
  const { note, end } = await inCase();
  const told = async (work: () => Promise<unknown>) => {
    const since = [{ workspaceId: fjordline.id, position: await positionNow(db) }];
    await work();
    const [change] = (await atTheDoor(db, (tx) => readChanges(tx, since))).changed;
    return change === "resync" ? change : change!.kinds;
  };
  expect(await told(() => note("viewing"))).toEqual(["presences"]);
  expect(await told(() => note("viewing"))).toEqual([]);
  expect(await told(() => note("writing"))).toEqual(["presences"]);
  expect(await told(end)).toEqual(["presences"]);
  expect(await told(end)).toEqual([]);
});

it("ends with the membership", async () => {
  const { note, list } = await inCase();
  const jon = await makeMember(rt, fjordline, "agent", "Jon Vik");
  await note("writing", "one", jon);
  await fjordline.run((ctx) => removeMember(ctx, { userId: jon.id }));
  expect(await list()).toEqual([]);
});

it("another workspace sees nobody, and is nowhere", async () => {
  const { caseId, note } = await inCase();
  await note("writing");
  const { present } = await nordlys.run(listPresences);
  expect(present).toEqual([]);
  const foreign = nordlys.run((ctx) => notePresence(ctx, { caseId, tab: "x", doing: "viewing" }));
  await expect(foreign).rejects.toMatchObject({ code: "NOT_FOUND" });
});
