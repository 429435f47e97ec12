import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { cases, heldReplies, members } from "#db/schema/index.ts";
import { refusal } from "#server/refusal.ts";
import { causeNamed } from "#server/test/causes.ts";
import { makeOpenCase } from "#server/test/closed-case.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeMember, makeWorkspace } from "#server/test/factories.ts";
import { releaseDueReplies, wakeAllDueCases } from "#server/worker/all-workspaces.ts";
import { changeUndo } from "#server/workspace/change-undo.ts";
import { closeCase } from "./close.ts";
import { mergeCase } from "./merge.ts";
import { getCase } from "./queries.ts";
import { wakeForCustomer } from "./reopen.ts";
import { SendReply } from "./schema.ts";
import { sendReply } from "./send-reply.ts";
import { takeBackReply } from "./take-back-reply.ts";
import { untilReply } from "./urgency.ts";

const rt = await testRuntime();
const fjordline = await makeWorkspace(rt, "Fjordline");
const nordlys = await makeWorkspace(rt, "Nordlys");
const bo = await makeMember(rt, fjordline, "agent", "Bo Friis");
const delivery = await fjordline.run((ctx) => causeNamed(ctx));

beforeEach(() => rt.setNow(testNow));

const pass = (seconds: number) => rt.setNow(new Date(rt.clock().getTime() + seconds * 1000));
const inHours = (hours: number) => new Date(rt.clock().getTime() + hours * 3_600_000);

/** A case that Bo replies to, and puts to sleep with that for three hours unless told otherwise. */
async function opened() {
  const { caseId, contact } = await makeOpenCase(rt, fjordline);
  pass(1);
  const found = (id = caseId) => fjordline.run((ctx) => getCase(ctx, { caseId: id }), bo);
  const send = async (over: Partial<SendReply> = {}, by = bo) => {
    const seen = (await found()).events.at(-1)!.id;
    const reply = { caseId, text: "Dear Anna", seen, snooze: inHours(3).toISOString(), ...over };
    const sent = await fjordline.run((ctx) => sendReply(ctx, reply), by);
    if (!sent.sent) throw new Error("stopped");
    return sent;
  };
  const state = async (id = caseId) => {
    const { case: one, events } = await found(id);
    const { kind, actorId, detail } = events.at(-1)!;
    return { state: one.state, until: one.snoozedUntil, kind, actorId, because: detail.because };
  };
  const customerWrites = () =>
    fjordline.run(async (ctx) => {
      await ctx.db.update(cases).set({ lastInboundAt: ctx.now }).where(eq(cases.id, caseId));
      await wakeForCustomer(ctx, { id: caseId });
    });
  return { caseId, contact, found, send, state, customerWrites };
}

