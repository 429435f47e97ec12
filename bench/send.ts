import { generateKeyPairSync } from "node:crypto";
import { sql } from "drizzle-orm";
import nodemailer from "nodemailer";
import { createCampaign } from "#server/campaign/create.ts";
import { startCampaign } from "#server/campaign/start.ts";
import { asSystem } from "#server/entry.ts";
import { sendDue } from "#server/mail/send-due.ts";
import { createTransport } from "#server/mail/transport.ts";
import { makeSurvey } from "#server/test/factories.ts";
import { senderOf } from "#server/worker/sender.ts";
import { median, type Result, rounded } from "./report.ts";
import { startSink } from "./sink.ts";
import { inviteMany, type Stage, setStage } from "./stage.ts";

const mails = 3_000;
const rounds = 3;
const sessions = 8;
const target = 0.8;
const mostMemory = 300;

const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();

/** P4: mails per second by one worker, signed, from outbox row to settled row, against pooled nodemailer with DKIM alone, over as many sessions. */
export async function send(): Promise<Result> {
  const stage = await setStage();
  const sink = await startSink();
  await inviteMany(stage, mails);
  await addressAll(stage);
  const ours: number[] = [];
  const reference: number[] = [];
  let html = "";
  for (let round = 0; round < rounds; round++) {
    ours.push(await sendOurs(stage, sink.url));
    html ||= (await sink.last()).slice(0, 40_000);
    reference.push(await sendBare(sink.url, html));
  }
  await sink.stop();
  await stage.close();
  const ratio = rounded(median(ours) / median(reference));
  const memory = Math.round(process.memoryUsage().rss / 1_048_576);
  return {
    name: "send",
    ours: Math.round(median(ours)),
    reference: Math.round(median(reference)),
    ratio,
    target,
    ok: ratio >= target && memory <= mostMemory,
    memory,
    mails,
    sessions,
  };
}

/** The bench's contacts have no hash of their address yet; gaps would keep a second round from asking them. */
async function addressAll(stage: Stage): Promise<void> {
  await asSystem(stage.rt, stage.workspace.id, "bench", async (ctx) => {
    await ctx.db.execute(sql`DELETE FROM campaigns`);
    await ctx.db.execute(sql`UPDATE contacts SET address_hash = sha256(email_key::bytea), locale = 'en'`);
    await ctx.db.execute(
      sql`UPDATE workspaces SET gap_any_days = 0, gap_touchpoint_days = 0, gap_relationship_days = 0`,
    );
  });
}

async function sendOurs(stage: Stage, smtpUrl: string): Promise<number> {
  const campaign = await asSystem(stage.rt, stage.workspace.id, "bench", async (ctx) => {
    const survey = await makeSurvey(ctx);
    const { id } = await createCampaign(ctx, { name: "Bench", surveyId: survey.id, audience: { all: true } });
    return startCampaign(ctx, { id });
  });
  if (campaign.invited !== mails) throw new Error(`${campaign.invited} of ${mails} were invited`);
  const transport = createTransport({
    smtpUrl,
    address: "svar@bench.example",
    dkim: [{ domain: "bench.example", selector: "bench", privateKey }],
    limits: { sessions },
  });
  const sender = senderOf(stage.rt, transport);
  const began = performance.now();
  let sent = 0;
  while (sent < mails) sent += await sendDue(sender, 200);
  const seconds = (performance.now() - began) / 1000;
  transport.close();
  const [row] = await asSystem(stage.rt, stage.workspace.id, "bench", (ctx) =>
    ctx.db.execute<{ n: number }>(
      sql`SELECT count(*)::int AS n FROM outbound_mails WHERE campaign_id = ${campaign.id} AND state = 'sent'`,
    ),
  );
  if (row!.n !== mails) throw new Error(`${row!.n} of ${mails} were settled as sent`);
  return mails / seconds;
}

async function sendBare(smtpUrl: string, html: string): Promise<number> {
  const url = new URL(smtpUrl);
  const transport = nodemailer.createTransport({
    host: url.hostname,
    port: Number(url.port),
    ignoreTLS: true,
    pool: true,
    maxConnections: sessions,
    maxMessages: Number.POSITIVE_INFINITY,
    dkim: { domainName: "bench.example", keySelector: "bench", privateKey: pem },
  });
  const began = performance.now();
  await Promise.all(
    Array.from({ length: mails }, (_, n) =>
      transport.sendMail({
        from: "svar@bench.example",
        to: `c${n}@customer.example`,
        subject: "How likely are you to recommend Bench?",
        html,
        text: `How likely are you to recommend Bench? ${n}`,
      }),
    ),
  );
  const seconds = (performance.now() - began) / 1000;
  transport.close();
  return mails / seconds;
}
