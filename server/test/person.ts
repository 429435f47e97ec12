import { eq } from "drizzle-orm";
import { newId } from "#db/id.ts";
import {
  accounts,
  attachments,
  bounces,
  caseClosures,
  caseDrafts,
  caseMessages,
  cases,
  events,
  imports,
  inboundMails,
  invitations,
  mailEvents,
  messageHtmls,
  outboundMails,
  recoveryAnswers,
  recoveryChecks,
  responses,
  thankYous,
} from "#db/schema/index.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { type Runtime, withTokenAtOnce } from "#server/entry.ts";
import { enqueueMail } from "#server/mail/enqueue.ts";
import { recordResponse } from "#server/response/record.ts";
import { listRules } from "#server/rule/queries.ts";
import { liftFromContact } from "#server/suppression/lift.ts";
import { suppressContact } from "#server/suppression/suppress-contact.ts";
import { causeNamed } from "./causes.ts";
import { makeCampaign, makeContact, makeSurvey, type TestWorkspace } from "./factories.ts";

/** What stands in every field of the person that these tests are about, and nowhere else. */
export const canary = "kanarifugl";

/** A customer of whom there is something in every table that can hold it: asked, answered, in a dialogue, bounced, imported. */
export async function makePerson(rt: Runtime, workspace: TestWorkspace, word = canary) {
  const made = await workspace.run(async (ctx) => {
    const at = ctx.now;
    const own = { workspaceId: ctx.workspaceId };
    const accountId = newId();
    await ctx.db.insert(accounts).values({ ...own, id: accountId, name: `Kiosk ${word}`, createdAt: at });
    const contact = await makeContact(rt, ctx, `Anna ${word}`, {
      ...{ accountId, externalId: `no-${word}`, attributes: { nickname: word }, locale: "nb" },
      ...{ legalGround: "consent", groundSource: `Form of ${word}`, consentedAt: at },
    });
    const email = contact.email!;
    const survey = await makeSurvey(ctx);
    const campaign = await makeCampaign(ctx, survey.id, { audience: { emails: [email] } });
    const invitationId = newId();
    const [invitation] = await ctx.db
      .insert(invitations)
      .values({
        ...{ ...own, id: invitationId, campaignId: campaign.id, surveyId: survey.id, contactId: contact.id },
        ...{ locale: "nb", accountId, attributes: { nickname: word }, createdAt: at, sentAt: at },
        expiresAt: new Date(at.getTime() + 30 * 86_400_000),
      })
      .returning();
    await ctx.db.insert(events).values({
      ...{ ...own, id: newId(), type: "delivered", contactId: contact.id, attributes: { parcel: word } },
      ...{ occurredAt: at, receivedAt: at, idempotencyKey: `parcel-${word}`, contentHash: Buffer.from(word) },
    });
    await ctx.db.insert(imports).values({
      ...{ ...own, id: newId(), kind: "contacts", state: "done", fileName: "contacts.csv", createdAt: at },
      file: Buffer.from(`email,name\r\n${email},Anna`),
    });
    const why = { why: `Called, said ${word}` };
    const stop = { contactId: contact.id, reason: "by_hand", source: "by hand" } as const;
    await suppressContact(ctx, { ...stop, ...why });
    await liftFromContact(ctx, { contactId: contact.id, ...why });
    await mails(ctx, { email, contact, invitationId });
    return { email, contactId: contact.id, invitation: invitation!, invitationId };
  });
  const target = { workspaceKey: workspace.key, number: made.invitation.number };
  const token = rt.tokens.seal("answer", target);
  for (const score of [4, 2]) {
    await withTokenAtOnce(rt, "answer", token, (at, invitationNumber) =>
      recordResponse(at, {
        ...{ invitationNumber, score, comment: `Late ${word}` },
        contact: { by: "phone", phone: `+45 1 ${word}` },
      }),
    );
  }
  const dialogue = await workspace.run((ctx) => talk(ctx, made, word));
  return { ...made, ...dialogue, token };
}

type Made = { email: string; contactId: string; invitationId: string; invitation: { number: number } };
type Mailed = { email: string; contact: { addressHash: Uint8Array | null }; invitationId: string };

/** The mail that asked, with what a server said of it, and one that is still to remind. */
async function mails(ctx: Ctx, { email, contact, invitationId }: Mailed): Promise<void> {
  const mail = { toAddress: email, addressHash: contact.addressHash, invitationId };
  const asked = await enqueueMail(ctx, { ...mail, kind: "invitation", dedupeKey: invitationId });
  await enqueueMail(ctx, { ...mail, kind: "reminder", dedupeKey: `${invitationId}:1` });
  const said = `250 <${email}> is fine`;
  await ctx.db
    .update(outboundMails)
    .set({ state: "sent", sentAt: ctx.now, lastText: said })
    .where(eq(outboundMails.id, asked!.id));
  await ctx.db.insert(mailEvents).values({
    ...{
      workspaceId: ctx.workspaceId,
      mailId: asked!.id,
      at: ctx.now,
      state: "sent",
      attempt: 1,
      detail: said,
    },
  });
  const [row] = await ctx.db.select().from(outboundMails).where(eq(outboundMails.id, asked!.id));
  const inboundMailId = await inbound(ctx, "bounce", row!.number, email);
  await ctx.db.insert(bounces).values({
    ...{ workspaceId: ctx.workspaceId, id: newId(), mailId: asked!.id, inboundMailId, kind: "bounce" },
    ...{ severity: "soft", reason: "mailbox_full", status: "4.2.2", receivedAt: ctx.now },
  });
}

