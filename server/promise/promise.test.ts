import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { caseEvents, cases, promiseChanges, promises, workspaces } from "#db/schema/index.ts";
import { actOnCases } from "#server/case/act.ts";
import { closeCase } from "#server/case/close.ts";
import { countCases } from "#server/case/count.ts";
import { listCases } from "#server/case/list.ts";
import { listPast } from "#server/case/past.ts";
import { requireCase } from "#server/case/queries.ts";
import { releaseReply } from "#server/case/release-reply.ts";
import { reopenCase } from "#server/case/reopen.ts";
import { ListCases } from "#server/case/schema.ts";
import { sendReply } from "#server/case/send-reply.ts";
import { snoozeCase } from "#server/case/snooze.ts";
import { erasePerson } from "#server/own-data/erase.ts";
import { gatherOwnData } from "#server/own-data/gather.ts";
import { causeNamed } from "#server/test/causes.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeContact, makeMember, makeWorkspace } from "#server/test/factories.ts";
import { makeCase } from "#server/test/follow-up.ts";
import { comeAllDuePromises } from "#server/worker/due-promises.ts";
import { keepPromise, movePromise, undoPromise, withdrawPromise } from "./change.ts";
import { comeDuePromises } from "./come-due.ts";
import { makePromise } from "./make.ts";
import { listPromises } from "./queries.ts";

const rt = await testRuntime();
const fjordline = await makeWorkspace(rt, "Fjordline");
const nordlys = await makeWorkspace(rt, "Nordlys");
const bo = await makeMember(rt, fjordline, "agent", "Bo Friis");
await fjordline.run((ctx) =>
  ctx.db.update(workspaces).set({ timezone: "Europe/Copenhagen" }).where(eq(workspaces.id, ctx.workspaceId)),
);
beforeEach(() => rt.setNow(testNow));

const today = "2026-11-23";
const tomorrow = "2026-11-24";
const closing = { causeId: await fjordline.run((ctx) => causeNamed(ctx)), outcome: "Sent again" };
const hour = 3_600_000;
const at = (iso: string) => rt.setNow(new Date(iso));
const inAMoment = () => rt.setNow(new Date(rt.clock().getTime() + 1000));

const open = (over: Partial<Parameters<typeof makeCase>[1]> = {}) =>
  fjordline.run((ctx) =>
    makeCase(ctx, { openedAt: ctx.now, dueAt: new Date(ctx.now.getTime() + 24 * hour), ...over }),
  );
const promise = (caseId: string, dueOn = today, text = "I will call you.") => {
  inAMoment();
  return fjordline.run(async (ctx) => (await makePromise(ctx, { caseId, text, dueOn })).id, bo);
};
const read = (caseId: string) => fjordline.run((ctx) => requireCase(ctx, caseId));
const close = (caseId: string) => fjordline.run((ctx) => closeCase(ctx, { caseId, ...closing }), bo);
const told = async (caseId: string) =>
  (
    await fjordline.run((ctx) =>
      ctx.db.select().from(caseEvents).where(eq(caseEvents.caseId, caseId)).orderBy(caseEvents.id),
    )
  ).map(({ kind }) => kind);

