import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { newId } from "#db/id.ts";
import {
  caseMessages,
  contacts,
  inboundMails,
  invitations,
  outboundMails,
  responses,
} from "#db/schema/index.ts";
import { mergeCause } from "#server/cause/merge.ts";
import { restoreCause, retireCause } from "#server/cause/retire.ts";
import type { Ctx } from "#server/context.ts";
import { causeNamed } from "#server/test/causes.ts";
import { testRuntime } from "#server/test/database.ts";
import { makeCampaign, makeContact, makeMember, makeSurvey, makeWorkspace } from "#server/test/factories.ts";
import { tellAllAlerts } from "#server/worker/tell-alerts.ts";
import { addNote } from "./add-note.ts";
import { assignCase } from "./assign.ts";
import { closeCase } from "./close.ts";
import { considerCase } from "./consider.ts";
import { countCases } from "./count.ts";
import { getCaseFrame } from "./frame.ts";
import { listCases } from "./list.ts";
import { getCase } from "./queries.ts";
import { receiveMail } from "./receive.ts";
import { reopenCase } from "./reopen.ts";
import { replyToCase } from "./reply.ts";
import { ListCases } from "./schema.ts";

const rt = await testRuntime();
const fjordline = await makeWorkspace(rt, "Fjordline");
const nordlys = await makeWorkspace(rt, "Nordlys");
const delivery = await fjordline.run((ctx) => causeNamed(ctx));
const bo = await makeMember(rt, fjordline, "agent", "Bo Friis");

const aMinutePasses = () => rt.setNow(new Date(rt.clock().getTime() + 60_000));

/** Anna's answer about Fjordline, with the mail that asked her. */
async function answer(ctx: Ctx, over: Partial<typeof responses.$inferInsert> = {}) {
  const survey = await makeSurvey(ctx);
  const contact = await makeContact(rt, ctx, `Anna Lindqvist ${newId().slice(-6)}`);
  const campaign = await makeCampaign(ctx, survey.id);
  const invitationId = newId();
  const own = { workspaceId: ctx.workspaceId };
  await ctx.db.insert(invitations).values({
    ...own,
    id: invitationId,
    campaignId: campaign.id,
    surveyId: survey.id,
    contactId: contact.id,
    locale: "sv",
    createdAt: ctx.now,
    expiresAt: ctx.now,
  });
  await ctx.db.insert(outboundMails).values({
    ...own,
    id: newId(),
    kind: "invitation",
    priority: 100,
    dedupeKey: invitationId,
    messageId: `<asked-${invitationId}@reply.svar.test>`,
    toAddress: contact.email!,
    toDomain: "customer.example",
    invitationId,
    nextAttemptAt: ctx.now,
    createdAt: ctx.now,
  });
  const [response] = await ctx.db
    .insert(responses)
    .values({
      ...own,
      id: newId(),
      surveyId: survey.id,
      invitationId,
      contactId: contact.id,
      score: 3,
      comment: "Tredje veckan utan svar.",
      evidence: "confirmed",
      channel: "email",
      locale: "sv",
      answeredAt: ctx.now,
      updatedAt: ctx.now,
      ...over,
    })
    .returning();
  return { response: response!, contact, invitationId };
}

/** An open case, and the mail that asked the customer. */
async function opened(over: Partial<typeof responses.$inferInsert> = {}) {
  return fjordline.run(async (ctx) => {
    const given = await answer(ctx, over);
    await considerCase(ctx, { responseId: given.response.id });
    const { cases } = await listCases(ctx, ListCases.parse({ view: "all", limit: 200 }));
    const found = await Promise.all(cases.map((one) => getCase(ctx, { caseId: one.id })));
    return { ...given, caseId: found.find((one) => one.response?.id === given.response.id)!.case.id };
  });
}

const mailsOf = (caseId: string, kind: "case_alert" | "case_reply") =>
  fjordline.run((ctx) =>
    ctx.db
      .select()
      .from(outboundMails)
      .where(and(eq(outboundMails.caseId, caseId), eq(outboundMails.kind, kind))),
  );

/** A mail to the case, as the inbound server keeps it. */
async function mailIn(caseId: string, lines: string[], from = "anna@customer.example") {
  aMinutePasses();
  return fjordline.run(async (ctx) => {
    const { case: one } = await getCase(ctx, { caseId });
    const id = newId();
    const raw = Buffer.from(lines.join("\r\n"));
    await ctx.db.insert(inboundMails).values({
      workspaceId: ctx.workspaceId,
      id,
      purpose: "case",
      targetNumber: one.number,
      mailFrom: from,
      rcptTo: "case+x@reply.svar.test",
      raw,
      sha256: raw.subarray(0, 8),
      receivedAt: ctx.now,
    });
    return receiveMail(ctx, { inboundMailId: id });
  });
}

