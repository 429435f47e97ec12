import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { describe, expect, it, onTestFinished } from "vitest";
import { invitations, outboundMails } from "#db/schema/index.ts";
import { createCampaign } from "#server/campaign/create.ts";
import { getCampaign } from "#server/campaign/queries.ts";
import { startCampaign } from "#server/campaign/start.ts";
import { testRuntime, testSecret } from "#server/test/database.ts";
import { makeContact, makeSurvey, makeWorkspace, type TestWorkspace } from "#server/test/factories.ts";
import { type SmtpSink, smtpSink } from "#server/test/smtp-sink.ts";
import { startWorkerProcess, type WorkerProcess } from "#server/test/worker-process.ts";

const rt = await testRuntime();
rt.setNow(new Date());
/** A worker process on the test's database that sends to `sink`; it does not outlive the test. */
async function startWorker(sink: SmtpSink): Promise<WorkerProcess> {
  const worker = await startWorkerProcess({
    DATABASE_URL: rt.url,
    SMTP_URL: sink.url,
    SVAR_SECRET: testSecret,
    MAIL_IN_DOMAIN: "reply.svar.test",
  });
  onTestFinished(() => void worker.kill("SIGKILL"));
  return worker;
}

async function until(what: () => boolean | Promise<boolean>, ms = 15_000): Promise<void> {
  const end = performance.now() + ms;
  while (!(await what())) {
    if (performance.now() > end) throw new Error(`did not happen within ${ms} ms: ${what}`);
    await sleep(25);
  }
}

async function startedCampaign(workspace: TestWorkspace, people: number): Promise<string> {
  return workspace.run(async (ctx) => {
    const survey = await makeSurvey(ctx);
    for (let n = 0; n < people; n++) await makeContact(rt, ctx, `Person ${n}`);
    const { id } = await createCampaign(ctx, { name: "Autumn", surveyId: survey.id });
    await startCampaign(ctx, { id });
    return id;
  });
}

describe("a worker", () => {
  it("sends a campaign with all its headers, says when it is done, and ends in peace at SIGTERM", async () => {
    const workspace = await makeWorkspace(rt);
    const sink = await smtpSink();
    onTestFinished(() => sink.close());
    const worker = await startWorker(sink);
    const id = await startedCampaign(workspace, 3);
    const stateOf = () => workspace.run((ctx) => getCampaign(ctx, { id }));
    await until(async () => (await stateOf()).state === "finished");
    expect((await stateOf()).counts).toMatchObject({ invited: 3, sent: 3 });
    const rows = await workspace.run((ctx) => ctx.db.select().from(invitations));
    for (const { sentAt } of rows) expect(sentAt).not.toBeNull();

    const [mail] = sink.mails;
    const token = /^List-Unsubscribe: <http:\/\/localhost:3000\/u\/([0-9a-z]+)>/m.exec(
      unfolded(mail!.raw),
    )![1]!;
    expect(rt.tokens.open("opt-out", token)?.workspaceKey).toBe(workspace.key);
    expect(mail!.raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
    expect(mail!.raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    const text = mail!.raw
      .split("Content-Type: text/html")[0]!
      .replaceAll("=\r\n", "")
      .replaceAll("=3D", "=");
    const links = [...text.matchAll(/\/r\/([0-9a-z]+)\/(\d+)\b/g)];
    expect(links.map((link) => Number(link[2]))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const numbers = new Set(rows.map((row) => row.number));
    expect(numbers).toContain(rt.tokens.open("answer", links[7]![1]!)?.number);

    expect(await worker.kill("SIGTERM")).toBe(0);
  }, 40_000);

  it("that is killed loses nothing: another sends the rest, and twice only what was being handed over", async () => {
    const workspace = await makeWorkspace(rt);
    const people = 60;
    const sink = await smtpSink({ data: () => sleep(150, "ok" as const) });
    onTestFinished(() => sink.close());
    const id = await startedCampaign(workspace, people);
    const first = await startWorker(sink);
    await until(() => sink.mails.length >= 15);
    await first.kill("SIGKILL");
    const handedOver = await workspace.run((ctx) =>
      ctx.db.$count(outboundMails, sql`state = 'sending' AND data_started_at IS NOT NULL`),
    );
    await workspace.run((ctx) =>
      ctx.db
        .update(outboundMails)
        .set({ leaseUntil: sql`lease_until - interval '1 minute'` })
        .where(sql`state = 'sending'`),
    );
    await startWorker(sink);
    await until(async () => {
      const { counts } = await workspace.run((ctx) => getCampaign(ctx, { id }));
      return counts.sent === people;
    }, 30_000);
    const arrived = new Set(sink.mails.map((mail) => mail.to));
    expect(arrived.size).toBe(people);
    expect(sink.mails.length - people).toBeLessThanOrEqual(handedOver);
    expect(new Set(sink.mails.map((mail) => mail.messageId)).size).toBe(people);
  }, 60_000);

  it("that is told to end in mid-campaign finishes what it has begun, gives the rest back, and nothing is in doubt", async () => {
    const workspace = await makeWorkspace(rt);
    const people = 120;
    const sink = await smtpSink({ data: () => sleep(200, "ok" as const) });
    onTestFinished(() => sink.close());
    const id = await startedCampaign(workspace, people);
    const first = await startWorker(sink);
    await until(() => sink.mails.length >= 20);
    expect(await first.kill("SIGTERM")).toBe(0);
    const { counts } = await workspace.run((ctx) => getCampaign(ctx, { id }));
    expect(counts).toMatchObject({ sending: 0, deferred: 0, inDoubt: 0, sent: sink.mails.length });
    expect(counts.queued).toBe(people - sink.mails.length);
    expect(counts.queued).toBeGreaterThan(0);
    const waiting = await workspace.run((ctx) =>
      ctx.db.$count(outboundMails, sql`state = 'queued' AND (attempts > 0 OR lease_token IS NOT NULL)`),
    );
    expect(waiting).toBe(0);
    await startWorker(sink);
    await until(async () => {
      const now = await workspace.run((ctx) => getCampaign(ctx, { id }));
      return now.counts.sent === people;
    }, 30_000);
    expect(sink.mails).toHaveLength(people);
  }, 60_000);
});

const unfolded = (raw: string) => raw.replaceAll(/\r\n[ \t]+/g, " ");
