import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { newId } from "#db/id.ts";
import {
  caseMessages,
  cases,
  contacts,
  inboundMails,
  outboundMails,
  suppressions,
} from "#db/schema/index.ts";
import { whole } from "#server/api/case-shapes.ts";
import { mergeCause } from "#server/cause/merge.ts";
import { retireCause } from "#server/cause/retire.ts";
import { findDraft } from "#server/draft/queries.ts";
import { saveDraft } from "#server/draft/save.ts";
import { claimDue } from "#server/mail/claim.ts";
import { markDataStarted } from "#server/mail/lease.ts";
import { reclaimExpired } from "#server/mail/reclaim.ts";
import { sendDue } from "#server/mail/send-due.ts";
import { gatherOwnData } from "#server/own-data/gather.ts";
import { causeNamed } from "#server/test/causes.ts";
import { makeOpenCase } from "#server/test/closed-case.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeMember, makeWorkspace } from "#server/test/factories.ts";
import { sinkTransport } from "#server/test/sink-transport.ts";
import { releaseDueReplies } from "#server/worker/all-workspaces.ts";
import { senderOf } from "#server/worker/sender.ts";
import { changeUndo } from "#server/workspace/change-undo.ts";
import { getCase } from "./queries.ts";
import { receiveMail } from "./receive.ts";
import type { SendReply } from "./schema.ts";
import { sendReply } from "./send-reply.ts";
import { takeBackReply } from "./take-back-reply.ts";
import { threadOf } from "./thread.ts";

const rt = await testRuntime();
const fjordline = await makeWorkspace(rt, "Fjordline");
const nordlys = await makeWorkspace(rt, "Nordlys");
const bo = await makeMember(rt, fjordline, "agent", "Bo Friis");
const ida = await makeMember(rt, fjordline, "agent", "Ida Holm");
const delivery = await fjordline.run((ctx) => causeNamed(ctx));
const { sink, transport } = await sinkTransport();

beforeEach(() => {
  rt.setNow(testNow);
  sink.mails.length = 0;
});

const pass = (seconds: number) => rt.setNow(new Date(rt.clock().getTime() + seconds * 1000));

/** What a worker does again and again: lets go what is due, and sends it. */
async function work(): Promise<void> {
  await releaseDueReplies(rt);
  while ((await sendDue({ ...senderOf(rt, transport), clock: () => rt.clock() }, 50)) > 0);
}

/** A case without a reply, and what its colleague does in it. */
async function opened() {
  const made = await makeOpenCase(rt, fjordline);
  const { caseId } = made;
  await fjordline.run((ctx) => ctx.db.update(cases).set({ firstReplyAt: null }).where(eq(cases.id, caseId)));
  pass(1);
  const found = () => fjordline.run((ctx) => getCase(ctx, { caseId }), bo);
  const newest = async () => (await found()).events.at(-1)!.id;
  const send = async (text = "Dear Anna", over: Partial<SendReply> = {}) => {
    const seen = await newest();
    const sent = await fjordline.run((ctx) => sendReply(ctx, { caseId, text, seen, ...over }), bo);
    if (!sent.sent) throw new Error("stopped");
    return sent;
  };
  const undo = (messageId: string, by = bo) => fjordline.run((ctx) => takeBackReply(ctx, { messageId }), by);
  const draft = () => fjordline.run((ctx) => findDraft(ctx, { caseId }), bo);
  return { ...made, found, newest, send, undo, draft };
}