/** A case that was closed and opened again, with words of all kinds and a reply that is being sent. */
async function talk(ctx: Ctx, { email, contactId, invitationId, invitation }: Made, word: string) {
  const own = { workspaceId: ctx.workspaceId };
  const [answer] = await ctx.db.select().from(responses).where(eq(responses.invitationId, invitationId));
  const caseId = newId();
  const [opened] = await ctx.db
    .insert(cases)
    .values({
      ...{ ...own, id: caseId, responseId: answer!.id, invitationId, contactId },
      ...{ openedAt: ctx.now, dueAt: ctx.now, lastInboundAt: ctx.now },
    })
    .returning();
  const closureId = newId();
  await ctx.db.insert(caseClosures).values({
    ...{
      ...own,
      id: closureId,
      caseId,
      causeId: await causeNamed(ctx),
      outcome: `Called ${word}`,
      closedAt: ctx.now,
    },
    reopenedAt: ctx.now,
  });
  await checkRecovery(ctx, { email, caseId, closureId }, word);
  const inboundMailId = await inbound(ctx, "case", opened!.number, email);
  await inbound(ctx, "reply", invitation.number, email);
  const message = {
    ...own,
    caseId,
    fromAddress: email,
    fromName: `Anna ${word}`,
    subject: word,
    quoted: word,
  };
  const [received, out] = [newId(), newId()];
  await ctx.db.insert(caseMessages).values([
    { ...message, id: received, direction: "in", text: `I am ${word}`, inboundMailId, at: ctx.now },
    { ...own, caseId, id: out, direction: "out", text: `Dear ${word}`, at: new Date(ctx.now.getTime() + 1) },
    { ...own, caseId, id: newId(), direction: "note", text: `Note ${word}`, at: ctx.now },
  ]);
  await ctx.db.insert(messageHtmls).values({ ...own, messageId: received, html: `<b>I am ${word}</b>` });
  const file = {
    ...own,
    caseId,
    fileName: `${word}.txt`,
    mediaType: "text/plain",
    size: 1,
    addedAt: ctx.now,
  };
  await ctx.db.insert(attachments).values([
    { ...file, id: newId(), messageId: received, content: Buffer.from(`File of ${word}`) },
    { ...file, id: newId(), memberId: memberId(ctx.actor)!, content: Buffer.from(`For ${word}`) },
  ]);
  await ctx.db.insert(caseDrafts).values({
    ...{ ...own, caseId, memberId: memberId(ctx.actor)!, kind: "reply", text: `Dear ${word}` },
    ...{ revision: newId(), writtenIn: "desk", savedAt: ctx.now },
  });
  const reply = await enqueueMail(ctx, {
    ...{ kind: "case_reply", toAddress: email, dedupeKey: out, caseId, caseMessageId: out },
  });
  await ctx.db
    .update(outboundMails)
    .set({ state: "sending", leaseToken: newId(), leaseUntil: ctx.now })
    .where(eq(outboundMails.id, reply!.id));
  await thanked(ctx, { email, invitationId, responseId: answer!.id }, word);
  return { caseId, responseId: answer!.id };
}

/** What a rule thanked for the answer with, before it changed. */
async function thanked(
  ctx: Ctx,
  { email, invitationId, responseId }: { email: string; invitationId: string; responseId: string },
  word: string,
): Promise<void> {
  const [rule] = await listRules(ctx);
  const mail = await enqueueMail(ctx, {
    ...{ kind: "thank_you", toAddress: email, dedupeKey: responseId, invitationId },
  });
  await ctx.db.insert(thankYous).values({
    ...{ workspaceId: ctx.workspaceId, responseId, ruleId: rule!.id, ruleVersion: rule!.version },
    ...{ dueAt: ctx.now, thankedAt: ctx.now, mailId: mail!.id, locale: "nb", words: `Takk, ${word}!` },
  });
}

/** The question whether it is solved, which waits to be sent again, and its answer. */
async function checkRecovery(
  ctx: Ctx,
  { email, caseId, closureId }: { email: string; caseId: string; closureId: string },
  word: string,
): Promise<void> {
  const checkId = newId();
  const mail = await enqueueMail(ctx, {
    ...{ kind: "recovery_check", toAddress: email, dedupeKey: checkId, caseId },
  });
  const own = { workspaceId: ctx.workspaceId };
  await ctx.db.insert(recoveryChecks).values({
    ...{ ...own, id: checkId, caseId, closureId, dueAt: ctx.now, askedAt: ctx.now, mailId: mail!.id },
    expiresAt: new Date(ctx.now.getTime() + 30 * 86_400_000),
  });
  await ctx.db.insert(recoveryAnswers).values({
    ...{ ...own, checkId, version: 1, answer: "no", comment: `Still ${word}`, givenAt: ctx.now },
  });
}

async function inbound(ctx: Ctx, purpose: "bounce" | "case" | "reply", targetNumber: number, from: string) {
  const id = newId();
  await ctx.db.insert(inboundMails).values({
    ...{
      workspaceId: ctx.workspaceId,
      id,
      purpose,
      targetNumber,
      mailFrom: from,
      rcptTo: "c@reply.svar.test",
    },
    ...{ raw: Buffer.from(`From: ${from}\r\n\r\nHi`), sha256: Buffer.from(id), receivedAt: ctx.now },
  });
  return id;
}
