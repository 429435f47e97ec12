import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { caseDrafts, caseMessages, cases, inboundMails, outboundMails } from "#db/schema/index.ts";
import { asSystem } from "#server/entry.ts";
import { makePromise } from "#server/promise/make.ts";
import { listTags } from "#server/tag/queries.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeContact, makeMember, makeWorkspace } from "#server/test/factories.ts";
import { actOnCases } from "./act.ts";
import { addNote } from "./add-note.ts";
import { countReplies } from "./count-replies.ts";
import { listCases } from "./list.ts";
import { noteCase } from "./note-case.ts";
import { listPast } from "./past.ts";
import { getCase } from "./queries.ts";
import { receiveMail } from "./receive.ts";
import { renderReply } from "./render-reply.ts";
import { reopenCase, wakeForCustomer } from "./reopen.ts";
import { replyToCase } from "./reply.ts";
import { ListCases } from "./schema.ts";
import { sendReply } from "./send-reply.ts";
import { tagCase } from "./tag.ts";
import { undoAct } from "./undo.ts";

const rt = await testRuntime();
const fjordline = await makeWorkspace(rt, "Fjordline");
const nordlys = await makeWorkspace(rt, "Nordlys");
const bo = await makeMember(rt, fjordline, "agent", "Bo Friis");
beforeEach(() => rt.setNow(testNow));
const inAMoment = () => rt.setNow(new Date(rt.clock().getTime() + 60_000));

let made = 0;
/** Two open cases of one customer, the first one older. */
async function twoCases() {
  made += 1;
  const contact = await fjordline.run((ctx) => makeContact(rt, ctx, `Anna Lind ${made}`));
  const note = (said: string) => {
    inAMoment();
    return fjordline.run(
      async (ctx) => (await noteCase(ctx, { contactId: contact.id, cameBy: "phone", said })).id,
      bo,
    );
  };
  return {
    contact,
    from: await note("Two crates were missing."),
    into: await note("And the lid is broken."),
  };
}
const read = (caseId: string) => fjordline.run((ctx) => getCase(ctx, { caseId }));
function merge(from: string, into: string, as = bo) {
  inAMoment();
  const change = { kind: "merge", intoId: into } as const;
  return fjordline.run((ctx) => actOnCases(ctx, { caseIds: [from], change }), as);
}
function undo(actId: string) {
  inAMoment();
  return fjordline.run((ctx) => undoAct(ctx, { actId }), bo);
}

/** A mail of the customer to the address of a case. */
async function receive(caseId: string, from: string, text: string) {
  const inboundMailId = newId();
  await fjordline.run(async (ctx) => {
    const [one] = await ctx.db.select().from(cases).where(eq(cases.id, caseId));
    const raw = `From: ${from}\r\nTo: case@reply.svar.test\r\nSubject: Re\r\nMessage-ID: <${inboundMailId}@x>\r\n\r\n${text}\r\n`;
    await ctx.db.insert(inboundMails).values({
      ...{ workspaceId: ctx.workspaceId, id: inboundMailId, purpose: "case", targetNumber: one!.number },
      ...{ mailFrom: from, rcptTo: "case@reply.svar.test", raw: Buffer.from(raw) },
      ...{ sha256: Buffer.from(inboundMailId.replaceAll("-", ""), "hex"), receivedAt: ctx.now },
    });
  });
  return fjordline.run((ctx) => receiveMail(ctx, { inboundMailId }));
}

