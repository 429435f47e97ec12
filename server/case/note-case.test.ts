import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { caseOrigins, cases, contacts, outboundMails, workspaces } from "#db/schema/index.ts";
import { saveCaller } from "#server/contact/save-caller.ts";
import { countFollowUp } from "#server/digest/count-follow-up.ts";
import { asSystem } from "#server/entry.ts";
import { erasePerson } from "#server/own-data/erase.ts";
import { gatherOwnData } from "#server/own-data/gather.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeContact, makeMember, makeWorkspace } from "#server/test/factories.ts";
import { makeCase } from "#server/test/follow-up.ts";
import { tellAllAlerts } from "#server/worker/tell-alerts.ts";
import { countInTime, countReplies } from "./count-replies.ts";
import { listCases } from "./list.ts";
import { noteCase } from "./note-case.ts";
import { getCase } from "./queries.ts";
import { renderAlert } from "./render-alert.ts";
import { renderReply } from "./render-reply.ts";
import { replyToCase } from "./reply.ts";
import { ListCases, NoteCase } from "./schema.ts";

const rt = await testRuntime();
const fjordline = await makeWorkspace(rt, "Fjordline");
const nordlys = await makeWorkspace(rt, "Nordlys");
const bo = await makeMember(rt, fjordline, "agent", "Bo Friis");
beforeEach(() => rt.setNow(testNow));

const anna = await fjordline.run((ctx) => makeContact(rt, ctx, "Anna Lind", { locale: "sv" }));
const called = { cameBy: "phone", said: "Two crates were missing." } as const;
const note = (over: Partial<NoteCase>, as = bo) =>
  fjordline.run((ctx) => noteCase(ctx, { ...called, ...over }), as);
const read = (caseId: string) => fjordline.run((ctx) => getCase(ctx, { caseId }));
const hours = (n: number) => rt.setNow(new Date(testNow.getTime() + n * 3_600_000));

