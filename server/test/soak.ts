import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres, { type Sql } from "postgres";
import { startEmbeddedPostgres } from "#db/embedded.ts";
import { prepareDatabase } from "#server/start/migrate.ts";
import { type FaultySmtp, startFaultySmtp } from "./faulty-smtp.ts";
import { judge, type SoakFigures } from "./soak-figures.ts";
import { inviteForSoak } from "./soak-invite.ts";
import { startWorkerProcess, type WorkerProcess } from "./worker-process.ts";

export type SoakOptions = {
  recipients: number;
  /** How often a worker is killed and PostgreSQL is restarted while the mails go out. */
  kills: number;
  restarts: number;
  /** The wait before each of them, in ms. */
  everyMs: number;
  mostMs: number;
  chance: () => number;
};

const secret = "a secret that only the soak knows, 32 characters or more";
const workers = 2;

/**
 * A campaign under fire: real workers, killed with -9 one after the other, on a PostgreSQL that is restarted in
 * immediate mode, against a mail server that fails 40 % of all tries (RELIABILITY.md G1–G4, L2). Waits between
 * tries are cut short; leases, claims and SMTP are as in production. Returns what came of it.
 */
export async function soak(options: SoakOptions): Promise<SoakFigures> {
  const began = performance.now();
  const dataDir = mkdtempSync(join(tmpdir(), "svar-soak-"));
  let server = await startEmbeddedPostgres(dataDir);
  await prepareDatabase(server.ownerUrl, "svar");
  const smtp = await startFaultySmtp(options.chance);
  const env = {
    DATABASE_URL: server.appUrl,
    SMTP_URL: smtp.url,
    SVAR_SECRET: secret,
    MAIL_IN_DOMAIN: "reply.svar.test",
    APP_URL: "http://localhost:3000",
    LOG_LEVEL: "info",
  };
  const sql = postgres(server.adminUrl, { max: 4, onnotice: () => {} });
  const running: WorkerProcess[] = [];
  const recoveries: Promise<number>[] = [];
  let crashed = 0;
  try {
    await inviteForSoak(env, sql, options.recipients);
    running.push(...(await Promise.all(Array.from({ length: workers }, () => startWorkerProcess(env)))));
    const over = new AbortController();
    const hurrying = hurry(sql, over.signal);
    const supervising = every(1_000, over.signal, async () => {
      const gone = running.find((worker) => worker.crashed());
      if (!gone) return;
      const fresh = await startWorkerProcess(env);
      console.error(gone.crashed());
      crashed += 1;
      running.splice(0, running.length, ...running.filter((worker) => worker !== gone), fresh);
    });
    const blows = shuffled(options);
    for (const blow of blows) {
      await sleep(options.everyMs * (0.5 + options.chance()));
      if (blow === "restart") {
        await server.stop("immediate");
        server = await startEmbeddedPostgres(dataDir);
      } else {
        await running.shift()?.kill("SIGKILL");
        recoveries.push(recovery(sql));
        running.push(await startWorkerProcess(env));
      }
    }
    const finished = await untilDone(sql, began + options.mostMs);
    over.abort();
    await Promise.all([hurrying, supervising]);
    const seconds = (performance.now() - began) / 1000;
    const recoverySeconds = Math.max(0, ...(await Promise.all(recoveries)));
    return await judge(sql, smtp, { ...options, seconds, recoverySeconds, crashed, finished });
  } finally {
    await Promise.all(running.map((worker) => worker.kill("SIGKILL")));
    await sql.end({ timeout: 2 });
    await end(smtp, () => server.stop("immediate"));
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function end(smtp: FaultySmtp, stop: () => Promise<void>): Promise<void> {
  await smtp.close();
  await stop();
}

/** Kills and restarts in a random order. */
function shuffled({ kills, restarts, chance }: SoakOptions): ("kill" | "restart")[] {
  const blows = [
    ...Array.from({ length: kills }, () => ({ blow: "kill" as const, at: chance() })),
    ...Array.from({ length: restarts }, () => ({ blow: "restart" as const, at: chance() })),
  ];
  return blows.sort((a, b) => a.at - b.at).map(({ blow }) => blow);
}

/** Cuts short the minutes and hours between two tries, which nobody wants to wait for in a test. */
function hurry(sql: Sql, signal: AbortSignal): Promise<void> {
  return every(1_000, signal, async () => {
    await sql`UPDATE outbound_mails SET next_attempt_at = now() WHERE state = 'deferred' AND next_attempt_at > now()`;
    await sql`DELETE FROM mail_domains WHERE updated_at < now() - interval '1 second'`;
  });
}

/** Does `what` again and again; while the database is away it fails, and that is no matter. */
async function every(ms: number, signal: AbortSignal, what: () => Promise<void>): Promise<void> {
  while (!signal.aborted) {
    await what().catch(() => {});
    await sleep(ms);
  }
}

/** Seconds until no mail is still held under a lease of this moment: the killed worker's are free again. */
async function recovery(sql: Sql): Promise<number> {
  const killed = performance.now();
  const held = await patiently(
    () =>
      sql<
        { token: string }[]
      >`SELECT DISTINCT lease_token AS token FROM outbound_mails WHERE state = 'sending'`,
  );
  const tokens = held.map(({ token }) => token);
  for (;;) {
    const [row] = await patiently(
      () => sql<{ n: number }[]>`
        SELECT count(*)::int AS n FROM outbound_mails WHERE state = 'sending' AND lease_token = ANY(${tokens}::uuid[])`,
    );
    if (row!.n === 0) return (performance.now() - killed) / 1000;
    await sleep(100);
  }
}

/** Whether every mail came to its end before `deadline`, a moment of performance.now(). */
async function untilDone(sql: Sql, deadline: number): Promise<boolean> {
  while (performance.now() < deadline) {
    const [row] = await patiently(
      () => sql<{ n: number }[]>`
        SELECT count(*)::int AS n FROM outbound_mails WHERE state IN ('queued', 'sending', 'deferred')`,
    );
    if (row!.n === 0) return true;
    await sleep(250);
  }
  return false;
}

/** `ask` again and again while the database is away. */
async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch {
      await sleep(200);
    }
  }
}
