import { describe, expect, it } from "vitest";
import { annotations } from "#db/schema/index.ts";
import { asSystem, type SignedIn } from "#server/entry.ts";
import { testRuntime } from "#server/test/database.ts";
import { makeMember, makeWorkspace, type TestWorkspace } from "#server/test/factories.ts";
import { addAnnotation } from "./add.ts";
import { changeAnnotation } from "./change.ts";
import { listAnnotations } from "./queries.ts";
import { removeAnnotation } from "./remove.ts";
import { AddAnnotation } from "./schema.ts";

const rt = await testRuntime();
const fjordline = await makeWorkspace(rt, "Fjordline");
const nordlys = await makeWorkspace(rt, "Nordlys");
const mette = await makeMember(rt, fjordline, "manager", "Mette Dahl");
const anna = await makeMember(rt, fjordline, "viewer", "Anna Lind");

const add = (as: SignedIn, day: string, text: string, shared = false) =>
  fjordline.run((ctx) => addAnnotation(ctx, { day, text, shared }), as);
const seen = async (as: SignedIn, days = {}, workspace: TestWorkspace = fjordline) =>
  (await workspace.run((ctx) => listAnnotations(ctx, days), as)).map(({ text }) => text);

describe("an annotation", () => {
  it("is its maker's own until it is for everybody; whoever is no member is shown those alone, without names", async () => {
    await add(anna, "2026-09-02", "My holiday");
    await add(mette, "2026-09-01", "New app 5.0", true);
    expect(await seen(anna)).toEqual(["New app 5.0", "My holiday"]);
    expect(await seen(mette)).toEqual(["New app 5.0"]);
    expect(await seen(nordlys.owner, {}, nordlys)).toEqual([]);
    const shown = await asSystem(rt, fjordline.id, "share link", (ctx) => listAnnotations(ctx, {}));
    expect(shown).toMatchObject([{ text: "New app 5.0", by: null, mayChange: false }]);
  });

  it("is found by its day, both ends included", async () => {
    await add(mette, "2026-03-01", "Strike", true);
    expect(await seen(anna, { from: "2026-03-01", to: "2026-03-01" })).toEqual(["Strike"]);
    expect(await seen(anna, { from: "2026-03-02", to: "2026-08-31" })).toEqual([]);
    expect(await seen(anna, { to: "2026-02-28" })).toEqual([]);
  });

  it("for everybody is a manager's to make, and says what is wrong with it", async () => {
    await expect(add(anna, "2026-04-01", "For all", true)).rejects.toMatchObject({
      code: "FORBIDDEN",
      field: "shared",
    });
    const path = (input: object) => AddAnnotation.safeParse(input).error?.issues[0]?.path.join(".");
    expect(path({ day: "2026-02-30", text: "x" })).toBe("day");
    expect(path({ day: "2026-02-28", text: " " })).toBe("text");
    expect(path({ day: "2026-02-28", text: "x".repeat(121) })).toBe("text");
  });

  it("is changed by its maker, then shared, and not taken back from everybody", async () => {
    const { id: annotationId } = await add(mette, "2026-05-01", "Price");
    const change = (as: SignedIn, over: object) =>
      fjordline.run(
        (ctx) =>
          changeAnnotation(ctx, { annotationId, day: "2026-05-02", text: "Prices", shared: false, ...over }),
        as,
      );
    await expect(change(anna, {})).rejects.toMatchObject({ code: "NOT_FOUND" });
    await change(mette, {});
    await change(mette, { shared: true });
    await expect(change(anna, { shared: true })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(change(mette, {})).rejects.toMatchObject({ code: "INVALID", field: "shared" });
    await change(fjordline.owner, { shared: true, text: "New prices" });
    expect(await seen(anna, { from: "2026-05-01", to: "2026-05-31" })).toEqual(["New prices"]);
  });

  it("that is removed is shown no more, and who removed it stays known", async () => {
    const { id: annotationId } = await add(mette, "2026-06-01", "Storm", true);
    const remove = (as: SignedIn) => fjordline.run((ctx) => removeAnnotation(ctx, { annotationId }), as);
    await expect(remove(anna)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await remove(mette);
    expect(await seen(anna, { from: "2026-06-01", to: "2026-06-30" })).toEqual([]);
    await expect(remove(mette)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const rows = await fjordline.run((ctx) => ctx.db.select().from(annotations));
    expect(rows.find(({ id }) => id === annotationId)).toMatchObject({ removedBy: mette.id });
  });

  it("of another workspace is not found", async () => {
    const { id: annotationId } = await add(mette, "2026-07-01", "Ours", true);
    const change = nordlys.run((ctx) =>
      changeAnnotation(ctx, { annotationId, day: "2026-07-01", text: "Theirs", shared: true }),
    );
    await expect(change).rejects.toMatchObject({ code: "NOT_FOUND" });
    const remove = nordlys.run((ctx) => removeAnnotation(ctx, { annotationId }));
    await expect(remove).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