describe("a reply that can be taken back", () => {
  it("goes out by itself after ten seconds, once, and only then is the first reply dated", async () => {
    const { send, found, contact } = await opened();
    const before = rt.clock();
    const { goesOutAt } = await send();
    expect(goesOutAt.getTime() - before.getTime()).toBe(10_000);
    pass(9);
    await work();
    expect(sink.mails).toEqual([]);
    expect((await found()).case).toMatchObject({ state: "open", firstReplyAt: null });
    pass(1);
    await work();
    await work();
    expect(sink.mails.map(({ to }) => to)).toEqual([contact.email]);
    const { case: one, held, messages } = await found();
    expect(one).toMatchObject({ state: "waiting", firstReplyAt: goesOutAt });
    expect([held, messages[0]!.at]).toEqual([[], goesOutAt]);
  });

  it("goes nowhere once it is undone, and its words are in the draft", async () => {
    const { send, undo, found, draft, caseId } = await opened();
    const { id } = await send();
    pass(5);
    expect((await undo(id)).draft?.text).toBe("Dear Anna");
    pass(60);
    await work();
    expect(sink.mails).toEqual([]);
    expect((await draft())?.text).toBe("Dear Anna");
    const { case: one, messages, events } = await found();
    expect(one).toMatchObject({ state: "open", firstReplyAt: null });
    expect([messages, events.map(({ kind }) => kind)]).toEqual([[], ["opened"]]);
    const mails = await fjordline.run((ctx) =>
      ctx.db
        .select({ state: outboundMails.state })
        .from(outboundMails)
        .where(and(eq(outboundMails.caseId, caseId), eq(outboundMails.kind, "case_reply"))),
    );
    expect(mails).toEqual([{ state: "cancelled" }]);
  });

  it("goes out exactly once when it is sent again after that", async () => {
    const { send, undo, draft, contact } = await opened();
    await undo((await send()).id);
    await send((await draft())!.text);
    pass(30);
    await work();
    await work();
    expect(sink.mails.map(({ to }) => to)).toEqual([contact.email]);
    expect(sink.mails[0]!.raw).toContain("Dear Anna");
    expect(await draft()).toBeNull();
  });

  it("is untouched by a draft that is deleted in another tab meanwhile", async () => {
    const { send, caseId, newest } = await opened();
    const seen = await newest();
    const save = (text: string, known: string | null) =>
      fjordline.run((ctx) => saveDraft(ctx, { caseId, kind: "reply", text, seen, known, tab: "other" }), bo);
    await save("Dear Anna", null);
    await send();
    await save("Something else", null);
    await save("", null);
    pass(10);
    await work();
    expect(sink.mails).toHaveLength(1);
    expect(sink.mails[0]!.raw).toContain("Dear Anna");
  });

  it("goes to the address that its writer saw, when the customer's changes meanwhile", async () => {
    const { send, contact } = await opened();
    await send();
    await fjordline.run((ctx) =>
      ctx.db
        .update(contacts)
        .set({ email: "else@customer.example", emailKey: "else@customer.example" })
        .where(eq(contacts.id, contact.id)),
    );
    pass(10);
    await work();
    expect(sink.mails.map(({ to }) => to)).toEqual([contact.email]);
  });

  it("puts its words before what is written by then", async () => {
    const { send, undo, caseId, newest } = await opened();
    const { id } = await send();
    const seen = await newest();
    await fjordline.run(
      (ctx) => saveDraft(ctx, { caseId, kind: "reply", text: "And more", seen, known: null, tab: "a" }),
      bo,
    );
    expect((await undo(id)).draft?.text).toBe("Dear Anna\n\nAnd more");
  });

  it("is undone once, and not after its time", async () => {
    const { send, undo } = await opened();
    const { id } = await send();
    await undo(id);
    await expect(undo(id)).rejects.toMatchObject({ code: "CONFLICT" });
    const late = await send();
    pass(10);
    await releaseDueReplies(rt);
    await expect(undo(late.id)).rejects.toMatchObject({ code: "CONFLICT" });
    await work();
    expect(sink.mails).toHaveLength(1);
  });

  it("is either undone or sent when both happen at once, never both, with two workers", async () => {
    for (let round = 0; round < 10; round++) {
      sink.mails.length = 0;
      const { send, undo, found, draft } = await opened();
      const { id } = await send();
      pass(10);
      const undone = undo(id).then(
        () => true,
        () => false,
      );
      const [isUndone] = await Promise.all([undone, work(), work()]);
      await work();
      expect(sink.mails).toHaveLength(isUndone ? 0 : 1);
      expect((await draft())?.text).toBe(isUndone ? "Dear Anna" : undefined);
      const { case: one } = await found();
      expect([one.state, one.firstReplyAt !== null]).toEqual(isUndone ? ["open", false] : ["waiting", true]);
    }
  });

  it("can be undone while a worker holds it that has not begun, not once it has", async () => {
    const { send, undo } = await opened();
    const first = await send();
    pass(10);
    const { token, mails } = await claimDue(rt.connection.db, { limit: 10, at: rt.clock() });
    await undo(first.id);
    expect(await markDataStarted(rt.connection.db, token, mails, rt.clock())).toEqual(new Set());

    const second = await send();
    pass(10);
    const claim = await claimDue(rt.connection.db, { limit: 10, at: rt.clock() });
    await markDataStarted(rt.connection.db, claim.token, claim.mails, rt.clock());
    await expect(undo(second.id)).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("survives a worker that crashes with it, and leaves once", async () => {
    const { send, contact } = await opened();
    await send();
    pass(10);
    await claimDue(rt.connection.db, { limit: 10, at: rt.clock() });
    pass(60);
    await reclaimExpired(rt.connection.db, rt.clock());
    await work();
    await work();
    expect(sink.mails.filter(({ to }) => to === contact.email)).toHaveLength(1);
  });

  it("dates no first reply when its customer wants no more mail by then", async () => {
    const { send, found, contact } = await opened();
    await send();
    await fjordline.run((ctx) =>
      ctx.db.insert(suppressions).values({
        workspaceId: ctx.workspaceId,
        addressHash: contact.addressHash!,
        ...{ reason: "complaint", scope: "all", source: "test", createdAt: ctx.now },
      }),
    );
    pass(10);
    await claimDue(rt.connection.db, { limit: 10, at: rt.clock() });
    await work();
    expect(sink.mails).toEqual([]);
    expect((await found()).case).toMatchObject({ state: "open", firstReplyAt: null });
  });

  it("does not hide what the customer wrote meanwhile", async () => {
    const { send, found, caseId, contact } = await opened();
    await send();
    pass(5);
    await write(caseId, contact.email!);
    pass(5);
    await work();
    expect(sink.mails).toHaveLength(1);
    expect((await found()).case.state).toBe("open");
  });

  it("leaves at once for whoever wants that", async () => {
    const { send, found } = await opened();
    await fjordline.run((ctx) => changeUndo(ctx, { seconds: 0 }), bo);
    const { held } = await send();
    expect([held, (await found()).case.state]).toEqual([false, "waiting"]);
    await fjordline.run((ctx) => changeUndo(ctx, { seconds: 10 }), bo);
  });

  it("is referred to by no other mail before it has left", async () => {
    const { send, found, messageId } = await opened();
    await send();
    const { case: one } = await found();
    expect(await fjordline.run((ctx) => threadOf(ctx, one))).toEqual([messageId]);
    pass(10);
    await work();
    expect(await fjordline.run((ctx) => threadOf(ctx, one))).toHaveLength(2);
  });

  it("is in nobody's own data and in no answer of the API before it has left", async () => {
    const { send, found, contact } = await opened();
    await send();
    const said = async () => [
      (await fjordline.run((ctx) => gatherOwnData(ctx, contact.id))).dialogue.length,
      whole(await found()).messages.length,
    ];
    expect(await said()).toEqual([0, 0]);
    pass(10);
    await work();
    expect(await said()).toEqual([1, 1]);
  });

  it("is a colleague's to take back too; the words go to its writer, and the history says so", async () => {
    const { send, undo, found, draft } = await opened();
    const { id } = await send();
    expect(await undo(id, ida)).toEqual({ draft: null });
    expect((await draft())?.text).toBe("Dear Anna");
    expect((await found()).events.at(-1)).toMatchObject({ kind: "reply_called_off", actorId: ida.id });
  });
});

/** The customer writes to the case. */
async function write(caseId: string, from: string, ...headers: string[]): Promise<void> {
  await fjordline.run(async (ctx) => {
    const [one] = await ctx.db.select().from(cases).where(eq(cases.id, caseId));
    const id = newId();
    const lines = [
      `From: ${from}`,
      "Subject: Re:",
      `Message-ID: <${id}@customer.example>`,
      ...headers,
      "",
      "I wait.",
    ];
    await ctx.db.insert(inboundMails).values({
      ...{ workspaceId: ctx.workspaceId, id, purpose: "case", targetNumber: one!.number, mailFrom: from },
      ...{ rcptTo: "case+x@reply.svar.test", raw: Buffer.from(lines.join("\r\n")), sha256: Buffer.from(id) },
      receivedAt: ctx.now,
    });
    await receiveMail(ctx, { inboundMailId: id });
  });
}

describe("a reply for later", () => {
  const inHours = (hours: number) => new Date(rt.clock().getTime() + hours * 3_600_000).toISOString();

  it("goes out at its time", async () => {
    const { send, found } = await opened();
    const { goesOutAt } = await send("Later", { sendAt: inHours(2) });
    pass(2 * 3600 - 1);
    await work();
    expect(sink.mails).toEqual([]);
    pass(1);
    await work();
    expect(sink.mails).toHaveLength(1);
    expect((await found()).case.firstReplyAt).toEqual(goesOutAt);
  });

  it("is called off by what the customer writes, if so wanted; a note says why, and the words are in the draft", async () => {
    const { send, found, draft, caseId, contact } = await opened();
    await send("Did it arrive?", { sendAt: inHours(1), unlessAnswered: true });
    pass(60);
    await write(caseId, contact.email!, "Auto-Submitted: auto-replied");
    expect((await found()).held).toHaveLength(1);
    await write(caseId, contact.email!);
    expect((await draft())?.text).toBe("Did it arrive?");
    const { events, held } = await found();
    expect(held).toEqual([]);
    expect(events.at(-1)).toMatchObject({ kind: "reply_called_off", detail: { because: "customer_wrote" } });
    pass(7200);
    await work();
    expect(sink.mails).toEqual([]);
  });

  it("goes out although the customer wrote, if so wanted", async () => {
    const { send, caseId, contact } = await opened();
    await send("In any case", { sendAt: inHours(1) });
    await write(caseId, contact.email!);
    pass(3600);
    await work();
    expect(sink.mails).toHaveLength(1);
  });

  it("is refused for a time that is past or far away", async () => {
    const { send } = await opened();
    await expect(send("x", { sendAt: inHours(-1) })).rejects.toMatchObject({ field: "sendAt" });
    await expect(send("x", { sendAt: inHours(24 * 91) })).rejects.toMatchObject({ field: "sendAt" });
  });
});

describe("a reply that closes its case", () => {
  const closing = { causeId: delivery, outcome: "Sent again" };

  it("closes it as its writer when it goes out, and not before", async () => {
    const { send, found } = await opened();
    await send("All is well now", { closing });
    expect((await found()).case.state).toBe("open");
    pass(10);
    await work();
    const { case: one, closures, events } = await found();
    expect(one.state).toBe("closed");
    expect(closures).toMatchObject([{ cause: { name: "Delivery" }, closedBy: bo.id }]);
    expect(events.at(-1)).toMatchObject({ kind: "closed", actorId: bo.id });
  });

  it("leaves it open when it is undone, and when the customer wrote meanwhile", async () => {
    const first = await opened();
    await first.undo((await first.send("x", { closing })).id);
    const second = await opened();
    await second.send("x", { closing });
    pass(1);
    await write(second.caseId, second.contact.email!);
    pass(60);
    await work();
    expect([(await first.found()).case.state, (await second.found()).case.state]).toEqual(["open", "open"]);
  });

  it("closes it with the cause that was retired meanwhile, and with what it was merged into", async () => {
    const [late, early] = await fjordline.run(async (ctx) => [
      await causeNamed(ctx, "Late"),
      await causeNamed(ctx, "Early"),
    ]);
    const [first, second] = [await opened(), await opened()];
    await first.send("x", { closing: { causeId: late!, outcome: "Sent" } });
    await second.send("x", { closing: { causeId: early!, outcome: "Sent" } });
    pass(1);
    await fjordline.run((ctx) => retireCause(ctx, { id: late! }));
    await fjordline.run((ctx) => mergeCause(ctx, { id: early!, into: delivery }));
    pass(10);
    await work();
    expect((await first.found()).closures).toMatchObject([{ cause: { name: "Late" } }]);
    expect((await second.found()).closures).toMatchObject([{ cause: { name: "Delivery" } }]);
  });

  it("leaves at once and closes at once without time to undo", async () => {
    const { send, found } = await opened();
    await fjordline.run((ctx) => changeUndo(ctx, { seconds: 0 }), bo);
    await send("x", { closing });
    expect((await found()).case.state).toBe("closed");
    await fjordline.run((ctx) => changeUndo(ctx, { seconds: 10 }), bo);
  });
});

it("another workspace takes back nothing of it, and sees no time of its", async () => {
  const { send, newest, caseId } = await opened();
  const { id } = await send();
  const missing = nordlys.run((ctx) => takeBackReply(ctx, { messageId: id }));
  await expect(missing).rejects.toMatchObject({ code: "CONFLICT" });
  const seen = await newest();
  const foreign = nordlys.run((ctx) => sendReply(ctx, { caseId, text: "x", seen }));
  await expect(foreign).rejects.toMatchObject({ code: "NOT_FOUND" });
  const said = await fjordline.run((ctx) =>
    ctx.db.select().from(caseMessages).where(eq(caseMessages.id, id)),
  );
  expect(said).toHaveLength(1);
});
