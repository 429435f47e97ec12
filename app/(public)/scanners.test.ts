import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { invitations, outboundMails, responses, suppressions } from "#db/schema/index.ts";
import { considerWaiting } from "#server/case/consider-waiting.ts";
import { listProvisional } from "#server/evidence/queries.ts";
import { ListProvisional } from "#server/evidence/schema.ts";
import { settleEvidence } from "#server/evidence/settle.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeCampaign, makeContact, makeSurvey, makeWorkspace } from "#server/test/factories.ts";
import { respondents } from "./respondents.ts";

const rt = await testRuntime();
const workspace = await makeWorkspace(rt, "Fjordline");
const pages = respondents(async () => rt);
const site = "http://localhost:3000";
const minutes = (n: number) => new Date(testNow.getTime() + n * 60_000);

const agents = [
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36",
  "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148",
  "Barracuda Sentinel (EE)",
  "Mozilla/5.0 (compatible; Mimecast)",
  "",
];

type Mail = { invitationId: string; answer: string; optOut: string };

/** So many customers whose mail left at `testNow`. */
async function ask(count: number): Promise<Mail[]> {
  return workspace.run(async (ctx) => {
    const survey = await makeSurvey(ctx);
    const campaign = await makeCampaign(ctx, survey.id);
    const mails: Mail[] = [];
    for (let n = 0; n < count; n++) {
      const contact = await makeContact(rt, ctx, `Customer ${newId().slice(-8)}`);
      const id = newId();
      const [{ number }] = (await ctx.db
        .insert(invitations)
        .values({
          ...{ workspaceId: ctx.workspaceId, id, campaignId: campaign.id, surveyId: survey.id, locale: "en" },
          ...{ contactId: contact.id, createdAt: testNow, sentAt: testNow, expiresAt: minutes(40_000) },
        })
        .returning()) as [typeof invitations.$inferSelect];
      await ctx.db.insert(outboundMails).values({
        ...{ workspaceId: ctx.workspaceId, id, kind: "invitation", priority: 100, dedupeKey: id },
        ...{
          messageId: `<${id}@fjordline.example>`,
          toAddress: "a@kunde.example",
          toDomain: "kunde.example",
        },
        ...{ campaignId: campaign.id, invitationId: id, state: "sent", attempts: 1, sentAt: testNow },
        ...{ nextAttemptAt: testNow, createdAt: testNow },
      });
      const target = { workspaceKey: workspace.key, number };
      mails.push({
        invitationId: id,
        answer: `/r/${rt.tokens.seal("answer", target)}`,
        optOut: `/u/${rt.tokens.seal("opt-out", target)}`,
      });
    }
    return mails;
  });
}

const get = (path: string, init: RequestInit = {}) => pages.fetch(new Request(`${site}${path}`, init));
const post = (path: string, fields: Record<string, string>) =>
  get(path, { method: "POST", body: new URLSearchParams(fields) });
const nonceOf = async (page: Response) => /name="nonce" value="([^"]+)"/.exec(await page.text())![1]!;

async function settled(at: Date): Promise<void> {
  await rt.opened.flush();
  rt.setNow(at);
  while ((await workspace.run((ctx) => settleEvidence(ctx, { most: 200 }))).settled > 0);
  await workspace.run((ctx) => considerWaiting(ctx, { most: 200 }));
}

const counted = () => workspace.run((ctx) => ctx.db.select().from(responses));
const numberOf = (table: string) =>
  workspace.run(async (ctx) => {
    const [row] = await ctx.db.execute<{ n: number }>(
      sql`SELECT count(*)::int AS n FROM ${sql.identifier(table)}`,
    );
    return row!.n;
  });

describe("scanners and customers", () => {
  it("200 mails whose every link is followed with five agents count nothing, open nothing, stop nothing", {
    timeout: 120_000,
  }, async () => {
    const mails = await ask(200);
    for (const { answer, optOut } of mails) {
      const links = [
        ...Array.from({ length: 11 }, (_, score) => `${answer}/${score}`),
        `${answer}/all`,
        optOut,
      ];
      for (const agent of agents) {
        for (const method of ["HEAD", "GET", "GET"]) {
          const statuses = await Promise.all(
            links.map(async (link) => (await get(link, { method, headers: { "user-agent": agent } })).status),
          );
          expect(new Set(statuses)).toEqual(new Set([200]));
        }
      }
    }
    await settled(minutes(30));
    expect(await counted()).toEqual([]);
    expect(await numberOf("cases")).toBe(0);
    expect(await workspace.run((ctx) => ctx.db.select().from(suppressions))).toEqual([]);
    const { answers } = await workspace.run((ctx) =>
      listProvisional(ctx, ListProvisional.parse({ limit: 200 })),
    );
    expect(answers).toHaveLength(200);
    for (const { opened, requested, doubts } of answers) {
      expect([opened, requested.length]).toEqual([165, 11]);
      expect(doubts).toEqual(["decoy_followed", "many_scores", "no_gesture"]);
    }
  });

  it("customers each end as they should, one tap after the mail", async () => {
    rt.setNow(testNow);
    const [sends, reads, plain, scanned] = (await ask(4)) as [Mail, Mail, Mail, Mail];
    const link = (n: number) => `${scanned.answer}/${n}`;
    await Promise.all([0, 4, 9].map((n) => get(link(n))));

    rt.setNow(minutes(5));
    const sent = await post(sends.answer, {
      score: "9",
      nonce: await nonceOf(await get(`${sends.answer}/9`)),
    });
    expect(sent.status).toBe(303);
    const nonce = await nonceOf(await get(`${reads.answer}/3`));
    await rt.opened.flush();
    expect((await post(`${reads.answer}/seen`, { nonce, score: "3", visible: "2500" })).status).toBe(204);
    await get(`${plain.answer}/7`);
    await post(scanned.answer, { score: "2", nonce: await nonceOf(await get(link(2))) });

    await settled(minutes(30));
    const byInvitation = new Map((await counted()).map((answer) => [answer.invitationId, answer]));
    expect(byInvitation.get(sends.invitationId)).toMatchObject({ score: 9, evidence: "confirmed" });
    expect(byInvitation.get(reads.invitationId)).toMatchObject({ score: 3, evidence: "evidenced" });
    expect(byInvitation.get(scanned.invitationId)).toMatchObject({ score: 2, evidence: "confirmed" });
    expect(byInvitation.has(plain.invitationId)).toBe(false);
    expect(await numberOf("cases")).toBe(2);
  });

  it("take nothing from a page that was not shown, nor from one made up", async () => {
    rt.setNow(minutes(60));
    const [mail] = (await ask(1)) as [Mail];
    await get(`${mail.answer}/8`);
    await rt.opened.flush();
    for (const fields of [
      { score: "8", visible: "9000", nonce: "" },
      { score: "8", visible: "9000", nonce: "made.up.one" },
    ]) {
      expect((await post(`${mail.answer}/seen`, fields)).status).toBe(204);
    }
    const nonce = await nonceOf(await get(mail.answer));
    for (const wrong of [
      { score: "11", visible: "9000" },
      { score: "8", visible: "-1" },
      { score: "", visible: "9000" },
    ]) {
      expect((await post(`${mail.answer}/seen`, { nonce, ...wrong })).status).toBe(204);
    }
    const before = (await counted()).length;
    await settled(minutes(90));
    expect(await counted()).toHaveLength(before);
  });
});
