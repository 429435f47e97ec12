import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { caseClosures, cases, causes, workspaces } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { asMember, inNewWorkspace } from "#server/entry.ts";
import { inLanguage, speak } from "#server/i18n/speak.ts";
import { appRouter } from "#server/router.ts";
import { testRuntime } from "#server/test/database.ts";
import { makeUser, makeWorkspace, type TestWorkspace } from "#server/test/factories.ts";
import { createCallerFactory } from "#server/trpc.ts";
import { createWorkspace } from "#server/workspace/create.ts";
import { UpdateSettings } from "#server/workspace/schema.ts";
import { updateSettings } from "#server/workspace/update-settings.ts";
import { addCause } from "./add.ts";
import { mergeCause } from "./merge.ts";
import { moveCause } from "./move.ts";
import { listCauses, listNamed, listOffered, nameCauses } from "./queries.ts";
import { renameCause } from "./rename.ts";
import { restoreCause, retireCause } from "./retire.ts";
import { pathOf } from "./rules.ts";
import { AddCause } from "./schema.ts";
import { suggestCauses } from "./suggest.ts";

speak();
const rt = await testRuntime();
const nordlys = await makeWorkspace(rt, "Nordlys");

/** A workspace with Delivery (Late, Lost) and Price, and what can be done there. */
async function made() {
  const workspace = await makeWorkspace(rt, "Fjordline");
  const add = (name: string, parentId: string | null = null) =>
    workspace.run(async (ctx) => (await addCause(ctx, { name, parentId })).id);
  const delivery = await add("Delivery");
  const [late, lost, price] = [await add("Late", delivery), await add("Lost", delivery), await add("Price")];
  const paths = () => workspace.run(async (ctx) => (await listOffered(ctx)).map(pathOf));
  return { workspace, add, delivery, late, lost, price, paths };
}

/** A case that was closed with the cause. */
const closeWith = (ctx: Ctx, causeId: string) => {
  const own = { workspaceId: ctx.workspaceId };
  const caseId = newId();
  return ctx.db
    .insert(cases)
    .values({ ...own, id: caseId, state: "closed", openedAt: ctx.now, dueAt: ctx.now })
    .then(() =>
      ctx.db
        .insert(caseClosures)
        .values({ ...own, id: newId(), caseId, causeId, outcome: "Sent", closedAt: ctx.now }),
    );
};