describe("two cases of one customer", () => {
  it("become one, with everything that was said, promised, tagged and written in either", async () => {
    const { from, into } = await twoCases();
    await fjordline.run(async (ctx) => {
      await addNote(ctx, { caseId: from, text: "Be kind" });
      await makePromise(ctx, { caseId: from, text: "I will call you.", dueOn: "2026-11-23" });
      await tagCase(ctx, { caseId: from, name: "Delivery" });
      const draft = {
        workspaceId: ctx.workspaceId,
        memberId: bo.id,
        kind: "reply" as const,
        savedAt: ctx.now,
      };
      await ctx.db.insert(caseDrafts).values([
        { ...draft, caseId: from, text: "About the crates", revision: newId(), writtenIn: "a" },
        { ...draft, caseId: into, text: "About the lid", revision: newId(), writtenIn: "b" },
      ]);
    }, bo);
    expect((await merge(from, into)).done).toEqual([from]);

    const gone = await read(from);
    expect(gone.case).toMatchObject({ state: "closed", mergedInto: into, promiseAt: null });
    expect(gone.messages).toEqual([]);
    expect(gone.closures).toEqual([]);
    const found = await read(into);
    expect(found.case).toMatchObject({ state: "open", turn: 0 });
    expect(found.messages.map(({ text }) => text)).toEqual(["Be kind"]);
    expect(found.takenIn).toMatchObject([{ id: from, said: "Two crates were missing." }]);
    expect(found.events.map(({ kind }) => kind).sort()).toEqual(
      ["merged", "opened", "opened", "promised", "tagged", "took_in"].sort(),
    );
    expect((await fjordline.run((ctx) => listTags(ctx, { caseId: into }))).map(({ name }) => name)).toEqual([
      "Delivery",
    ]);
    const drafts = await fjordline.run((ctx) =>
      ctx.db.select({ caseId: caseDrafts.caseId, text: caseDrafts.text }).from(caseDrafts),
    );
    expect(drafts).toEqual([{ caseId: into, text: "About the lid\n\nAbout the crates" }]);
    expect(await fjordline.run((ctx) => listPast(ctx, { caseId: into }))).toEqual([]);
  });

  it("get the customer's replies to either address in the one that stays, which wakes", async () => {
    const { contact, from, into } = await twoCases();
    await merge(from, into);
    await fjordline.run((ctx) => replyToCase(ctx, { caseId: into, text: "Hello" }));
    inAMoment();
    expect(await receive(from, contact.email!, "Thank you")).toBe("added");
    const { case: one, messages } = await read(into);
    expect(one.state).toBe("open");
    expect(messages.map(({ text }) => text)).toEqual(["Hello", "Thank you"]);
    expect((await read(from)).messages).toEqual([]);
  });

  it("lose no reply that arrives while they are merged", async () => {
    for (let n = 0; n < 4; n++) {
      const { contact, from, into } = await twoCases();
      await Promise.all([merge(from, into), receive(from, contact.email!, `Hello ${n}`)]);
      expect((await read(from)).messages).toEqual([]);
      const { messages, case: one } = await read(into);
      expect(messages.map(({ text }) => text)).toEqual([`Hello ${n}`]);
      expect(one.needsBecause).toBe("wrote");
    }
  });

  it("are merged once, whichever of two colleagues comes first, and in whichever direction", async () => {
    const { from, into } = await twoCases();
    const both = await Promise.all([merge(from, into), merge(into, from, fjordline.owner)]);
    expect(both.flatMap(({ done }) => done)).toHaveLength(1);
    const states = [(await read(from)).case.state, (await read(into)).case.state];
    expect(states.sort()).toEqual(["closed", "open"]);
  });

  it("are answered under the address of the one that stays, also by a reply that was waiting", async () => {
    const { from, into } = await twoCases();
    const sent = await fjordline.run(
      (ctx) => sendReply(ctx, { caseId: from, text: "We are sorry.", seen: null }),
      bo,
    );
    await merge(from, into);
    const { held } = await read(into);
    expect(held).toHaveLength(1);
    const { id } = sent as Extract<typeof sent, { sent: true }>;
    const [mail] = await fjordline.run((ctx) =>
      ctx.db.select().from(outboundMails).where(eq(outboundMails.caseMessageId, id)),
    );
    expect(mail!.caseId).toBe(into);
    const { replyTo } = await asSystem(rt, fjordline.id, "test", (ctx) => renderReply(ctx, mail!));
    const { number } = (await read(into)).case;
    const address = rt.tokens.sealForAddress("case-address", { workspaceKey: fjordline.key, number });
    expect(replyTo).toContain(address);
  });

  it("owe what was owed in either", async () => {
    const { from, into } = await twoCases();
    await fjordline.run((ctx) => replyToCase(ctx, { caseId: into, text: "Hello" }));
    const dueAt = (await read(from)).case.dueAt;
    await merge(from, into);
    const { case: one } = await read(into);
    expect(one).toMatchObject({ state: "open", dueAt, needsBecause: "wrote" });
    expect(one.firstDueAt).not.toBeNull();
  });
});

