import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { caseReads, cases, members, responses } from "#db/schema/index.ts";
import type { SignedIn } from "#server/entry.ts";
import { makeOpenCase } from "#server/test/closed-case.ts";
import { testRuntime } from "#server/test/database.ts";
import { makeMember, makeWorkspace } from "#server/test/factories.ts";
import { findHeard } from "./heard.ts";
import { listCases } from "./list.ts";
import { markUnread } from "./mark-unread.ts";
import { noteRead } from "./note-read.ts";
import { ListCases } from "./schema.ts";

const rt = await testRuntime();
const fjordline = await makeWorkspace(rt, "Fjordline");
const nordlys = await makeWorkspace(rt, "Nordlys");
const bo = await makeMember(rt, fjordline, "agent", "Bo Friis");
const ida = await makeMember(rt, fjordline, "viewer", "Ida Holm");

const pass = (seconds: number) => rt.setNow(new Date(rt.clock().getTime() + seconds * 1000));

/** An open case, with what one does about reading it; a second passes before each step. */
async function inCase() {
  pass(1);
  const { caseId, responseId } = await makeOpenCase(rt, fjordline);
  const heard = (by: SignedIn) => fjordline.run((ctx) => findHeard(ctx, { caseId }), by);
  const isUnread = async (by: SignedIn) => {
    const { unread } = await heard(by);
    const { cases: listed } = await fjordline.run(
      (ctx) => listCases(ctx, ListCases.parse({ view: "all" })),
      by,
    );
    expect(listed.find(({ id }) => id === caseId)).toMatchObject({ unread });
    return unread;
  };
  const read = async (by: SignedIn, { heardAt }: { heardAt: Date }) => {
    pass(1);
    await fjordline.run((ctx) => noteRead(ctx, { caseId, heardAt: heardAt.toISOString() }), by);
  };
  const writes = () => {
    pass(1);
    return fjordline.run((ctx) =>
      ctx.db.update(cases).set({ lastInboundAt: ctx.now }).where(eq(cases.id, caseId)),
    );
  };
  const change = () => {
    pass(1);
    return fjordline.run((ctx) =>
      ctx.db.update(responses).set({ updatedAt: ctx.now }).where(eq(responses.id, responseId)),
    );
  };
  const mark = (by: SignedIn) => fjordline.run((ctx) => markUnread(ctx, { caseIds: [caseId] }), by);
  const rows = () =>
    fjordline.run((ctx) => ctx.db.select().from(caseReads).where(eq(caseReads.caseId, caseId)));
  return { caseId, heard, isUnread, read, writes, change, mark, rows };
}

it("a new case is unread for each member until they had it open themselves", async () => {
  const { heard, isUnread, read } = await inCase();
  expect([await isUnread(bo), await isUnread(ida)]).toEqual([true, true]);
  await read(bo, await heard(bo));
  expect([await isUnread(bo), await isUnread(ida)]).toEqual([false, true]);
});

it("what the customer writes or answers anew makes it unread again", async () => {
  const { heard, isUnread, read, writes, change } = await inCase();
  for (const speak of [writes, change]) {
    await read(bo, await heard(bo));
    expect(await isUnread(bo)).toBe(false);
    await speak();
    expect(await isUnread(bo)).toBe(true);
  }
});

it("what came after the page was read stays unread, and what was read later stays read", async () => {
  const { heard, isUnread, read, writes } = await inCase();
  const before = await heard(bo);
  await writes();
  await read(bo, before);
  expect(await isUnread(bo)).toBe(true);
  await read(bo, await heard(bo));
  await read(bo, before);
  expect(await isUnread(bo)).toBe(false);
});

it("a page that names a time to come has read no more than there is", async () => {
  const { isUnread, read, writes } = await inCase();
  await read(bo, { heardAt: new Date("2099-01-01T00:00:00Z") });
  expect(await isUnread(bo)).toBe(false);
  await writes();
  expect(await isUnread(bo)).toBe(true);
});

it("reading the same again changes no row", async () => {
  const { heard, read, rows } = await inCase();
  await read(bo, await heard(bo));
  const before = await rows();
  await read(bo, await heard(bo));
  expect(await rows()).toEqual(before);
  expect(before).toHaveLength(1);
});

it("is marked as unread by whoever likes, for themselves, and a closed one is not", async () => {
  const { caseId, heard, isUnread, read, mark } = await inCase();
  await read(bo, await heard(bo));
  await read(ida, await heard(ida));
  expect(await mark(bo)).toEqual({ marked: [caseId] });
  expect([await isUnread(bo), await isUnread(ida)]).toEqual([true, false]);
  await read(bo, await heard(bo));
  expect(await isUnread(bo)).toBe(false);
  await mark(bo);
  await fjordline.run((ctx) => ctx.db.update(cases).set({ state: "closed" }).where(eq(cases.id, caseId)));
  expect(await isUnread(bo)).toBe(false);
  expect(await mark(bo)).toEqual({ marked: [] });
});

it("what was said before somebody became a member is read for them, and before reading was kept for all", async () => {
  const { isUnread } = await inCase();
  pass(1);
  const jon = await makeMember(rt, fjordline, "agent", "Jon Vik");
  expect([await isUnread(jon), await isUnread(bo)]).toEqual([false, true]);
  await fjordline.run((ctx) =>
    ctx.db.update(members).set({ readsFrom: ctx.now }).where(eq(members.userId, bo.id)),
  );
  expect(await isUnread(bo)).toBe(false);
  const later = await inCase();
  expect([await later.isUnread(jon), await later.isUnread(bo)]).toEqual([true, true]);
});

it("another workspace has nothing to read here, and leaves no trace", async () => {
  const { caseId, heard, rows } = await inCase();
  const heardAt = (await heard(bo)).heardAt.toISOString();
  await expect(nordlys.run((ctx) => findHeard(ctx, { caseId }))).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(nordlys.run((ctx) => noteRead(ctx, { caseId, heardAt }))).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  expect(await nordlys.run((ctx) => markUnread(ctx, { caseIds: [caseId] }))).toEqual({ marked: [] });
  expect(await rows()).toEqual([]);
});
