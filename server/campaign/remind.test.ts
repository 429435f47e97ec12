import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { campaigns, invitations, outboundMails, responses, suppressions } from "#db/schema/index.ts";
import { atTheDoor } from "#server/context.ts";
import { markInvitationsSent } from "#server/invitation/mark-sent.ts";
import { prepareInvitations } from "#server/invitation/render.ts";
import { claimDue } from "#server/mail/claim.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeContact, makeSurvey, makeWorkspace, type TestWorkspace } from "#server/test/factories.ts";
import { changeReminder } from "./change-reminder.ts";
import { createCampaign } from "./create.ts";
import { finishCampaign } from "./finish.ts";
import { pauseCampaign } from "./pause.ts";
import { getCampaign } from "./queries.ts";
import { campaignsToRemind, remindUnanswered } from "./remind.ts";
import { startCampaign } from "./start.ts";

const rt = await testRuntime();
const db = rt.connection.db;
const day = 86_400_000;
const later = (days: number) => new Date(testNow.getTime() + days * day);
let workspace: TestWorkspace;
beforeEach(async () => {
  rt.setNow(testNow);
  workspace = await makeWorkspace(rt);
});

/** A campaign whose mails three customers got just now. */
async function sentCampaign(reminderDays?: number | null): Promise<string> {
  const id = await workspace.run(async (ctx) => {
    const survey = await makeSurvey(ctx);
    for (const name of ["Asa Lind", "Bo Ek", "Cy Dal"]) await makeContact(rt, ctx, name);
    const campaign = await createCampaign(ctx, { name: "Autumn", surveyId: survey.id, reminderDays });
    await startCampaign(ctx, { id: campaign.id });
    return campaign.id;
  });
  await deliver(id);
  return id;
}

/** Everything queued of a campaign is taken by a server, and the campaign has been sent. */
async function deliver(id: string): Promise<void> {
  await workspace.run(async (ctx) => {
    const mails = await ctx.db
      .update(outboundMails)
      .set({ state: "sent", sentAt: ctx.now })
      .where(and(eq(outboundMails.campaignId, id), eq(outboundMails.state, "queued")))
      .returning();
    const asked = mails.filter(({ kind }) => kind === "invitation");
    await markInvitationsSent(
      ctx,
      asked.map((mail) => mail.invitationId!),
    );
    await finishCampaign(ctx, { id });
  });
}

const mailsOf = (id: string) =>
  workspace.run(async (ctx) => {
    const rows = await ctx.db.select().from(outboundMails).where(eq(outboundMails.campaignId, id));
    const of = (kind: string) =>
      new Map(rows.filter((row) => row.kind === kind).map((row) => [row.toAddress.split(".")[0]!, row]));
    return { asked: of("invitation"), reminded: of("reminder") };
  });

const answer = (invitationId: string) =>
  workspace.run(async (ctx) => {
    const [invitation] = await ctx.db.select().from(invitations).where(eq(invitations.id, invitationId));
    await ctx.db.insert(responses).values({
      workspaceId: ctx.workspaceId,
      id: newId(),
      surveyId: invitation!.surveyId,
      campaignId: invitation!.campaignId,
      invitationId,
      contactId: invitation!.contactId,
      score: 9,
      evidence: "confirmed",
      channel: "email",
      locale: "en",
      answeredAt: ctx.now,
      updatedAt: ctx.now,
    });
  });

const remind = (id: string) => workspace.run((ctx) => remindUnanswered(ctx, { id }));
const get = (id: string) => workspace.run((ctx) => getCampaign(ctx, { id }));
const found = async (now: Date) =>
  (await atTheDoor(db, (tx) => campaignsToRemind(tx, now))).map((row) => row.id);