const mailFrom = (address: string, body: string, ...headers: string[]) => [
  `From: Anna <${address}>`,
  "To: case@reply.svar.test",
  "Subject: Re: Er ordre",
  `Message-ID: <${newId()}@customer.example>`,
  ...headers,
  "Content-Type: text/plain; charset=utf-8",
  "",
  body,
];

describe("considering an answer", () => {
  it("opens one case for a detractor, however often it is considered", async () => {
    const { response, caseId } = await opened();
    const again = await fjordline.run((ctx) => considerCase(ctx, { responseId: response.id }));
    expect(again).toEqual({ open: false, because: "already_open" });
    const found = await fjordline.run((ctx) => getCase(ctx, { caseId }));
    expect(found.events.map((event) => event.kind)).toEqual(["opened"]);
    expect(found.case.assigneeId).toBeNull();
  });

  it("opens one case when two workers consider it at once", async () => {
    const { response } = await fjordline.run((ctx) => answer(ctx));
    const both = [1, 2].map(() => fjordline.run((ctx) => considerCase(ctx, { responseId: response.id })));
    await Promise.all(both);
    const { cases } = await fjordline.run((ctx) =>
      listCases(ctx, ListCases.parse({ view: "all", limit: 200 })),
    );
    expect(cases.filter((one) => one.contactId === response.contactId)).toHaveLength(1);
  });

  it("gives it to the employee named on the contact and tells them once", async () => {
    const { caseId } = await opened({ employee: "bo friis" });
    const found = await fjordline.run((ctx) => getCase(ctx, { caseId }));
    expect(found.case.assigneeId).toBe(bo.id);
    await tellAllAlerts(rt);
    expect((await mailsOf(caseId, "case_alert")).map((mail) => mail.toAddress)).toEqual([bo.email]);
  });

  it("notes a changed score in the case once", async () => {
    const { response, caseId } = await opened();
    aMinutePasses();
    await fjordline.run(async (ctx) => {
      await ctx.db.update(responses).set({ score: 5, version: 2 }).where(eq(responses.id, response.id));
      await considerCase(ctx, { responseId: response.id });
      await considerCase(ctx, { responseId: response.id });
    });
    const { events } = await fjordline.run((ctx) => getCase(ctx, { caseId }));
    expect(events.map((event) => event.kind)).toEqual(["opened", "score_changed"]);
  });
});

