import { and, eq, inArray } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { invitations, outboundMails, responses } from "#db/schema/index.ts";
import { atTheDoor } from "#server/context.ts";
import { prepareInvitations } from "#server/invitation/render.ts";
import { claimDue } from "#server/mail/claim.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeContact, makeSurvey, makeWorkspace, type TestWorkspace } from "#server/test/factories.ts";
import { createCampaign } from "./create.ts";
import { campaignsInTest, decideTest, endTest } from "./decide-test.ts";
import { getCampaign } from "./queries.ts";
import type { AbTest } from "./schema.ts";
import { startCampaign } from "./start.ts";
import { updateDraft } from "./update-draft.ts";

const rt = await testRuntime();
const db = rt.connection.db;
const hours = (n: number) => new Date(testNow.getTime() + n * 3_600_000);
let workspace: TestWorkspace;
beforeEach(async () => {
  rt.setNow(testNow);
  workspace = await makeWorkspace(rt);
});

const plan: AbTest = { percent: 50, hours: 10, rule: "pocock", b: { senderName: "Bo at Fjordline" } };

/** A started campaign to 40 people, every fourth of them Swedish. */
async function started(abTest: AbTest | null, over: Partial<Parameters<typeof updateDraft>[1]> = {}) {
  return workspace.run(async (ctx) => {
    const survey = await makeSurvey(ctx);
    for (let n = 0; n < 40; n++) await makeContact(rt, ctx, `P${n} Ek`, { locale: n % 4 ? "en" : "sv" });
    const { id } = await createCampaign(ctx, { name: "Autumn", surveyId: survey.id, reminderDays: null });
    await updateDraft(ctx, { id, abTest, ...over });
    await startCampaign(ctx, { id });
    return id;
  });
}

const ledger = (id: string) =>
  workspace.run((ctx) =>
    ctx.db
      .select({ invitation: invitations, mail: outboundMails })
      .from(invitations)
      .innerJoin(outboundMails, eq(outboundMails.invitationId, invitations.id))
      .where(and(eq(invitations.workspaceId, ctx.workspaceId), eq(invitations.campaignId, id))),
  );

/** The mails of the test have been taken by a server, and so many of each version answered. */
async function delivered(id: string, answers: { a: number; b: number }): Promise<void> {
  const rows = await ledger(id);
  await workspace.run(async (ctx) => {
    const inTest = rows.filter(({ invitation }) => invitation.variant !== null);
    const ids = inTest.map(({ mail }) => mail.id);
    await ctx.db.update(outboundMails).set({ state: "sent" }).where(inArray(outboundMails.id, ids));
    for (const version of ["a", "b"] as const) {
      const mine = inTest.filter(({ invitation }) => invitation.variant === version);
      for (const { invitation } of mine.slice(0, answers[version])) {
        await ctx.db.insert(responses).values({
          ...{ workspaceId: ctx.workspaceId, id: newId(), surveyId: invitation.surveyId, campaignId: id },
          ...{
            invitationId: invitation.id,
            contactId: invitation.contactId,
            score: 9,
            evidence: "confirmed",
          },
          ...{ channel: "email", locale: "en", answeredAt: ctx.now, updatedAt: ctx.now },
        });
      }
    }
  });
}

const decide = (id: string) => workspace.run((ctx) => decideTest(ctx, { id }));
const dueNow = async (id: string) => {
  const claim = await claimDue(db, { limit: 500, at: rt.clock() });
  return claim.mails.filter((mail) => mail.campaignId === id);
};