describe("a reminder", () => {
  it("is due seven days after each mail, for those who have not answered, once", async () => {
    const id = await sentCampaign();
    expect(await found(later(5.9))).not.toContain(id);
    expect((await get(id)).reminders).toMatchObject({ ahead: 3, nextAt: later(7), waiting: 0 });
    await answer((await mailsOf(id)).asked.get("asa")!.invitationId!);
    rt.setNow(later(6.5));
    expect(await found(later(6.5))).toContain(id);
    expect(await remind(id)).toBe(2);
    expect(await remind(id)).toBe(0);
    expect(await found(later(6.5))).not.toContain(id);
    const { reminded } = await mailsOf(id);
    expect([...reminded.keys()].sort()).toEqual(["bo", "cy"]);
    expect(reminded.get("bo")).toMatchObject({ state: "queued", nextAttemptAt: later(7), priority: 110 });
    expect(await get(id)).toMatchObject({
      state: "running",
      counts: { invited: 3, sent: 3, queued: 0, answered: 1 },
      reminders: { ahead: 0, waiting: 2, sent: 0 },
    });
    await deliver(id);
    expect(await get(id)).toMatchObject({ state: "finished", reminders: { waiting: 0, sent: 2 } });
    rt.setNow(later(15));
    expect(await remind(id)).toBe(0);
  });

  it("is not sent after an answer or an opt-out that comes while it waits", async () => {
    const id = await sentCampaign();
    rt.setNow(later(7));
    await remind(id);
    const { asked, reminded } = await mailsOf(id);
    await answer(asked.get("asa")!.invitationId!);
    await workspace.run((ctx) =>
      ctx.db.insert(suppressions).values({
        workspaceId: ctx.workspaceId,
        addressHash: reminded.get("bo")!.addressHash!,
        reason: "opted_out",
        source: "link",
        createdAt: ctx.now,
      }),
    );
    const claim = await claimDue(db, { limit: 50, at: later(7) });
    const mine = claim.mails.filter((mail) => mail.campaignId === id);
    expect(mine.map((mail) => mail.toAddress)).toEqual(["cy.dal@customer.example"]);
    const left = (await mailsOf(id)).reminded;
    expect(left.get("asa")!.state).toBe("cancelled");
    expect(left.get("bo")!.state).toBe("suppressed");
    expect((await get(id)).reminders).toMatchObject({ needless: 2, waiting: 1 });
  });

  it("stands in the thread of the mail it reminds of, with words of its own and the same subject", async () => {
    const id = await sentCampaign();
    rt.setNow(later(7));
    await remind(id);
    const { asked, reminded } = await mailsOf(id);
    const [first, second] = await workspace.run(async (ctx) => {
      const [mail, again] = [asked.get("bo")!, reminded.get("bo")!];
      return [(await prepareInvitations(ctx, [mail]))(mail), (await prepareInvitations(ctx, [again]))(again)];
    });
    const thread = asked.get("bo")!.messageId;
    expect(second).toMatchObject({ inReplyTo: thread, references: [thread], subject: first!.subject });
    expect(first!.inReplyTo).toBeUndefined();
    expect(second!.text).toContain("We asked you one question recently.");
    expect(first!.text).not.toContain("We asked you one question recently.");
    expect(second!.headers).toMatchObject({ "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" });
  });

  it("is moved for all at once, before and after it was put into the outbox", async () => {
    const id = await sentCampaign();
    const move = (at: string | null) => workspace.run((ctx) => changeReminder(ctx, { id, at }));
    await expect(move("2026-11-20T09:00")).rejects.toMatchObject({ code: "INVALID", field: "at" });
    await expect(move("2027-11-20T09:00")).rejects.toMatchObject({ code: "INVALID", field: "at" });
    expect(await move("2026-12-07T09:00")).toBe(3);
    const moved = new Date("2026-12-07T08:00:00Z");
    expect((await get(id)).reminders).toMatchObject({ ahead: 3, nextAt: moved });
    rt.setNow(moved);
    await remind(id);
    expect(await move("2026-12-08T09:00")).toBe(3);
    expect((await mailsOf(id)).reminded.get("bo")!.nextAttemptAt).toEqual(new Date("2026-12-08T08:00:00Z"));
    expect(await move(null)).toBe(3);
    expect((await get(id)).reminders).toMatchObject({ ahead: 0, waiting: 0, needless: 3 });
    await expect(move("2026-12-09T09:00")).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("waits while its campaign is paused, and is not made where none is wanted", async () => {
    const id = await sentCampaign(null);
    expect((await get(id)).reminders).toMatchObject({ ahead: 0 });
    workspace = await makeWorkspace(rt);
    const other = await sentCampaign(3);
    await workspace.run((ctx) =>
      ctx.db.update(campaigns).set({ state: "running" }).where(eq(campaigns.id, other)),
    );
    await workspace.run((ctx) => pauseCampaign(ctx, { id: other }));
    rt.setNow(later(4));
    expect(await remind(other)).toBe(0);
    expect(await found(later(4))).not.toContain(other);
  });

  it("is of another workspace's campaign not to be found", async () => {
    const id = await sentCampaign();
    const other = await makeWorkspace(rt, "Nordlys");
    await expect(other.run((ctx) => remindUnanswered(ctx, { id }))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(other.run((ctx) => changeReminder(ctx, { id, at: null }))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});