describe("a case without an answer", () => {
  it("has what the customer said, how they came, and whoever noted it as its owner", async () => {
    const { id } = await note({ contactId: anna.id });
    const { case: one, origin, response, events, customer } = await read(id);
    expect(one).toMatchObject({ state: "open", cameBy: "phone", assigneeId: bo.id, responseId: null });
    expect(one.dueAt).toEqual(new Date("2026-11-24T09:00:00Z"));
    expect(origin).toMatchObject({ said: "Two crates were missing.", notedBy: bo.id });
    expect(response).toBeNull();
    expect(customer?.id).toBe(anna.id);
    expect(events.map(({ kind, actorId }) => [kind, actorId])).toEqual([["opened", bo.id]]);
  });

  it("is listed with these words and found by them", async () => {
    const { id } = await note({ contactId: anna.id, said: "The invoice is wrong." });
    const found = await fjordline.run((ctx) => listCases(ctx, ListCases.parse({ q: "invoice is" })));
    expect(found.cases).toMatchObject([{ id, cameBy: "phone", score: null, said: "The invoice is wrong." }]);
    const elsewhere = await nordlys.run((ctx) => listCases(ctx, ListCases.parse({ q: "invoice is" })));
    expect(elsewhere.cases).toEqual([]);
  });

  it("is due when that is said, by the workspace's clocks", async () => {
    const { id } = await note({ contactId: anna.id, dueAt: "2026-11-25T12:00:00Z" });
    const { case: one } = await read(id);
    expect(one.dueAt).toEqual(new Date("2026-11-25T12:00:00Z"));
    expect(one.soonAt! > testNow && one.soonAt! < one.dueAt).toBe(true);
    expect(one.escalateAt! > one.dueAt).toBe(true);
    const late = note({ contactId: anna.id, dueAt: "2026-11-20T12:00" });
    await expect(late).rejects.toMatchObject({ code: "INVALID", field: "dueAt" });
  });

  it("goes to a colleague, who is told what the customer said", async () => {
    const { id } = await note({ contactId: anna.id, ownerId: fjordline.owner.id });
    await tellAllAlerts(rt);
    const [mail] = await fjordline.run((ctx) =>
      ctx.db.select().from(outboundMails).where(eq(outboundMails.caseId, id)),
    );
    expect(mail!.toAddress).toBe(fjordline.owner.email);
    const { subject, text } = await asSystem(rt, fjordline.id, "test", (ctx) => renderAlert(ctx, mail!));
    expect(subject).toBe("Anna Lind got in touch: the case is yours");
    expect(text).toContain("> Two crates were missing.");
  });

  it("is of a customer and a colleague of this workspace", async () => {
    const theirs = await nordlys.run((ctx) => makeContact(rt, ctx, "Eva Holm"));
    await expect(note({ contactId: theirs.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const stranger = note({ contactId: anna.id, ownerId: nordlys.owner.id });
    await expect(stranger).rejects.toMatchObject({ code: "INVALID", field: "ownerId" });
    expect(NoteCase.safeParse(called).error?.issues[0]?.path).toEqual(["contactId"]);
  });

  it("is answered by mail under a subject of its own, in the customer's language, and threads from then on", async () => {
    const { id } = await note({ contactId: anna.id });
    const send = async (text: string) => {
      hours(text.length);
      const sent = await fjordline.run((ctx) => replyToCase(ctx, { caseId: id, text }), bo);
      const [mail] = await fjordline.run((ctx) =>
        ctx.db.select().from(outboundMails).where(eq(outboundMails.caseMessageId, sent.id)),
      );
      const rendered = await asSystem(rt, fjordline.id, "test", (ctx) => renderReply(ctx, mail!));
      return { ...rendered, messageId: sent.messageId };
    };
    const first = await send("Hej");
    expect(first.subject).toBe("Ditt ärende hos Fjordline");
    expect(first.inReplyTo).toBeUndefined();
    const second = await send("Hej igen");
    expect(second.subject).toBe("Re: Ditt ärende hos Fjordline");
    expect(second.references).toEqual([first.messageId]);
    expect((await read(id)).case).toMatchObject({ state: "waiting" });
  });
});

describe("who is not known yet", () => {
  const contactOf = async (caseId: string) => {
    const { case: one } = await read(caseId);
    const [row] = await fjordline.run((ctx) =>
      ctx.db.select().from(contacts).where(eq(contacts.id, one.contactId!)),
    );
    return row!;
  };

  it("becomes a contact whom nothing allows to ask, with an address or without", async () => {
    const { id } = await note({
      contact: { name: "Ola Dahl", email: "Ola@Dahl.example", phone: "12 34 56 78" },
    });
    expect(await contactOf(id)).toMatchObject({
      ...{ name: "Ola Dahl", emailKey: "ola@dahl.example", legalGround: "none", source: "noted case" },
      attributes: { Phone: "12 34 56 78" },
    });
    const other = await note({ contact: { name: "Kari", email: "" } });
    expect(await contactOf(other.id)).toMatchObject({ name: "Kari", email: null, legalGround: "none" });
    const reply = fjordline.run((ctx) => replyToCase(ctx, { caseId: other.id, text: "Hello" }));
    await expect(reply).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("has the number under a name of the workspace's language", async () => {
    const workspace = await makeWorkspace(rt, "Suomi");
    const kept = await workspace.run(async (ctx) => {
      await ctx.db.update(workspaces).set({ locale: "fi" });
      const { id } = await saveCaller(ctx, { name: "Aino", email: undefined, phone: "040 123" } as never);
      return ctx.db.select({ attributes: contacts.attributes }).from(contacts).where(eq(contacts.id, id));
    });
    expect(kept).toEqual([{ attributes: { Puhelin: "040 123" } }]);
  });

  it("is who has the address already, and stays as they are", async () => {
    const { id } = await note({ contact: { name: "Somebody else", email: anna.email! } });
    expect(await contactOf(id)).toMatchObject({
      ...{ id: anna.id, name: "Anna Lind", legalGround: "existing_customer" },
    });
  });

  it("needs a name or an address that mail can be sent to", async () => {
    await expect(note({ contact: { phone: "12345678" } })).rejects.toMatchObject({ field: "contact.name" });
    await expect(note({ contact: { email: "anna" } })).rejects.toMatchObject({ field: "contact.email" });
  });
});

it("is in no figure of replies, but among the cases that are open", async () => {
  const workspace = await makeWorkspace(rt, "Havn");
  const days = { from: "2026-11-01", to: "2026-11-30" };
  await workspace.run(async (ctx) => {
    await makeCase(ctx, { openedAt: ctx.now, dueAt: new Date(ctx.now.getTime() + 3_600_000) });
    const contact = await makeContact(rt, ctx, "Anna Lind");
    for (const cameBy of ["phone", "mail", "in_person"] as const)
      await noteCase(ctx, { cameBy, said: "Late", contactId: contact.id, dueAt: "2026-11-23T10:00:00Z" });
    const { id } = await noteCase(ctx, { ...called, contactId: contact.id });
    await ctx.db.update(cases).set({ firstReplyAt: ctx.now }).where(eq(cases.id, id));
  });
  hours(5);
  const counted = await workspace.run(async (ctx) => ({
    replies: await countReplies(ctx, days),
    inTime: await countInTime(ctx, days),
    digest: await countFollowUp(ctx, days),
    late: (await listCases(ctx, ListCases.parse({ ...days, reply: "late" }))).cases.length,
    replied: (await listCases(ctx, ListCases.parse({ ...days, reply: "replied" }))).cases.length,
  }));
  expect(counted.replies).toMatchObject({ opened: 1, inTime: 0, late: 1, open: 5, overdue: 1, more: false });
  expect(counted.inTime).toEqual({ inTime: 0, late: 1, pending: 0 });
  expect(counted.digest).toEqual({ opened: 5, overdue: 1, wentOverdue: 1 });
  expect(counted).toMatchObject({ late: 1, replied: 0 });
});

it("what was noted of a customer is theirs to have, and goes when they are erased", async () => {
  const eva = await fjordline.run((ctx) => makeContact(rt, ctx, "Eva Holm"));
  const { id } = await note({ contactId: eva.id });
  const { dialogue } = await fjordline.run((ctx) => gatherOwnData(ctx, eva.id));
  expect(dialogue).toMatchObject([{ from: "you", text: "Two crates were missing." }]);
  await fjordline.run((ctx) => erasePerson(ctx, eva.id));
  const left = await fjordline.run((ctx) => ctx.db.$count(caseOrigins, eq(caseOrigins.caseId, id)));
  expect(left).toBe(0);
});
