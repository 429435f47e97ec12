import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { asSystem } from "#server/entry.ts";
import { smtpTalk } from "#server/test/smtp-talk.ts";
import { startWorkerProcess } from "#server/test/worker-process.ts";
import { askInspector } from "./inspector.ts";
import { freePort, heldBy } from "./processes.ts";
import { type Result, rounded } from "./report.ts";
import { inviteMany, type Stage, setStage } from "./stage.ts";

const mostMemory = 200;
const mostLoopMs = 200;
const megabyte = Buffer.alloc(1024 * 1024, "0123456789 abcdef\r\n");
const head = (n: number) =>
  `From: c1@customer.example\r\nSubject: Re: ${n}\r\nMessage-ID: <${n}@customer.example>\r\n`;

/**
 * G12: what a worker process as production has it holds, in MB, beyond what it held before a hundred connections from
 * ten addresses abused its door at once, and the 99th percentile of the delay of its event loop (milliseconds), until
 * an ordinary mail that came after them stands in its case. No reference: both limits are absolute.
 */
export async function inbound(): Promise<Result> {
  const port = await freePort();
  const inspector = await freePort();
  const stage = await setStage({
    MAIL_IN_PORT: `${port}`,
    NODE_OPTIONS: `--inspect=127.0.0.1:${inspector}`,
    LOG_LEVEL: "info",
  });
  await inviteMany(stage, 10);
  const worker = await startWorkerProcess(stage.env);
  const to = addressOf(stage);
  await writeGood(port, to, 0);
  await untilRead(stage, 1);
  const before = heldBy(worker.pid);
  await askInspector(inspector, "Runtime.evaluate", {
    expression: `globalThis.loop = process.getBuiltinModule("node:perf_hooks").monitorEventLoopDelay({ resolution: 5 }); loop.enable()`,
  });

  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, heldBy(worker.pid));
  }, 200);
  const began = performance.now();
  const outcomes = await Promise.all(attacks(port, to));
  console.error("attacked");
  await writeGood(port, to, 1);
  await untilRead(stage, 1 + outcomes.reduce((sum, kept) => sum + kept, 0) + 1);
  const seconds = (performance.now() - began) / 1000;
  clearInterval(watch);

  const { result } = await askInspector<{ result: { value: number } }>(inspector, "Runtime.evaluate", {
    expression: "loop.percentile(99) / 1e6",
  });
  const crashed = worker.crashed();
  await worker.kill("SIGTERM");
  await stage.close();
  const loopMs = rounded(result.value);
  return {
    name: "inbound",
    ours: most - before,
    reference: mostMemory,
    ratio: rounded((most - before) / mostMemory),
    target: 1,
    ok: !crashed && most - before <= mostMemory && loopMs <= mostLoopMs,
    heldBefore: before,
    loopP99: loopMs,
    seconds: Math.round(seconds),
  };
}

function addressOf(stage: Stage): string {
  const target = { workspaceKey: stage.workspace.key, number: 1 };
  return `r+${stage.rt.tokens.sealForAddress("reply-address", target)}@reply.svar.test`;
}

/** Each resolves with how many mails it got kept. */
function attacks(port: number, to: string): Promise<number>[] {
  const from = (n: number) => `127.0.0.${2 + (n % 10)}`;
  const many = (count: number, attack: (n: number) => Promise<number>) =>
    Array.from({ length: count }, (_, n) => attack(n));
  return [
    ...many(10, (n) => large(port, from(n), to, n, 24)),
    ...many(50, (n) => large(port, from(n), to, n, 50)),
    ...many(10, (n) => hardToRead(port, from(n), to, n)),
    ...many(10, (n) => slow(port, from(n), to)),
    ...many(10, (n) => noise(port, from(n))),
    ...many(10, (n) => harvest(port, from(n))),
  ];
}

async function large(port: number, local: string, to: string, n: number, megabytes: number) {
  const talk = await smtpTalk(port, local);
  await talk.begin("c1@customer.example", to);
  await talk.pour(`${head(1000 + n)}\r\n`);
  for (let part = 0; part < megabytes; part++) await talk.pour(megabyte);
  const reply = await talk.ask("\r\n.");
  talk.hangUp();
  return reply.startsWith("250") ? 1 : 0;
}

async function hardToRead(port: number, local: string, to: string, n: number) {
  const bodies = [
    `Content-Type: multipart/mixed; boundary=b\r\n\r\n${"--b\r\nContent-Type: text/plain\r\n\r\npart\r\n".repeat(2_000)}--b--`,
    Array.from(
      { length: 1_000 },
      (_, d) => `Content-Type: multipart/mixed; boundary="b${d}"\r\n\r\n--b${d}\r\n`,
    ).join(""),
    `${"X-Flood: flood\r\n".repeat(100_000)}\r\nflooded`,
    `X-Long: ${"long ".repeat(2_000_000)}\r\n\r\nlong`,
    `Content-Type: text/html\r\n\r\n${"<div>".repeat(400_000)}`,
  ];
  const talk = await smtpTalk(port, local);
  await talk.begin("c1@customer.example", to);
  await talk.pour(`${head(2000 + n)}${bodies[n % bodies.length]!}`);
  const reply = await talk.ask("\r\n.");
  talk.hangUp();
  return reply.startsWith("250") ? 1 : 0;
}

/** Holds half a large mail for as long as the others attack. */
async function slow(port: number, local: string, to: string) {
  const talk = await smtpTalk(port, local);
  await talk.begin("c1@customer.example", to);
  for (let part = 0; part < 12; part++) await talk.pour(megabyte);
  for (let second = 0; second < 20; second++) {
    await sleep(1000);
    await talk.pour("x");
  }
  talk.hangUp();
  return 0;
}

async function noise(port: number, local: string) {
  const talk = await smtpTalk(port, local);
  await talk.pour("NOOP\r\n".repeat(100_000));
  await talk.pour(Buffer.alloc(4 * 1024 * 1024, "A"));
  await talk.ended;
  return 0;
}

async function harvest(port: number, local: string) {
  const talk = await smtpTalk(port, local);
  await talk.ask("EHLO harvest.example");
  await talk.ask("MAIL FROM:<c1@customer.example>");
  for (let n = 0, reply = "250"; n < 10_000 && reply !== ""; n++)
    reply = await talk.ask(`RCPT TO:<case+${n}@reply.svar.test>`);
  talk.hangUp();
  return 0;
}

async function writeGood(port: number, to: string, n: number): Promise<void> {
  const talk = await smtpTalk(port, "127.0.0.20");
  await talk.begin("c1@customer.example", to);
  const reply = await talk.ask(`${head(n)}\r\nAn ordinary mail, number ${n}.\r\n.`);
  if (!reply.startsWith("250")) throw new Error(`an ordinary mail was refused: ${reply}`);
  talk.hangUp();
}

/** Waits until so many mails are read, for five minutes at most. */
async function untilRead(stage: Stage, count: number): Promise<void> {
  const end = performance.now() + 300_000;
  for (;;) {
    const [row] = await asSystem(stage.rt, stage.workspace.id, "bench", (ctx) =>
      ctx.db.execute<{ n: number }>(
        sql`SELECT count(*)::int AS n FROM inbound_mails WHERE read_at IS NOT NULL`,
      ),
    );
    if (row!.n >= count) return;
    if (performance.now() > end) throw new Error(`${row!.n} of ${count} mails were read after five minutes`);
    await sleep(200);
  }
}
