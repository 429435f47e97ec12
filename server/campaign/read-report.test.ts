import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { bounces, inboundMails, invitations, outboundMails, responses, teams } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { inLanguage, speak } from "#server/i18n/speak.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeContact, makeSurvey, makeWorkspace } from "#server/test/factories.ts";
import { createCampaign } from "./create.ts";
import { duplicateCampaign } from "./duplicate.ts";
import { listExclusions } from "./list-exclusions.ts";
import { requireCampaign } from "./queries.ts";
import { readReport } from "./read-report.ts";
import { startCampaign } from "./start.ts";
import { sumLedger } from "./sum-ledger.ts";
import { updateDraft } from "./update-draft.ts";

speak();
const rt = await testRuntime();
const fjordline = await makeWorkspace(rt, "Fjordline");
const nordlys = await makeWorkspace(rt, "Nordlys");

/** A campaign to twelve people of two teams: two left out by hand, one without an address, nine asked. */
const id = await fjordline.run(async (ctx) => {
  const [north] = await ctx.db
    .insert(teams)
    .values({ workspaceId: ctx.workspaceId, id: newId(), name: "North", createdAt: ctx.now })
    .returning();
  for (let n = 0; n < 12; n++) {
    await makeContact(rt, ctx, `Person ${n}`, {
      ...(n < 5 ? { teamId: north!.id } : {}),
      ...(n === 11 ? { email: null, emailKey: null, addressHash: null } : {}),
      employee: n % 2 ? "maja@fjordline.example" : null,
    });
  }
  const survey = await makeSurvey(ctx);
  const made = await createCampaign(ctx, { name: "Autumn", surveyId: survey.id });
  const leftOut = {
    emails: ["Person.0@Customer.example", "person.1@customer.example", "nobody@customer.example"],
    why: "In a dispute.",
  };
  await updateDraft(ctx, { id: made.id, leftOut });
  await startCampaign(ctx, { id: made.id });
  await ctx.db
    .update(outboundMails)
    .set({ state: "sent", sentAt: testNow })
    .where(eq(outboundMails.campaignId, made.id));
  return made.id;
});

const asked = (ctx: Ctx) =>
  ctx.db
    .select({ invitation: invitations, mailId: outboundMails.id })
    .from(invitations)
    .innerJoin(outboundMails, eq(outboundMails.invitationId, invitations.id))
    .where(eq(invitations.campaignId, id))
    .orderBy(invitations.contactId);

async function answer(ctx: Ctx, at: number, score: number, comment: string) {
  const { invitation } = (await asked(ctx))[at]!;
  await ctx.db.insert(responses).values({
    workspaceId: ctx.workspaceId,
    id: newId(),
    surveyId: invitation.surveyId,
    campaignId: id,
    invitationId: invitation.id,
    contactId: invitation.contactId,
    channel: "email",
    score,
    comment,
    evidence: "confirmed",
    locale: "en",
    answeredAt: new Date(testNow.getTime() + 86_400_000),
    updatedAt: ctx.now,
  });
}

async function comeBack(ctx: Ctx, at: number, kind: "bounce" | "complaint", reason: string | null) {
  const { mailId } = (await asked(ctx))[at]!;
  const inboundMailId = newId();
  await ctx.db.insert(inboundMails).values({
    workspaceId: ctx.workspaceId,
    id: inboundMailId,
    purpose: "bounce",
    targetNumber: at,
    mailFrom: "",
    rcptTo: "bounce@svar.example",
    raw: Buffer.from("report"),
    sha256: Buffer.from(inboundMailId),
    receivedAt: ctx.now,
  });
  await ctx.db.insert(bounces).values({
    workspaceId: ctx.workspaceId,
    id: newId(),
    mailId,
    inboundMailId,
    kind,
    severity: kind === "bounce" ? "soft" : null,
    reason,
    receivedAt: ctx.now,
  });
}

