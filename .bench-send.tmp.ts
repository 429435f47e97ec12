import { fork } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { writeFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import nodemailer from "nodemailer";
import { startTemporaryPostgres } from "#db/embedded.ts";
import { prepareDatabase } from "#server/start/migrate.ts";
import { createRuntime } from "#server/entry.ts";
import { readEnv } from "#server/env.ts";
import { makeSurvey, makeWorkspace } from "#server/test/factories.ts";
import { createCampaign } from "#server/campaign/create.ts";
import { startCampaign } from "#server/campaign/start.ts";
import { getCampaign } from "#server/campaign/queries.ts";
import { createSubscriber } from "#server/live/subscribe.ts";
import { transportOf } from "#server/mail/transport.ts";
import { startOutbox } from "#server/worker/outbox.ts";
import { senderOf } from "#server/worker/sender.ts";
import { previewMail } from "#server/campaign/preview-mail.ts";
const N = Number(process.argv[2] ?? 4000);
const child = fork("/tmp/svar-c/sink.mjs");
const say = (m: any) => new Promise<any>((r) => { child.once("message", r); if (m) child.send(m); });
const { port } = await say(null);
const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const pem = privateKey.export({ type: "pkcs8", format: "pem" }) as string;
writeFileSync("/tmp/svar-c/dkim.pem", pem);
const pg = await startTemporaryPostgres();
try {
  await prepareDatabase(pg.ownerUrl, "svar");
  const rt = await createRuntime(readEnv({ NODE_ENV: "production", DATABASE_URL: pg.appUrl, SMTP_URL: `smtp://127.0.0.1:${port}`, SVAR_SECRET: "jfkdjfkdjfkdjfk dfjkdfjkdfj kdfjkd 9483943849", MAIL_IN_DOMAIN: "reply.svar.example", DKIM_DOMAIN: "svar.example", DKIM_SELECTOR: "s", DKIM_PRIVATE_KEY_FILE: "/tmp/svar-c/dkim.pem", LOG_LEVEL: "warn" }), pg.appUrl);
  const ws = await makeWorkspace(rt);
  const id = await ws.run(async (ctx) => {
    await ctx.db.execute(sql`INSERT INTO contacts (workspace_id,id,email,email_key,address_hash,name,locale,source,legal_ground,created_at,updated_at)
      SELECT ${ctx.workspaceId}, svar_new_id(), 'c'||n||'@customer.example', 'c'||n||'@customer.example', sha256(n::text::bytea), 'Åsa Person '||n, (ARRAY['sv','da','en'])[1+n%3], 'x','y',now(),now() FROM generate_series(1,${N}) n`);
    const s = await makeSurvey(ctx);
    return (await createCampaign(ctx, { name: "x", surveyId: s.id })).id;
  });
  let t = performance.now();
  await ws.run((ctx) => startCampaign(ctx, { id }));
  console.log("start ms", Math.round(performance.now() - t));
  const { html, text, subject } = await ws.run((ctx) => previewMail(ctx, { id }));
  console.log("html", html.length, "text", text.length);
  const reference = async () => {
    const nm = nodemailer.createTransport({ host: "127.0.0.1", port, pool: true, maxConnections: 20, maxMessages: 100, ignoreTLS: true, dkim: { domainName: "svar.example", keySelector: "s", privateKey: pem } } as any);
    const K = Math.min(N, 2000); const t = performance.now(); let i = 0;
    await Promise.all(Array.from({ length: 40 }, async () => { while (i++ < K) await nm.sendMail({ from: "a@svar.example", to: `c${i}@customer.example`, subject, html, text }); }));
    nm.close(); return K / ((performance.now() - t) / 1000);
  };
  if (!process.argv[3]) console.log("reference/s", await reference());
  await say("reset");
  const transport = transportOf(rt.env as any);
  const sub = await createSubscriber(rt.connection.sql, console.error);
  t = performance.now();
  let i = 0; const cpu0 = process.cpuUsage();
  const outbox = startOutbox(senderOf(rt, transport), sub);
  for (;;) { await new Promise((r) => setTimeout(r, 100)); if (i++ % 20 === 0) { const m = process.memoryUsage(); console.log(Math.round(m.rss/1e6), Math.round(m.heapUsed/1e6), Math.round(m.heapTotal/1e6), Math.round(m.external/1e6), Math.round(m.arrayBuffers/1e6)); } if ((await say("count")).n >= N) break; if (performance.now()-t > 30000) break; }
  const secs = (performance.now() - t) / 1000; const cpu = process.cpuUsage(cpu0);
  console.log("ours/s", N / secs, "cpu s", (cpu.user + cpu.system) / 1e6, "wall", secs, "rss MB", process.memoryUsage().rss / 1e6);
  console.log(await say("count"));
  await new Promise((r) => setTimeout(r, 1500));
  console.log((await ws.run((ctx) => getCampaign(ctx, { id }))).counts);
  await outbox.stop(); transport.close(); await sub.close();
  if (!process.argv[3]) console.log("reference/s", await reference());
  await rt.close();
} finally { child.send("end"); await pg.stop(); }
process.exit(0);