describe("a test of two versions", () => {
  it("is tried on equal halves of its share, and the rest wait until it is decided", async () => {
    const id = await started(plan);
    const rows = await ledger(id);
    const of = (variant: string | null) => rows.filter(({ invitation }) => invitation.variant === variant);
    expect([of("a").length, of("b").length, of(null).length]).toEqual([10, 10, 20]);
    expect(await dueNow(id)).toHaveLength(20);
    const { abEndsAt, test } = await workspace.run((ctx) => getCampaign(ctx, { id }));
    expect(abEndsAt).toEqual(hours(10));
    expect(test).toMatchObject({ waiting: 20, decision: null, standing: { look: 0, nextLookAt: hours(2) } });
    expect((await atTheDoor(db, campaignsInTest)).map((row) => row.id)).toContain(id);
  });

  it("sends the better version to the rest as soon as a look shows it", async () => {
    const id = await started(plan);
    await delivered(id, { a: 0, b: 8 });
    expect(await decide(id)).toBeNull();
    rt.setNow(hours(2));
    expect(await decide(id)).toMatchObject({ winner: "b", look: 1, by: null });
    expect(await decide(id)).toBeNull();
    const mails = await dueNow(id);
    expect(mails).toHaveLength(20);
    const rendered = await workspace.run(async (ctx) => (await prepareInvitations(ctx, mails))(mails[0]!));
    expect(rendered.fromName).toBe("Bo at Fjordline");
    const { test } = await workspace.run((ctx) => getCampaign(ctx, { id }));
    expect(test).toMatchObject({
      arms: { a: { of: 10, count: 0 }, b: { of: 10, count: 8 } },
      waiting: 0,
      decision: { winner: "b" },
    });
    expect((await atTheDoor(db, campaignsInTest)).map((row) => row.id)).not.toContain(id);
  });

  it("says that there is no winner when no difference shows, and the rest get version a", async () => {
    const id = await started(plan);
    await delivered(id, { a: 3, b: 4 });
    rt.setNow(hours(9.9));
    expect(await decide(id)).toBeNull();
    rt.setNow(hours(10));
    expect(await decide(id)).toMatchObject({ winner: null, look: 5 });
    const mails = await dueNow(id);
    const rendered = await workspace.run(async (ctx) => (await prepareInvitations(ctx, mails))(mails[0]!));
    expect(rendered.fromName).not.toBe("Bo at Fjordline");
  });

  it("leaves out who reads no language that version b has words in, and gives each version its words", async () => {
    const id = await started({ ...plan, percent: 100, b: { texts: { sv: { subject: "En fråga" } } } });
    const rows = await ledger(id);
    const tried = rows.filter(({ invitation }) => invitation.variant !== null);
    expect(tried.map(({ invitation }) => invitation.locale)).toEqual(Array(10).fill("sv"));
    const subjects = await workspace.run(async (ctx) => {
      const mails = rows.map(({ mail }) => mail);
      const render = await prepareInvitations(ctx, mails);
      return rows.map(({ mail, invitation }) => [invitation.variant, render(mail).subject] as const);
    });
    const different = subjects.filter(([, subject]) => subject === "En fråga").map(([variant]) => variant);
    expect(different).toEqual(Array(5).fill("b"));
  });

  it("sends each version at its own hour", async () => {
    const id = await started({ ...plan, b: {}, sendHours: { a: 9, b: 15 } });
    const rows = await ledger(id);
    const due = (variant: string) =>
      new Set(
        rows
          .filter(({ invitation }) => invitation.variant === variant)
          .map(({ mail }) => mail.nextAttemptAt.toISOString()),
      );
    // 10:00 in Copenhagen now: 9:00 is tomorrow's, 15:00 today's.
    expect(due("a")).toEqual(new Set(["2026-11-24T08:00:00.000Z"]));
    expect(due("b")).toEqual(new Set(["2026-11-23T14:00:00.000Z"]));
  });

  it("can be ended by hand once, and not by another workspace", async () => {
    const id = await started(plan);
    const other = await makeWorkspace(rt, "Nordlys");
    for (const verb of [
      decideTest,
      (ctx: Parameters<typeof endTest>[0]) => endTest(ctx, { id, winner: "b" }),
    ]) {
      await expect(other.run((ctx) => verb(ctx, { id }))).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    const end = () => workspace.run((ctx) => endTest(ctx, { id, winner: "b" }));
    expect(await end()).toMatchObject({ winner: "b", by: workspace.owner.id });
    await expect(end()).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await dueNow(id)).toHaveLength(40);
  });

  it("is refused when both versions are the same, or the mails do not leave together", async () => {
    await expect(started({ ...plan, b: { senderName: "" } })).rejects.toMatchObject({ field: "abTest" });
    workspace = await makeWorkspace(rt);
    await expect(started(plan, { timing: { kind: "drip", days: 5 } })).rejects.toMatchObject({
      field: "abTest",
    });
  });
});