describe("a promise", () => {
  it("is noted with its day and whoever notes it as its owner, and stands in the case", async () => {
    const caseId = await open();
    const id = await promise(caseId, tomorrow);
    const [one] = await fjordline.run((ctx) => listPromises(ctx, { caseId }));
    expect(one).toMatchObject({
      id,
      text: "I will call you.",
      dueOn: tomorrow,
      ownerId: bo.id,
      endedAs: null,
    });
    expect(await told(caseId)).toEqual(["promised"]);
    expect(await read(caseId)).toMatchObject({
      promiseAt: new Date("2026-11-23T23:00:00Z"),
      promiseFellAt: null,
    });
  });

  it("is kept once, of two who press at the same time by one, and that is taken back", async () => {
    const caseId = await open();
    const promiseId = await promise(caseId);
    const keep = () => fjordline.run((ctx) => keepPromise(ctx, { promiseId }), bo);
    const both = await Promise.allSettled([keep(), keep()]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await read(caseId)).toMatchObject({ promiseAt: null, promiseFellAt: null });
    await fjordline.run((ctx) => undoPromise(ctx, { promiseId }), bo);
    await fjordline.run((ctx) => undoPromise(ctx, { promiseId }), bo);
    expect((await read(caseId)).promiseFellAt).toEqual(new Date("2026-11-22T23:00:00Z"));
    expect(await told(caseId)).toEqual(["promised", "promise_kept", "promise_undone"]);
  });

  it("is moved with a reason, to somebody else where that is said, and withdrawn with one", async () => {
    const caseId = await open();
    const promiseId = await promise(caseId);
    const move = { promiseId, dueOn: tomorrow, ownerId: fjordline.owner.id, reason: "The depot was closed" };
    await fjordline.run((ctx) => movePromise(ctx, move), bo);
    expect(await read(caseId)).toMatchObject({ promiseFellAt: null });
    inAMoment();
    await fjordline.run((ctx) => withdrawPromise(ctx, { promiseId, reason: "Not needed" }), bo);
    const [one] = await fjordline.run((ctx) => listPromises(ctx, { caseId }));
    expect(one).toMatchObject({
      dueOn: tomorrow,
      ownerId: fjordline.owner.id,
      endedAs: "withdrawn",
      endedBy: bo.id,
    });
    expect(one!.changes.map(({ kind, reason, changedBy }) => [kind, reason, changedBy])).toEqual([
      ["withdrawn", "Not needed", bo.id],
      ["moved", "The depot was closed", bo.id],
    ]);
  });

  it("is for a day to come within a year, in a case that is open, by somebody who works here", async () => {
    const caseId = await open();
    const make = (over: object) =>
      fjordline.run((ctx) => makePromise(ctx, { caseId, text: "I will call", dueOn: today, ...over }));
    await expect(make({ dueOn: "2026-11-22" })).rejects.toMatchObject({ code: "INVALID", field: "dueOn" });
    await expect(make({ dueOn: "2028-01-01" })).rejects.toMatchObject({ code: "INVALID", field: "dueOn" });
    await expect(make({ ownerId: nordlys.owner.id })).rejects.toMatchObject({ field: "ownerId" });
    await close(caseId);
    await expect(make({})).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("is one of twenty at most", async () => {
    const caseId = await open();
    for (let n = 0; n < 20; n++) await promise(caseId, tomorrow);
    await expect(promise(caseId)).rejects.toMatchObject({ code: "LIMIT_REACHED" });
  });

  it("of another workspace is not there", async () => {
    const caseId = await open();
    const promiseId = await promise(caseId);
    const reason = "no";
    await nordlys.run(async (ctx) => {
      const missing = { code: "NOT_FOUND" };
      const input = { caseId, text: "I will call", dueOn: today };
      await expect(makePromise(ctx, input)).rejects.toMatchObject(missing);
      await expect(keepPromise(ctx, { promiseId })).rejects.toMatchObject(missing);
      await expect(undoPromise(ctx, { promiseId })).rejects.toMatchObject(missing);
      await expect(withdrawPromise(ctx, { promiseId, reason })).rejects.toMatchObject(missing);
      await expect(movePromise(ctx, { promiseId, dueOn: tomorrow, reason })).rejects.toMatchObject(missing);
      expect(await listPromises(ctx, { caseId })).toEqual([]);
      await expect(listPast(ctx, { caseId })).rejects.toMatchObject(missing);
    });
  });
});

describe("a case with an open promise", () => {
  it("is not closed, by nobody and in no way, until the promise is kept or withdrawn", async () => {
    const caseId = await open();
    const promiseId = await promise(caseId, tomorrow);
    await expect(close(caseId)).rejects.toMatchObject({
      code: "CONFLICT",
      field: "promises",
      message: expect.stringContaining("“I will call you.” (2026-11-24)"),
    });
    const directly = fjordline.run((ctx) =>
      ctx.db.update(cases).set({ state: "closed" }).where(eq(cases.id, caseId)),
    );
    await expect(directly).rejects.toThrow();
    await fjordline.run((ctx) => keepPromise(ctx, { promiseId }));
    expect((await close(caseId)).state).toBe("closed");
    const undo = fjordline.run((ctx) => undoPromise(ctx, { promiseId }));
    await expect(undo).rejects.toMatchObject({ code: "CONFLICT" });
    await fjordline.run((ctx) => reopenCase(ctx, { caseId }));
    await fjordline.run((ctx) => undoPromise(ctx, { promiseId }));
    expect((await read(caseId)).promiseAt).not.toBeNull();
  });

  it("is left when others are closed with it, and it is said which", async () => {
    const [promised, free, closed] = [await open(), await open(), await open({ state: "closed" })];
    await promise(promised);
    const change = { kind: "close", ...closing } as const;
    const caseIds = [promised, free, closed];
    const acted = await fjordline.run((ctx) => actOnCases(ctx, { caseIds, change }), bo);
    expect(acted.done).toEqual([free]);
    expect([...acted.left].sort()).toEqual([promised, closed].sort());
    expect(acted.promised).toEqual([promised]);
    expect((await read(promised)).state).toBe("open");
  });

  it("keeps back a reply that is to close it, and one promised meanwhile keeps it open when the reply goes out", async () => {
    const contact = await fjordline.run((ctx) => makeContact(rt, ctx, "Anna Lind"));
    const make = async () => {
      const caseId = await open();
      await fjordline.run((ctx) =>
        ctx.db.update(cases).set({ contactId: contact.id }).where(eq(cases.id, caseId)),
      );
      return caseId;
    };
    const send = (caseId: string) =>
      fjordline.run((ctx) => sendReply(ctx, { caseId, text: "We are sorry.", seen: null, closing }), bo);
    const first = await make();
    await promise(first);
    await expect(send(first)).rejects.toMatchObject({ code: "CONFLICT", field: "promises" });

    const second = await make();
    const sent = await send(second);
    await promise(second, tomorrow);
    rt.setNow(new Date(rt.clock().getTime() + 20_000));
    const { id: messageId } = sent as Extract<typeof sent, { sent: true }>;
    expect(await fjordline.run((ctx) => releaseReply(ctx, { messageId }))).toBe("released");
    expect((await read(second)).state).toBe("waiting");
  });

  it("closes or takes a promise, never both, when two do these at once", async () => {
    for (let n = 0; n < 5; n++) {
      const caseId = await open();
      await Promise.allSettled([close(caseId), promise(caseId)]);
      const one = await read(caseId);
      expect(one.state === "closed").toBe(one.promiseAt === null);
    }
  });
});

describe("the day of a promise", () => {
  it("brings its case before all others, while it waits for the customer too, once and with a reason", async () => {
    const workspace = await makeWorkspace(rt, "Havn");
    const [late, waiting] = await workspace.run(async (ctx) => [
      await makeCase(ctx, { openedAt: ctx.now, dueAt: new Date(ctx.now.getTime() - hour) }),
      await makeCase(ctx, { openedAt: ctx.now, dueAt: ctx.now, firstReplyAt: ctx.now, state: "waiting" }),
    ]);
    await workspace.run((ctx) =>
      makePromise(ctx, { caseId: waiting!, text: "I will call you.", dueOn: tomorrow }),
    );
    const list = () =>
      workspace.run(async (ctx) => (await listCases(ctx, ListCases.parse({}))).cases.map(({ id }) => id));
    expect(await list()).toEqual([late, waiting]);
    at("2026-11-23T22:59:00Z");
    await comeAllDuePromises(rt);
    expect(await list()).toEqual([late, waiting]);
    at("2026-11-23T23:00:00Z");
    expect(await nordlys.run((ctx) => comeDuePromises(ctx, { most: 10 }))).toBe(0);
    await Promise.all([comeAllDuePromises(rt), comeAllDuePromises(rt)]);
    expect(await list()).toEqual([waiting, late]);
    const { cases: rows } = await workspace.run((ctx) =>
      listCases(ctx, ListCases.parse({ view: "promised" })),
    );
    expect(rows).toMatchObject([
      {
        id: waiting,
        state: "waiting",
        promise: { text: "I will call you.", dueOn: tomorrow, ownerName: "Maja Berg" },
      },
    ]);
    expect(await workspace.run((ctx) => countCases(ctx, {}))).toMatchObject({
      promised: 1,
      waiting: 0,
      open: 2,
    });
  });

  it("wakes a case that sleeps, and a snooze of a promise that is due stands", async () => {
    const caseId = await open();
    await promise(caseId, tomorrow);
    const until = "2026-12-20T09:00";
    await fjordline.run((ctx) => snoozeCase(ctx, { caseId, until }), bo);
    at("2026-11-24T06:00:00Z");
    await comeAllDuePromises(rt);
    await comeAllDuePromises(rt);
    expect(await read(caseId)).toMatchObject({ state: "open", turn: 0 });
    expect(await told(caseId)).toEqual(["promised", "snoozed", "woke"]);
    await fjordline.run((ctx) => snoozeCase(ctx, { caseId, until }), bo);
    await comeAllDuePromises(rt);
    expect(await read(caseId)).toMatchObject({ state: "snoozed", turn: 3 });
  });
});

it("what was promised is read up on in the customer's next case, and goes with the customer who is erased", async () => {
  const contact = await fjordline.run((ctx) => makeContact(rt, ctx, "Eva Holm"));
  const [before, now] = [await open(), await open()];
  await fjordline.run(async (ctx) => {
    for (const id of [before, now])
      await ctx.db.update(cases).set({ contactId: contact.id }).where(eq(cases.id, id));
  });
  await promise(before, tomorrow);
  const kept = await promise(before, today, "We will send a crate.");
  await fjordline.run((ctx) => keepPromise(ctx, { promiseId: kept }));
  const past = await fjordline.run((ctx) => listPast(ctx, { caseId: now }));
  expect(past).toMatchObject([
    {
      id: before,
      state: "open",
      promises: [{ endedAs: null }, { endedAs: "kept", text: "We will send a crate." }],
    },
  ]);
  const own = await fjordline.run((ctx) => gatherOwnData(ctx, contact.id));
  expect(own.promises).toHaveLength(2);

  await fjordline.run((ctx) => erasePerson(ctx, contact.id));
  expect(await read(before)).toMatchObject({ state: "closed", promiseAt: null });
  const left = await fjordline.run(async (ctx) => ({
    promises: await ctx.db.$count(promises, eq(promises.caseId, before)),
    changes: await ctx.db.$count(promiseChanges, eq(promiseChanges.promiseId, kept)),
  }));
  expect(left).toEqual({ promises: 0, changes: 0 });
});