describe("a merge", () => {
  it("is taken back whole, and what came since stays with the one it came to", async () => {
    const { contact, from, into } = await twoCases();
    await fjordline.run(async (ctx) => {
      await addNote(ctx, { caseId: from, text: "Be kind" });
      await makePromise(ctx, { caseId: from, text: "I will call you.", dueOn: "2026-11-23" });
      await tagCase(ctx, { caseId: from, name: "Lid" });
    }, bo);
    const before = (await read(into)).case;
    const { actId } = await merge(from, into);
    expect((await undo(actId)).undone).toEqual([from]);
    expect((await read(into)).case).toEqual(before);
    expect((await read(from)).case).toMatchObject({ state: "open", mergedInto: null, turn: 0 });
    expect((await read(from)).messages.map(({ text }) => text)).toEqual(["Be kind"]);
    expect(await fjordline.run((ctx) => listTags(ctx, { caseId: into }))).toEqual([]);
    expect((await undo(actId)).left).toEqual([from]);

    const again = await merge(from, into);
    await receive(from, contact.email!, "Thank you");
    await undo(again.actId);
    expect((await read(into)).messages.map(({ text }) => text)).toEqual(["Thank you"]);
    expect((await read(into)).case.needsBecause).toBe("wrote");
  });

  it("takes along what was merged before, and gives it back", async () => {
    const { contact, from, into } = await twoCases();
    const third = await fjordline.run(
      async (ctx) => (await noteCase(ctx, { contactId: contact.id, cameBy: "mail", said: "Still" })).id,
    );
    await merge(from, into);
    const { actId } = await merge(into, third);
    expect((await read(from)).case.mergedInto).toBe(third);
    expect((await read(third)).takenIn.map(({ id }) => id)).toEqual([from, into]);
    await undo(actId);
    expect((await read(from)).case.mergedInto).toBe(into);
  });

  it("is of two open cases of one customer in this workspace", async () => {
    const [one, other] = [await twoCases(), await twoCases()];
    await expect(merge(one.from, one.from)).rejects.toMatchObject({ code: "INVALID", field: "intoId" });
    await expect(merge(one.from, other.from)).rejects.toMatchObject({ code: "INVALID", field: "intoId" });
    const change = { kind: "merge", intoId: one.into } as const;
    const elsewhere = await nordlys.run((ctx) => actOnCases(ctx, { caseIds: [one.from], change }));
    expect(elsewhere.left).toEqual([one.from]);
    await merge(one.from, one.into);
    expect((await merge(one.from, one.into)).left).toEqual([one.from]);
    expect((await merge(one.into, one.from)).left).toEqual([one.into]);
  });

  it("is not opened again by anybody", async () => {
    const { from, into } = await twoCases();
    await merge(from, into);
    const reopen = fjordline.run((ctx) => reopenCase(ctx, { caseId: from }));
    await expect(reopen).rejects.toMatchObject({ code: "CONFLICT" });
    const directly = fjordline.run((ctx) => wakeForCustomer(ctx, { id: from }));
    await expect(directly).rejects.toThrow();
  });

  it("is counted once", async () => {
    const workspace = await makeWorkspace(rt, "Havn");
    await workspace.run(async (ctx) => {
      const contact = await makeContact(rt, ctx, "Anna Lind");
      const opened = {
        workspaceId: ctx.workspaceId,
        contactId: contact.id,
        openedAt: ctx.now,
        dueAt: ctx.now,
      };
      const ids = [newId(), newId()];
      await ctx.db.insert(cases).values(ids.map((id) => ({ ...opened, id })));
      await actOnCases(ctx, { caseIds: [ids[0]!], change: { kind: "merge", intoId: ids[1]! } });
    });
    inAMoment();
    const counted = await workspace.run(async (ctx) => ({
      ...(await countReplies(ctx, {})),
      unwrittenListed: (await listCases(ctx, ListCases.parse({ view: "all", reply: "unwritten" }))).cases,
    }));
    expect(counted).toMatchObject({ opened: 1, unwritten: 0, late: 1, open: 1, unwrittenListed: [] });
  });
});

it("a mail that both cases have got is in the one that stays once, and comes back to neither twice", async () => {
  const { from, into } = await twoCases();
  await fjordline.run(async (ctx) => {
    const said = { workspaceId: ctx.workspaceId, direction: "in" as const, text: "Hello", at: ctx.now };
    for (const caseId of [from, into])
      await ctx.db.insert(caseMessages).values({ ...said, id: newId(), caseId, messageId: "<one@x>" });
  });
  const { actId } = await merge(from, into);
  expect((await read(into)).messages).toHaveLength(1);
  await undo(actId);
  const left = await fjordline.run((ctx) =>
    ctx.db.$count(caseMessages, and(eq(caseMessages.messageId, "<one@x>"), eq(caseMessages.caseId, from))),
  );
  expect(left).toBe(1);
});
