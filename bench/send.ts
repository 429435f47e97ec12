import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import nodemailer from "nodemailer";
import { createCampaign } from "#server/campaign/create.ts";
import { startCampaign } from "#server/campaign/start.ts";
import { asSystem } from "#server/entry.ts";
import { makeSurvey } from "#server/test/factories.ts";
import { startWorkerProcess } from "#server/test/worker-process.ts";
import { heldBy } from "./processes.ts";
import { median, type Result, rounded } from "./report.ts";
import { startSink } from "./sink.ts";
import { inviteMany, type Stage, setStage } from "./stage.ts";

/** `npm run -s bench -- send 50000` sends that many, once, and shows what the worker holds on the way. */
const mails = Number(process.argv[3] ?? 3_000);
const rounds = mails > 10_000 ? 1 : 3;
/** How often the mails that have left are counted: counting many is work too. */
const lookMs = Math.max(50, mails / 50);
/** As many as a worker holds (server/mail/transport.ts). */
const sessions = 20;
const target = 0.8;
const mostMemory = 300;

const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();

/**
 * P4: mails per second by one worker process as production has it, signed, from the campaign's start to the last
 * settled row, against pooled nodemailer with DKIM alone, over as many sessions. `memory`: the most the worker
 * held, in MB; `memoryAt` after each fifth of the mails. `twoWorkers`: the mails per second of two.
 */
export async function send(): Promise<Result> {
  const sink = await startSink();
  const keys = mkdtempSync(join(tmpdir(), "svar-bench-"));
  const keyFile = join(keys, "dkim.pem");
  writeFileSync(keyFile, pem);
  const stage = await setStage({
    SMTP_URL: sink.url,
    DKIM_DOMAIN: "bench.example",
    DKIM_SELECTOR: "bench",
    DKIM_PRIVATE_KEY_FILE: keyFile,
    MAIL_FROM: "svar@bench.example",
    LOG_LEVEL: "info",
  });
  await inviteMany(stage, mails);
  await addressAll(stage);
  const workers = [await startWorkerProcess(stage.env)];
  const ours: number[] = [];
  const reference: number[] = [];
  let memoryAt: number[] = [];
  let html = "";
  for (let round = 0; round < rounds; round++) {
    const held: number[] = [];
    const note = (sent: number) => {
      if (sent >= (mails / 5) * (held.length + 1)) held.push(heldBy(workers[0]!.pid));
    };
    ours.push(await sendOurs(stage, note));
    memoryAt = memoryAt.length > 0 && Math.max(...memoryAt) > Math.max(...held) ? memoryAt : held;
    html ||= (await sink.last()).slice(0, 40_000);
    reference.push(await sendBare(sink.url, html));
  }
  workers.push(await startWorkerProcess(stage.env));
  const twoWorkers = await sendOurs(stage, () => {});
  await Promise.all(workers.map((worker) => worker.kill("SIGTERM")));
  await sink.stop();
  await stage.close();
  rmSync(keys, { recursive: true });
  const ratio = rounded(median(ours) / median(reference));
  const memory = Math.max(...memoryAt);
  return {
    name: "send",
    ours: Math.round(median(ours)),
    reference: Math.round(median(reference)),
    ratio,
    target,
    ok: ratio >= target && memory <= mostMemory,
    memory,
    memoryAt,
    twoWorkers: Math.round(twoWorkers),
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

/** Mails per second of a campaign; `note` hears how many have left. */
async function sendOurs(stage: Stage, note: (sent: number) => void): Promise<number> {
  const campaignId = await asSystem(stage.rt, stage.workspace.id, "bench", async (ctx) => {
    const survey = await makeSurvey(ctx);
    const { id } = await createCampaign(ctx, { name: "Bench", surveyId: survey.id, audience: { all: true } });
    return id;
  });
  const began = performance.now();
  const { invited } = await asSystem(stage.rt, stage.workspace.id, "bench", (ctx) =>
    startCampaign(ctx, { id: campaignId }),
  );
  if (invited !== mails) throw new Error(`${invited} of ${mails} were invited`);
  for (let sent = 0; sent < mails; ) {
    await sleep(lookMs);
    sent = await sentOf(stage, campaignId);
    note(sent);
  }
  return mails / ((performance.now() - began) / 1000);
}

async function sentOf(stage: Stage, campaignId: string): Promise<number> {
  const [row] = await asSystem(stage.rt, stage.workspace.id, "bench", (ctx) =>
    ctx.db.execute<{ n: number }>(
      sql`SELECT count(*)::int AS n FROM outbound_mails WHERE campaign_id = ${campaignId} AND state = 'sent'`,
    ),
  );
  return row!.n;
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
