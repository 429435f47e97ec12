import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { caseMessages, cases, contacts, inboundMails, outboundMails, responses } from "#db/schema/index.ts";
import { recordResponse } from "#server/response/record.ts";
import { testRuntime } from "#server/test/database.ts";
import { makeInvitation, makeMember, makeWorkspace, type TestWorkspace } from "#server/test/factories.ts";
import { tellAllAlerts } from "#server/worker/tell-alerts.ts";
import { considerCase } from "./consider.ts";
import { receiveReply } from "./receive-reply.ts";
import { renderAlert } from "./render-alert.ts";

const rt = await testRuntime();
const fjordline = await makeWorkspace(rt, "Fjordline");
const nordlys = await makeWorkspace(rt, "Nordlys");
const bo = await makeMember(rt, fjordline, "agent", "Bo Ek");

let replies = 0;

/** Somebody who was asked, and the way to reply to that mail. */
async function asked() {
  const invitation = await makeInvitation(rt, fjordline, { employee: bo.email });
  const [customer] = await fjordline.run((ctx) =>
    ctx.db.select({ email: contacts.email }).from(contacts).where(eq(contacts.id, invitation.contactId)),
  );
  const reply = async (text: string, over: { from?: string; mailFrom?: string; header?: string } = {}) => {
    const from = over.from ?? customer!.email!;
    const raw = Buffer.from(
      [
        `From: ${from}`,
        "Subject: Re: Would you recommend Fjordline?",
        `Message-ID: <${newId()}@kund.example>`,
        ...(over.header ? [over.header] : []),
        "",
        text,
        "",
        "On Monday, Fjordline wrote:",
        "> 0 1 2 3 4 5 6 7 8 9 10",
      ].join("\r\n"),
    );
    const id = newId();
    await fjordline.run((ctx) =>
      ctx.db.insert(inboundMails).values({
        workspaceId: ctx.workspaceId,
        id,
        purpose: "reply",
        targetNumber: invitation.number,
        mailFrom: over.mailFrom ?? from,
        rcptTo: "r+x@reply.svar.test",
        raw,
        sha256: Buffer.from(id),
        receivedAt: new Date(ctx.now.getTime() + 1000 * replies++),
      }),
    );
    return id;
  };
  const take = (inboundMailId: string, by: TestWorkspace = fjordline) =>
    by.run((ctx) => receiveReply(ctx, { inboundMailId }));
  const found = () =>
    fjordline.run(async (ctx) => ({
      answers: await ctx.db.select().from(responses).where(eq(responses.invitationId, invitation.id)),
      cases: await ctx.db.select().from(cases).where(eq(cases.invitationId, invitation.id)),
    }));
  return { invitation, reply, take, found };
}

it("a reply that begins with a score is the answer, once however often it is read", async () => {
  const { reply, take, found } = await asked();
  const id = await reply("8, because you called back\nthe same day");
  expect(await take(id)).toBe("answered");
  expect(await take(id)).toBe("read already");
  const { answers, cases: opened } = await found();
  expect(answers).toMatchObject([
    { score: 8, comment: "because you called back\nthe same day", evidence: "confirmed" },
  ]);
  expect(opened).toEqual([]);
  expect(await take(await reply("3"))).toBe("answered");
  expect((await found()).answers).toMatchObject([{ score: 3, version: 2 }]);
});

it("any other reply stands in one case, whose owner is told; an answer joins it later", async () => {
  const { invitation, reply, take, found } = await asked();
  expect(await take(await reply("Who are you, and where did you get my address?"))).toBe("added");
  expect(await take(await reply("Hello? Nobody has answered me."))).toBe("added");
  const [one, ...others] = (await found()).cases;
  expect(others).toEqual([]);
  expect(one).toMatchObject({ responseId: null, assigneeId: bo.id, state: "open" });
  await tellAllAlerts(rt);
  const [messages, alerts] = await fjordline.run(async (ctx) => [
    await ctx.db.select().from(caseMessages).where(eq(caseMessages.caseId, one!.id)).orderBy(caseMessages.at),
    await ctx.db
      .select()
      .from(outboundMails)
      .where(eq(outboundMails.caseId, one!.id))
      .orderBy(outboundMails.number),
  ]);
  expect(messages).toMatchObject([
    { direction: "in", text: "Who are you, and where did you get my address?", knownSender: true },
    { direction: "in", text: "Hello? Nobody has answered me." },
  ]);
  // One that the case is Bo's, which says what the first mail says, and one of the second.
  const [ofCase, ...more] = alerts.filter(({ payload }) => !payload.messageId);
  expect(more).toEqual([]);
  expect(ofCase).toMatchObject({ kind: "case_alert", toAddress: bo.email, payload: { assigneeId: bo.id } });
  expect(alerts.filter((one) => one !== ofCase)).toMatchObject([
    { kind: "case_alert", toAddress: bo.email, payload: { messageId: messages[1]!.id } },
  ]);
  const alert = await fjordline.run((ctx) => renderAlert(ctx, ofCase!));
  expect(alert.subject).toMatch(/replied to your mail: the case is yours$/);
  expect(alert.text).toContain("Who are you");

  const answer = await fjordline.run((ctx) =>
    recordResponse(ctx, { invitationNumber: invitation.number, score: 2, comment: "" }),
  );
  if (!("responseId" in answer)) throw new Error(answer.outcome);
  const { responseId } = answer;
  await fjordline.run((ctx) => considerCase(ctx, { responseId }));
  await fjordline.run((ctx) => considerCase(ctx, { responseId }));
  expect((await found()).cases).toMatchObject([{ id: one!.id, responseId }]);
});

it("a stranger's number is no answer, but is read", async () => {
  const { reply, take, found } = await asked();
  expect(await take(await reply("10", { from: "mallory@elsewhere.example" }))).toBe("added");
  const { answers, cases: opened } = await found();
  expect(answers).toEqual([]);
  expect(opened).toHaveLength(1);
});

it("a machine's reply opens nothing", async () => {
  const { reply, take, found } = await asked();
  const away = await reply("10 days of holiday", { header: "Auto-Submitted: auto-replied" });
  expect(await take(away)).toBe("automatic");
  expect(await take(await reply("8", { mailFrom: "" }))).toBe("automatic");
  expect(await found()).toEqual({ answers: [], cases: [] });
});

it("a reply is not another workspace's to read", async () => {
  const { reply, take, found } = await asked();
  expect(await take(await reply("9"), nordlys)).toBe("read already");
  expect((await found()).answers).toEqual([]);
});