describe("the dialogue", () => {
  it("sends a reply under the mail that asked, and then waits for the customer", async () => {
    const { caseId, contact, invitationId } = await opened();
    const { messageId } = await fjordline.run(
      (ctx) => replyToCase(ctx, { caseId, text: "Förlåt. Jag ringer." }),
      bo,
    );
    const [mail] = await mailsOf(caseId, "case_reply");
    expect(mail).toMatchObject({ toAddress: contact.email, messageId, state: "queued" });
    const found = await fjordline.run((ctx) => getCase(ctx, { caseId }));
    expect(found.case.state).toBe("waiting");
    expect(found.case.firstReplyAt).toEqual(rt.clock());
    expect(found.messages[0]).toMatchObject({
      direction: "out",
      authorId: bo.id,
      references: [`<asked-${invitationId}@reply.svar.test>`],
    });
  });

  it("takes the customer's answer, folds what it quotes and wakes the case", async () => {
    const { caseId, contact } = await opened();
    await fjordline.run((ctx) => replyToCase(ctx, { caseId, text: "Hej!" }));
    const body =
      "Tack, det blev bra.\r\n\r\nDen mån 23 nov. 2026 kl 10:00 skrev Bo Friis <bo@x.example>:\r\n> Hej!";
    expect(await mailIn(caseId, mailFrom(contact.email!, body))).toBe("added");
    const found = await fjordline.run((ctx) => getCase(ctx, { caseId }));
    expect(found.case.state).toBe("open");
    const incoming = found.messages.find((message) => message.direction === "in");
    expect(incoming).toMatchObject({ text: "Tack, det blev bra.", knownSender: true });
    expect(incoming!.quoted).toContain("> Hej!");
  });

  it("keeps the same mail once when it is delivered twice", async () => {
    const { caseId, contact } = await opened();
    const lines = mailFrom(contact.email!, "En gång");
    expect(await mailIn(caseId, lines)).toBe("added");
    expect(await mailIn(caseId, lines)).toBe("known already");
  });

  it("reopens a closed case for the customer, not for an auto-reply nor a stranger", async () => {
    const { caseId, contact } = await opened();
    await fjordline.run((ctx) => closeCase(ctx, { caseId, causeId: delivery, outcome: "Sent again" }));
    await mailIn(caseId, mailFrom(contact.email!, "Jag är borta", "Auto-Submitted: auto-replied"));
    await mailIn(caseId, mailFrom("stranger@elsewhere.example", "Hello"));
    const closed = await fjordline.run((ctx) => getCase(ctx, { caseId }));
    expect(closed.case.state).toBe("closed");
    expect(closed.messages.map(({ automatic, knownSender }) => [automatic, knownSender])).toEqual([
      [true, true],
      [false, false],
    ]);
    await mailIn(caseId, mailFrom(contact.email!, "Det kom aldrig fram"));
    const reopened = await fjordline.run((ctx) => getCase(ctx, { caseId }));
    expect(reopened.case.state).toBe("open");
    expect(reopened.closures[0]!.reopenedAt).not.toBeNull();
    expect(await mailsOf(caseId, "case_reply")).toHaveLength(0);
  });

  it("keeps notes from the outbox", async () => {
    const { caseId } = await opened();
    await fjordline.run((ctx) => addNote(ctx, { caseId, text: "Ring först lagret." }), bo);
    expect(await mailsOf(caseId, "case_reply")).toHaveLength(0);
    const { messages } = await fjordline.run((ctx) => getCase(ctx, { caseId }));
    expect(messages).toMatchObject([{ direction: "note", authorId: bo.id }]);
  });

  it("is not opened with nobody", async () => {
    const { response } = await fjordline.run((ctx) => answer(ctx, { contactId: null }));
    const considered = await fjordline.run((ctx) => considerCase(ctx, { responseId: response.id }));
    expect(considered).toEqual({ open: false, because: "nobody_known" });
  });

  it("refuses to write to a customer without an address, or in a closed case", async () => {
    const { caseId, contact } = await opened();
    const address = { email: null, emailKey: null, addressHash: null };
    await fjordline.run((ctx) => ctx.db.update(contacts).set(address).where(eq(contacts.id, contact.id)));
    await expect(fjordline.run((ctx) => replyToCase(ctx, { caseId, text: "Hej" }))).rejects.toThrow(
      "no e-mail address",
    );
    await fjordline.run((ctx) => closeCase(ctx, { caseId, causeId: delivery, outcome: "None" }));
    await expect(fjordline.run((ctx) => replyToCase(ctx, { caseId, text: "Hej" }))).rejects.toThrow(
      "Reopen it",
    );
  });
});