describe("a reply that puts its case to sleep", () => {
  it("does so as its writer once it can be taken back no longer, and the case comes back at its time", async () => {
    const { send, state } = await opened();
    const until = inHours(3);
    await send();
    expect(await state()).toMatchObject({ state: "open", kind: "opened" });
    pass(10);
    await releaseDueReplies(rt);
    await releaseDueReplies(rt);
    expect(await state()).toMatchObject({ state: "snoozed", until, kind: "snoozed", actorId: bo.id });
    rt.setNow(until);
    await wakeAllDueCases(rt);
    expect(await state()).toMatchObject({ state: "open", until: null, kind: "woke" });
  });

  it("does so until the customer replies, too", async () => {
    const { send, state, customerWrites } = await opened();
    await send({ snooze: "reply" });
    pass(10);
    await releaseDueReplies(rt);
    expect(await state()).toMatchObject({ state: "snoozed", until: untilReply });
    pass(60);
    await customerWrites();
    expect(await state()).toMatchObject({ state: "open", kind: "woke" });
  });

  it("does so at once without time to undo", async () => {
    const { send, state } = await opened();
    await fjordline.run((ctx) => changeUndo(ctx, { seconds: 0 }), bo);
    await send();
    expect(await state()).toMatchObject({ state: "snoozed", until: inHours(3), actorId: bo.id });
    await fjordline.run((ctx) => changeUndo(ctx, { seconds: 10 }), bo);
  });

  it("does nothing of the kind when it is undone", async () => {
    const { send, state } = await opened();
    const { id } = await send();
    pass(5);
    await fjordline.run((ctx) => takeBackReply(ctx, { messageId: id }), bo);
    pass(60);
    await releaseDueReplies(rt);
    expect(await state()).toMatchObject({ state: "open", until: null, kind: "opened" });
    expect(await fjordline.run((ctx) => ctx.db.$count(heldReplies))).toBe(0);
  });

  it("goes to sleep with the case that has taken its own in", async () => {
    const first = await opened();
    const into = newId();
    await fjordline.run((ctx) =>
      ctx.db.insert(cases).values({
        ...{ workspaceId: ctx.workspaceId, id: into, contactId: first.contact.id },
        ...{ openedAt: ctx.now, dueAt: inHours(9) },
      }),
    );
    const until = inHours(3);
    await first.send();
    await fjordline.run((ctx) => mergeCase(ctx, { caseId: first.caseId, intoId: into }), bo);
    pass(10);
    await releaseDueReplies(rt);
    expect(await first.state(into)).toMatchObject({ state: "snoozed", until, kind: "snoozed" });
    expect((await first.found()).case).toMatchObject({ mergedInto: into, state: "closed" });
  });

  it("leaves the case awake that its customer has written in meanwhile, and says so", async () => {
    const { send, state, customerWrites } = await opened();
    await send();
    pass(5);
    await customerWrites();
    pass(5);
    await releaseDueReplies(rt);
    expect(await state()).toMatchObject({
      ...{ state: "open", until: null, kind: "not_snoozed", because: "customer_wrote" },
    });
  });

  it("leaves a case closed that a colleague has closed meanwhile, and says so", async () => {
    const { caseId, send, state } = await opened();
    await send();
    const closing = { caseId, causeId: delivery, outcome: "Called" };
    await fjordline.run((ctx) => closeCase(ctx, closing));
    pass(10);
    await releaseDueReplies(rt);
    expect(await state()).toMatchObject({ state: "closed", kind: "not_snoozed", because: "closed" });
  });

  it("leaves the case waiting when the worker was away past the time, and says so", async () => {
    const { send, state } = await opened();
    await send();
    pass(4 * 3600);
    await releaseDueReplies(rt);
    expect(await state()).toMatchObject({ state: "waiting", kind: "not_snoozed", because: "time" });
  });

  it("puts it to sleep also when its writer has left the company", async () => {
    const { send, state } = await opened();
    const ida = await makeMember(rt, fjordline, "agent", "Ida Holm");
    await send({}, ida);
    await fjordline.run((ctx) => ctx.db.delete(members).where(eq(members.userId, ida.id)));
    pass(10);
    await releaseDueReplies(rt);
    expect(await state()).toMatchObject({ state: "snoozed", actorId: null });
  });
});

describe("the time that a reply puts its case to sleep until", () => {
  it("is after it has gone out; what is refused sends nothing and names the field and the way out", async () => {
    const { send, found } = await opened();
    const sendAt = inHours(5).toISOString();
    for (const over of [
      { sendAt },
      { snooze: inHours(-1).toISOString() },
      { snooze: inHours(9000).toISOString() },
    ])
      await expect(send(over)).rejects.toMatchObject({
        ...{ code: "INVALID", field: "snooze" },
        message: "Choose a time after the reply has gone out, and within a year of that.",
      });
    expect((await found()).messages).toEqual([]);
    await send({ sendAt, snooze: inHours(6).toISOString() });
    expect((await found()).held).toMatchObject([{ planned: true, snoozeUntil: inHours(6) }]);
  });

  it("is by the workspace's clocks where it is not an instant", async () => {
    const { send, found } = await opened();
    await send({ snooze: "2026-11-30T09:00" });
    expect((await found()).held).toMatchObject([{ snoozeUntil: new Date("2026-11-30T08:00:00Z") }]);
  });

  it("is not for a case that is closed with it", () => {
    const reply = { caseId: newId(), text: "x", seen: null, snooze: "reply" };
    const closing = { causeId: newId(), outcome: "Sent" };
    expect(SendReply.safeParse(reply).success).toBe(true);
    expect(SendReply.safeParse({ ...reply, closing }).error?.issues).toMatchObject([
      { path: ["snooze"], message: refusal("caseSleeps") },
    ]);
  });
});

it("another workspace puts nothing to sleep with a reply", async () => {
  const { caseId, found, state } = await opened();
  const seen = (await found()).events.at(-1)!.id;
  const reply = { caseId, text: "x", seen, snooze: "reply" as const };
  await expect(nordlys.run((ctx) => sendReply(ctx, reply))).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await state()).toMatchObject({ state: "open", kind: "opened" });
});
