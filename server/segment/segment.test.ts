import { describe, expect, it } from "vitest";
import { segments } from "#db/schema/index.ts";
import type { SignedIn } from "#server/entry.ts";
import { testRuntime } from "#server/test/database.ts";
import { makeMember, makeWorkspace, type TestWorkspace } from "#server/test/factories.ts";
import { endSegment } from "./end.ts";
import { listSegments } from "./queries.ts";
import { renameSegment } from "./rename.ts";
import { isSameFilter } from "./rules.ts";
import { saveSegment } from "./save.ts";
import { SaveSegment } from "./schema.ts";
import { shareSegment } from "./share.ts";

const rt = await testRuntime();
const fjordline = await makeWorkspace(rt, "Fjordline");
const nordlys = await makeWorkspace(rt, "Nordlys");
const mette = await makeMember(rt, fjordline, "manager", "Mette Dahl");
const anna = await makeMember(rt, fjordline, "viewer", "Anna Lind");
const bo = await makeMember(rt, fjordline, "agent", "Bo Ek");

const norway = { where: ["is.Country.Norway"], language: "nb" };
const save = (as: SignedIn, name: string, over: object = {}) =>
  fjordline.run((ctx) => saveSegment(ctx, SaveSegment.parse({ name, filter: norway, ...over })), as);
const seen = async (as: SignedIn, workspace: TestWorkspace = fjordline) =>
  (await workspace.run(listSegments, as)).segments.map(({ name }) => name);

describe("a segment", () => {
  it("keeps its filter without the days, for its maker alone", async () => {
    await save(anna, "Norway", { filter: { ...norway, from: "2026-01-01", to: "2026-02-01" } });
    const { segments: listed, mayShare } = await fjordline.run(listSegments, anna);
    expect(listed).toMatchObject([{ name: "Norway", filter: norway, shared: false, mayChange: true }]);
    expect(listed[0]!.filter).not.toHaveProperty("from");
    expect(mayShare).toBe(false);
    expect(await seen(bo)).toEqual([]);
    expect(await seen(mette)).toEqual([]);
  });

  it("that a manager shares is everybody's in the workspace, and nobody's elsewhere", async () => {
    await save(mette, "Freight", { shared: true });
    expect(await seen(bo)).toContain("Freight");
    expect(await seen(nordlys.owner, nordlys)).toEqual([]);
    await expect(save(bo, "Mine for all", { shared: true })).rejects.toMatchObject({
      code: "FORBIDDEN",
      field: "shared",
    });
  });

  it("needs a name that is free, in whatever letters, and something that is filtered", async () => {
    await save(bo, "Ferries");
    await expect(save(bo, "FERRIES")).rejects.toMatchObject({ code: "CONFLICT", field: "name" });
    await save(anna, "Ferries");
    const paths = (input: object) =>
      SaveSegment.safeParse(input).error?.issues.map(({ path }) => path.join("."));
    expect(paths({ name: " ", filter: norway })).toEqual(["name"]);
    expect(paths({ name: "x".repeat(61), filter: norway })).toEqual(["name"]);
    expect(paths({ name: "Everything", filter: { from: "2026-01-01" } })).toEqual(["filter"]);
  });

  it("is renamed by its maker, and by managers once it is shared", async () => {
    const { id: segmentId } = await save(mette, "Cargo");
    const rename = (as: SignedIn, name: string) =>
      fjordline.run((ctx) => renameSegment(ctx, { segmentId, name }), as);
    await expect(rename(bo, "Bo's")).rejects.toMatchObject({ code: "NOT_FOUND" });
    await rename(mette, "Cargo south");
    await fjordline.run((ctx) => shareSegment(ctx, { segmentId }), mette);
    await expect(rename(bo, "Bo's")).rejects.toMatchObject({ code: "FORBIDDEN" });
    await rename(fjordline.owner, "Cargo north");
    await expect(rename(mette, "freight")).rejects.toMatchObject({ code: "CONFLICT", field: "name" });
    expect(await seen(anna)).toContain("Cargo north");
  });

  it("that is ended is offered no more, its name is free, and who ended it stays known", async () => {
    const { id: segmentId } = await save(mette, "Old", { shared: true });
    const end = (as: SignedIn) => fjordline.run((ctx) => endSegment(ctx, { segmentId }), as);
    await expect(end(anna)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await end(fjordline.owner);
    expect(await seen(mette)).not.toContain("Old");
    await expect(end(mette)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await save(mette, "Old", { shared: true });
    const rows = await fjordline.run((ctx) => ctx.db.select().from(segments));
    expect(rows.find(({ id }) => id === segmentId)).toMatchObject({ endedBy: fjordline.owner.id });
  });

  it("of another workspace is not found", async () => {
    const { id: segmentId } = await save(mette, "Ours", { shared: true });
    for (const work of [
      () => nordlys.run((ctx) => renameSegment(ctx, { segmentId, name: "Theirs" })),
      () => nordlys.run((ctx) => shareSegment(ctx, { segmentId })),
      () => nordlys.run((ctx) => endSegment(ctx, { segmentId })),
    ])
      await expect(work()).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

it("two filters are the same when their words are, whatever the order and the days", () => {
  const one = { team: "x", where: ["is.a.b", "not.c.d"], from: "2026-01-01" };
  expect(isSameFilter(one, { where: ["not.c.d", "is.a.b"], team: "x", group: undefined })).toBe(true);
  expect(isSameFilter(one, { where: ["not.c.d"], team: "x" })).toBe(false);
  expect(isSameFilter({}, { where: [] })).toBe(true);
});