describe("closing", () => {
  it("is done by one of two who close at once", async () => {
    const { caseId } = await opened();
    const close = () =>
      fjordline.run((ctx) => closeCase(ctx, { caseId, causeId: delivery, outcome: "Credited" }));
    const results = await Promise.allSettled([close(), close()]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const { closures } = await fjordline.run((ctx) => getCase(ctx, { caseId }));
    expect(closures).toHaveLength(1);
  });

  it("needs a cause that is offered here", async () => {
    const { caseId } = await opened();
    const close = (causeId: string) =>
      fjordline.run((ctx) => closeCase(ctx, { caseId, causeId, outcome: "Sent again" }));
    const theirs = await nordlys.run((ctx) => causeNamed(ctx));
    await expect(close(theirs)).rejects.toMatchObject({ code: "INVALID", field: "causeId" });
    const late = await fjordline.run((ctx) => causeNamed(ctx, "Late", delivery));
    await fjordline.run((ctx) => retireCause(ctx, { id: late }));
    await expect(close(late)).rejects.toMatchObject({ code: "INVALID", field: "causeId" });
    await fjordline.run((ctx) => restoreCause(ctx, { id: late }));
    await close(late);
    const found = await fjordline.run((ctx) => getCase(ctx, { caseId }));
    expect(found.closures).toMatchObject([{ cause: { name: "Late", parent: { name: "Delivery" } } }]);
    expect(found.events.find(({ kind }) => kind === "closed")!.detail.causeId).toBe(late);
  });

  it("is found by its cause, by the one above it, and by what was merged into it", async () => {
    const [late, lost] = await fjordline.run(async (ctx) => [
      await causeNamed(ctx, "Late", delivery),
      await causeNamed(ctx, "Lost", delivery),
    ]);
    const price = await fjordline.run((ctx) => causeNamed(ctx, "Price"));
    const closed = async (causeId: string) => {
      const { caseId } = await opened();
      await fjordline.run((ctx) => closeCase(ctx, { caseId, causeId, outcome: "Sent again" }));
      return caseId;
    };
    const [one, other] = [await closed(late!), await closed(lost!)];
    const found = async (cause: string) => {
      const input = ListCases.parse({ view: "closed", cause, limit: 200 });
      const { cases } = await fjordline.run((ctx) => listCases(ctx, input));
      expect((await fjordline.run((ctx) => countCases(ctx, input))).closed).toBe(cases.length);
      return cases.map(({ id }) => id);
    };
    expect(await found(lost!)).toEqual([other]);
    expect(await found(delivery)).toEqual(expect.arrayContaining([one, other]));
    expect(await found(price)).not.toContain(one);
    await fjordline.run((ctx) => mergeCause(ctx, { id: lost!, into: late! }));
    expect(await found(late!)).toEqual(expect.arrayContaining([one, other]));
    expect(await found(lost!)).toEqual([other]);
  });

  it("remembers for each member how they closed the last case", async () => {
    const last = (as = bo) => fjordline.run(async (ctx) => (await getCaseFrame(ctx)).lastClosing, as);
    expect(await last()).toBeNull();
    const { caseId } = await opened();
    await fjordline.run((ctx) => closeCase(ctx, { caseId, causeId: delivery, outcome: "A new crate" }), bo);
    expect(await last()).toEqual({ causeId: delivery, outcome: "A new crate" });
    expect(await last(fjordline.owner)).not.toEqual({ causeId: delivery, outcome: "A new crate" });
  });

  it("can be taken back", async () => {
    const { caseId } = await opened();
    await fjordline.run((ctx) => closeCase(ctx, { caseId, causeId: delivery, outcome: "Credited" }));
    await fjordline.run((ctx) => reopenCase(ctx, { caseId }));
    const found = await fjordline.run((ctx) => getCase(ctx, { caseId }));
    expect(found.case.state).toBe("open");
    expect(found.events.map((event) => event.kind)).toEqual(["opened", "closed", "reopened"]);
  });
});

describe("the queue", () => {
  it("counts in each view what it lists, page by page", async () => {
    await opened();
    const counts = await fjordline.run((ctx) => countCases(ctx, {}));
    for (const view of ["open", "unassigned", "waiting", "closed", "all"] as const) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await fjordline.run((ctx) =>
          listCases(ctx, ListCases.parse({ view, limit: 2, cursor })),
        );
        seen.push(...page.cases.map((one) => one.id));
        cursor = page.next ?? undefined;
      } while (cursor);
      expect(seen.length, view).toBe(counts[view]);
      expect(new Set(seen).size).toBe(seen.length);
    }
  });

  it("finds by the customer's words, and takes % and _ as they are written", async () => {
    const { caseId } = await opened({ comment: "100 % fel på fakturan" });
    const search = (q: string) => fjordline.run((ctx) => listCases(ctx, ListCases.parse({ view: "all", q })));
    expect((await search("100 % fel")).cases.map((one) => one.id)).toEqual([caseId]);
    expect((await search("%_%_%")).cases).toEqual([]);
  });
});

it("another workspace sees and changes nothing of it", async () => {
  const { caseId, response } = await opened();
  const elsewhere = <T>(work: (ctx: Ctx) => Promise<T>) => nordlys.run(work);
  const missing = { code: "NOT_FOUND" };
  await expect(elsewhere((ctx) => getCase(ctx, { caseId }))).rejects.toMatchObject(missing);
  await expect(elsewhere((ctx) => replyToCase(ctx, { caseId, text: "x" }))).rejects.toMatchObject(missing);
  await expect(elsewhere((ctx) => addNote(ctx, { caseId, text: "x" }))).rejects.toMatchObject(missing);
  await expect(elsewhere((ctx) => assignCase(ctx, { caseId, assigneeId: null }))).rejects.toMatchObject(
    missing,
  );
  await expect(
    elsewhere((ctx) => closeCase(ctx, { caseId, causeId: delivery, outcome: "x" })),
  ).rejects.toMatchObject(missing);
  await expect(elsewhere((ctx) => reopenCase(ctx, { caseId }))).rejects.toMatchObject(missing);
  expect(await elsewhere((ctx) => considerCase(ctx, { responseId: response.id }))).toMatchObject({
    open: false,
  });
  expect((await elsewhere((ctx) => listCases(ctx, ListCases.parse({ view: "all" })))).cases).toEqual([]);
  expect((await elsewhere((ctx) => countCases(ctx, {}))).all).toBe(0);
  expect(await elsewhere((ctx) => ctx.db.select().from(caseMessages))).toEqual([]);
  const stranger = { caseId, assigneeId: nordlys.owner.id };
  await expect(fjordline.run((ctx) => assignCase(ctx, stranger))).rejects.toMatchObject({
    code: "INVALID",
    field: "assigneeId",
  });
});