describe("the report of a campaign", () => {
  it("counts each person once on the way from chosen to commented", async () => {
    const report = await fjordline.run(async (ctx) => {
      await answer(ctx, 0, 10, "Splendid");
      await answer(ctx, 1, 3, "");
      // A mail that came back twice, one whose reader answered nevertheless, one that was complained about.
      await comeBack(ctx, 3, "bounce", "mailbox_full");
      await comeBack(ctx, 3, "bounce", "mailbox_full");
      await comeBack(ctx, 0, "bounce", "policy");
      await comeBack(ctx, 4, "complaint", null);
      const [, , , , , refused] = await asked(ctx);
      await ctx.db
        .update(outboundMails)
        .set({ state: "failed", refusal: null })
        .where(eq(outboundMails.id, refused!.mailId));
      return readReport(ctx, { id });
    });
    expect(report.funnel).toEqual({
      chosen: 12,
      invited: 9,
      sent: 8,
      delivered: 7,
      answered: 2,
      commented: 1,
    });
    expect(report.scores).toEqual({ detractors: 1, passives: 0, promoters: 1 });
    expect(new Map(report.returns.map(({ reason, n }) => [reason, n]))).toEqual(
      new Map([
        ["mailbox_full", 1],
        ["policy", 1],
        ["complaint", 1],
        ["unknown", 1],
      ]),
    );
    expect(report.days.map(({ sent, answered }) => [sent, answered])).toEqual([
      [8, 0],
      [0, 2],
    ]);
    expect(report.pace).toBeNull();
  });

  it("sums everybody by reason, team and employee, with who was left out by hand", async () => {
    const sums = (by: "reason" | "team" | "employee") => fjordline.run((ctx) => sumLedger(ctx, { id, by }));
    expect(await sums("reason")).toEqual([
      { key: null, chosen: 9, asked: 9, answered: 2, leftOut: 0, byHand: 0 },
      { key: "left_out_by_hand", chosen: 2, asked: 0, answered: 0, leftOut: 2, byHand: 2 },
      { key: "no_valid_address", chosen: 1, asked: 0, answered: 0, leftOut: 1, byHand: 0 },
    ]);
    expect(await sums("team")).toMatchObject([
      { key: null, chosen: 7, asked: 6, leftOut: 1, byHand: 0 },
      { key: "North", chosen: 5, asked: 3, leftOut: 2, byHand: 2 },
    ]);
    expect(await sums("employee")).toMatchObject([
      { key: "maja@fjordline.example", chosen: 6, byHand: 1 },
      { key: null, chosen: 6, byHand: 1 },
    ]);
  });

  it("keeps the sums when people change teams afterwards", async () => {
    const sums = () => fjordline.run((ctx) => sumLedger(ctx, { id, by: "team" }));
    const before = await sums();
    await fjordline.run((ctx) =>
      ctx.db.execute(sql`UPDATE contacts SET team_id = NULL, employee = 'new'
      WHERE workspace_id = ${ctx.workspaceId} AND email IS NOT NULL`),
    );
    expect(await sums()).toEqual(before);
  });

  it("lists the left out page by page, each once", async () => {
    const page = (cursor?: string) => fjordline.run((ctx) => listExclusions(ctx, { id, cursor, limit: 2 }));
    const first = await page();
    const second = await page(first.next!);
    expect(second.next).toBeNull();
    const reasons = [...first.people, ...second.people].map(({ name, reason }) => `${name}: ${reason}`);
    expect(reasons.sort()).toEqual([
      "Person 0: left_out_by_hand",
      "Person 11: no_valid_address",
      "Person 1: left_out_by_hand",
    ]);
  });

  it("is not another workspace's to read", async () => {
    const none = { code: "NOT_FOUND" };
    await expect(nordlys.run((ctx) => readReport(ctx, { id }))).rejects.toMatchObject(none);
    await expect(nordlys.run((ctx) => sumLedger(ctx, { id, by: "team" }))).rejects.toMatchObject(none);
    await expect(nordlys.run((ctx) => duplicateCampaign(ctx, { id }))).rejects.toMatchObject(none);
  });
});

describe("a duplicate", () => {
  it("is a draft like the campaign, drawn anew, and leaves nobody out by hand", async () => {
    const [known, made] = await fjordline.run(async (ctx) => [
      await requireCampaign(ctx, id),
      await duplicateCampaign(ctx, { id }),
    ]);
    expect(made).toMatchObject({ state: "draft", name: "Autumn (copy)", surveyId: known.surveyId });
    const kopio = await inLanguage("fi", () => fjordline.run((ctx) => duplicateCampaign(ctx, { id })));
    expect(kopio.name).toBe("Autumn (kopio)");
    expect(made).toMatchObject({ audience: known.audience, sendAt: null, leftOut: null });
    expect(made.seed).not.toBe(known.seed);
  });
});
