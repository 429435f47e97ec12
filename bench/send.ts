import { execFileSync } from "node:child_process";
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
import { startWorkerProcess, type WorkerProcess } from "#server/test/worker-process.ts";
import { median, type Result, rounded } from "./report.ts";
import { startSink } from "./sink.ts";
import { inviteMany, type Stage, setStage } from "./stage.ts";

const mails = 3_000;
const rounds = 3;
/** As many as a worker holds (server/mail/transport.ts). */
const sessions = 20;
const target = 0.8;
const mostMemory = 300;

const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();

/**
 * P4: mails per second by one worker process as production has it, signed, from the campaign's start to the last
 * settled row, against pooled nodemailer with DKIM alone, over as many sessions. `memory`: the most the worker
 * held, in MB. `twoWorkers`: the mails per second of two.
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
  let memory = 0;
  let html = "";
  for (let round = 0; round < rounds; round++) {
    ours.push(await sendOurs(stage));
    memory = Math.max(memory, heldBy(workers[0]!));
    html ||= (await sink.last()).slice(0, 40_000);
    reference.push(await sendBare(sink.url, html));
  }
  workers.push(await startWorkerProcess(stage.env));
  const twoWorkers = await sendOurs(stage);
  await Promise.all(workers.map((worker) => worker.kill("SIGTERM")));
  await sink.stop();
  await stage.close();
  rmSync(keys, { recursive: true });
  const ratio = rounded(median(ours) / median(reference));
  return {
    name: "send",
    ours: Math.round(median(ours)),
    reference: Math.round(median(reference)),
    ratio,
    target,
    ok: ratio >= target && memory <= mostMemory,
    memory,
    twoWorkers: Math.round(twoWorkers),
    mails,
    sessions,
  };
}

/** The memory a worker holds, in MB. */
function heldBy({ pid }: WorkerProcess): number {
  return Math.round(Number(execFileSync("ps", ["-o", "rss=", "-p", `${pid}`], { encoding: "utf8" })) / 1024);
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

async function sendOurs(stage: Stage): Promise<number> {
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
  while ((await sentOf(stage, campaignId)) < mails) await sleep(50);
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