describe("the list", () => {
  it("has two levels in an order of its own", async () => {
    const { workspace, add, delivery, late, lost, price, paths } = await made();
    expect(await paths()).toEqual(["Delivery", "Delivery › Late", "Delivery › Lost", "Price"]);
    await workspace.run((ctx) => moveCause(ctx, { id: price, by: "up" }));
    await workspace.run((ctx) => moveCause(ctx, { id: price, by: "up" }));
    await workspace.run((ctx) => moveCause(ctx, { id: late, by: "down" }));
    expect(await paths()).toEqual(["Price", "Delivery", "Delivery › Lost", "Delivery › Late"]);
    await expect(add("Beneath", lost)).rejects.toMatchObject({ code: "INVALID", field: "parentId" });
    await expect(add(" late ", delivery)).rejects.toMatchObject({ code: "INVALID", field: "name" });
    await add("Late", price);
    expect(await paths()).toContain("Price › Late");
    expect(AddCause.safeParse({ name: "  " }).success).toBe(false);
  });

  it("renames everywhere, and what cases were closed with keeps its id", async () => {
    const { workspace, delivery, late } = await made();
    await workspace.run((ctx) => closeWith(ctx, late));
    await workspace.run((ctx) => renameCause(ctx, { id: delivery, name: "Shipping" }));
    await workspace.run((ctx) => renameCause(ctx, { id: late, name: "Too late" }));
    const [closure] = await workspace.run((ctx) => ctx.db.select().from(caseClosures));
    const named = await workspace.run((ctx) => nameCauses(ctx));
    expect(pathOf(named.get(closure!.causeId!)!)).toBe("Shipping › Too late");
    await expect(workspace.run((ctx) => renameCause(ctx, { id: late, name: "LOST" }))).rejects.toMatchObject({
      code: "INVALID",
      field: "name",
    });
  });

  it("offers a retired cause no more, nor what is beneath it, and keeps it in its place until it is offered again", async () => {
    const { workspace, add, delivery, late, price, paths } = await made();
    await workspace.run((ctx) => closeWith(ctx, late));
    await workspace.run((ctx) => retireCause(ctx, { id: delivery }));
    expect(await paths()).toEqual(["Price"]);
    const listed = await workspace.run((ctx) => listCauses(ctx));
    expect(listed[0]).toMatchObject({ id: delivery, retiredAt: expect.any(Date) });
    expect(listed[0]!.beneath[0]).toMatchObject({ id: late, retiredAt: null, closings: 1 });
    await expect(add("Again", delivery)).rejects.toMatchObject({ field: "parentId" });
    await expect(workspace.run((ctx) => retireCause(ctx, { id: price }))).rejects.toMatchObject({
      code: "CONFLICT",
    });
    const again = await add("Delivery");
    await expect(workspace.run((ctx) => restoreCause(ctx, { id: delivery }))).rejects.toMatchObject({
      field: "name",
    });
    await workspace.run((ctx) => retireCause(ctx, { id: again }));
    await workspace.run((ctx) => restoreCause(ctx, { id: delivery }));
    expect(await paths()).toEqual(["Delivery", "Delivery › Late", "Delivery › Lost", "Price"]);
  });

  it("merges one cause into another for good, whatever order it is done in", async () => {
    const { workspace, add, delivery, late, lost, price, paths } = await made();
    const freight = await add("Freight");
    const slow = await add("Late", freight);
    for (const id of [late, slow, freight]) await workspace.run((ctx) => closeWith(ctx, id));
    await workspace.run((ctx) => mergeCause(ctx, { id: freight, into: delivery }));
    expect(await paths()).toEqual(["Delivery", "Delivery › Late", "Delivery › Lost", "Price"]);
    await workspace.run((ctx) => mergeCause(ctx, { id: late, into: lost }));
    const [first] = await workspace.run((ctx) => listCauses(ctx));
    expect(first).toMatchObject({ closings: 1, merged: ["Freight"] });
    expect(first!.beneath).toMatchObject([{ id: lost, closings: 2, merged: ["Late", "Late"] }]);
    const named = await workspace.run((ctx) => nameCauses(ctx));
    expect(pathOf(named.get(slow)!)).toBe("Delivery › Lost");
    await expect(workspace.run((ctx) => mergeCause(ctx, { id: delivery, into: lost }))).rejects.toMatchObject(
      { code: "INVALID", field: "into" },
    );
    await expect(workspace.run((ctx) => mergeCause(ctx, { id: late, into: price }))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("is kept by two at once, one after the other", async () => {
    const { workspace, late, lost, delivery } = await made();
    const results = await Promise.allSettled([
      workspace.run((ctx) => mergeCause(ctx, { id: late, into: lost })),
      workspace.run((ctx) => mergeCause(ctx, { id: lost, into: late })),
      workspace.run((ctx) => addCause(ctx, { name: "Broken", parentId: delivery })),
      workspace.run((ctx) => addCause(ctx, { name: "broken", parentId: delivery })),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual([
      ...["fulfilled", "fulfilled", "rejected", "rejected"],
    ]);
  });
});

describe("what a workspace begins with", () => {
  const settings = (over: Partial<UpdateSettings>) =>
    UpdateSettings.parse({
      ...{
        name: "Fjordline",
        locale: "en",
        timezone: "Europe/Copenhagen",
        caseDueHours: 24,
        recoveryDays: 14,
      },
      ...{ gapAnyDays: 30, gapTouchpointDays: 90, gapRelationshipDays: 180, ...over },
    });

  it("is a list in its language, which follows that until somebody names a cause", async () => {
    const owner = await makeUser(rt, "Maja Berg", `maja-${newId()}@fjordline.example`);
    const { slug } = await inNewWorkspace(rt, { kind: "system", task: "test" }, (ctx) =>
      createWorkspace(ctx, { name: "Fjordline", ownerId: owner.id }),
    );
    const run = <T>(work: (ctx: Ctx) => Promise<T>) => asMember(rt, owner, slug, work);
    const paths = () => run(async (ctx) => (await listOffered(ctx)).map(pathOf));
    expect((await paths()).slice(0, 3)).toEqual(["Delivery", "Delivery › Late", "Delivery › Damaged"]);
    const [, late] = await run((ctx) => listOffered(ctx));
    await run((ctx) => renameCause(ctx, { id: late!.id, name: "After Friday" }));
    await run((ctx) => updateSettings(ctx, settings({ locale: "sv" })));
    expect((await paths()).slice(0, 3)).toEqual(["Leverans", "Leverans › After Friday", "Leverans › Skadad"]);
    await run((ctx) => addCause(ctx, { name: "Kvalität", parentId: null }));
    await run((ctx) => updateSettings(ctx, settings({ locale: "de" })));
    expect(await paths()).toEqual(expect.arrayContaining(["Lieferung › Beschädigt", "Kvalität"]));
  });

  it("is in the language of whoever makes the workspace", async () => {
    const owner = await makeUser(rt, "Aino Laine", `aino-${newId()}@fjordline.example`);
    const { slug } = await inLanguage("fi", () =>
      createCallerFactory(appRouter)({
        rt,
        user: { ...owner, sessionId: newId() },
        live: () => Promise.reject(new Error("nobody listens")),
      }).workspace.create({ name: "Fjordline" }),
    );
    const of = async (ctx: Ctx) => [
      ...(await ctx.db.select({ locale: workspaces.locale }).from(workspaces)).map(({ locale }) => locale),
      ...(await listOffered(ctx)).map(pathOf).slice(0, 2),
    ];
    expect(await asMember(rt, owner, slug, of)).toEqual(["fi", "Toimitus", "Toimitus › Myöhässä"]);
  });

  it("leaves a name that another cause has", async () => {
    const workspace = await makeWorkspace(rt, "Fjordline");
    await workspace.run((ctx) => suggestCauses(ctx, "en"));
    await workspace.run((ctx) => addCause(ctx, { name: "Leverans", parentId: null }));
    await workspace.run((ctx) => updateSettings(ctx, settings({ locale: "sv" })));
    const names = await workspace.run(async (ctx) => (await listOffered(ctx)).map(({ name }) => name));
    expect(names).toEqual(expect.arrayContaining(["Delivery", "Leverans", "Övrigt"]));
  });
});

it("another workspace sees, changes and merges nothing of it", async () => {
  const { workspace, delivery, late, price } = await made();
  const missing = { code: "NOT_FOUND" };
  const elsewhere = <T>(work: (ctx: Ctx) => Promise<T>, at: TestWorkspace = nordlys) => at.run(work);
  expect(await elsewhere(listCauses)).toEqual([]);
  expect(await elsewhere(listOffered)).toEqual([]);
  expect(await elsewhere(listNamed)).toEqual([]);
  expect(await elsewhere(nameCauses)).toEqual(new Map());
  const theirs = await elsewhere((ctx) => addCause(ctx, { name: "Theirs", parentId: null }));
  for (const attempt of [
    (ctx: Ctx) => addCause(ctx, { name: "x", parentId: delivery }),
    (ctx: Ctx) => renameCause(ctx, { id: late, name: "x" }),
    (ctx: Ctx) => moveCause(ctx, { id: price, by: "up" }),
    (ctx: Ctx) => retireCause(ctx, { id: late }),
    (ctx: Ctx) => restoreCause(ctx, { id: late }),
    (ctx: Ctx) => mergeCause(ctx, { id: late, into: theirs.id }),
    (ctx: Ctx) => mergeCause(ctx, { id: theirs.id, into: late }),
  ])
    await expect(elsewhere<unknown>(attempt)).rejects.toMatchObject(missing);
  const [row] = await workspace.run((ctx) => ctx.db.select().from(causes).where(eq(causes.id, late)));
  expect(row).toMatchObject({ name: "Late", retiredAt: null, mergedInto: null });
});
