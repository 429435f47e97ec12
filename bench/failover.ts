import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { startEmbeddedPostgres } from "#db/embedded.ts";
import { buildIfNeeded } from "#server/start/build.ts";
import { prepareDatabase } from "#server/start/migrate.ts";
import { judge } from "#server/test/soak-figures.ts";
import { inviteForSoak } from "#server/test/soak-invite.ts";
import { startWorkerProcess } from "#server/test/worker-process.ts";
import { startBalancer } from "./balancer.ts";
import {
  answersKept,
  isWatched,
  metricsToken,
  mostRecoverySeconds,
  recoveryOf,
  untilEmpty,
  verifyCounters,
  waitsOf,
} from "./failover-figures.ts";
import { followPages } from "./follow-pages.ts";
import { insist } from "./insist.ts";
import { startPacedMail } from "./paced-mail.ts";
import { startPooler } from "./pooler.ts";
import { freePort } from "./processes.ts";
import { rounded } from "./report.ts";
import { signIn } from "./stage.ts";
import { startWebProcess } from "./web-process.ts";

const secret = "a secret that only the failover knows, 32 characters or more";
const pages = 6;
const betweenMs = 9_000;

/** With `only` "database" no process is killed; PostgreSQL and PgBouncer are, twice as often. */
type Options = { recipients: number; perSecond: number; only?: "database" | undefined };

/**
 * Two web and two worker processes behind a balancer, on one PostgreSQL behind PgBouncer, while customers answer, mails go
 * out and pages are open: each process is killed with -9, PgBouncer too, PostgreSQL is restarted and crashes, and a web
 * process is asked to end. Then what was kept is held against what was sent (RELIABILITY.md G1 to G4, A14).
 */
export async function failover(options: Options) {
  await buildIfNeeded((_part, text) => console.error(text));
  const folder = mkdtempSync(join(tmpdir(), "svar-failover-"));
  const undo: (() => Promise<unknown>)[] = [async () => rmSync(folder, { recursive: true, force: true })];
  try {
    return await underFire(options, folder, undo);
  } finally {
    for (const step of undo.reverse()) await step().catch((error) => console.error(error));
  }
}

async function underFire(
  { recipients, perSecond, only }: Options,
  folder: string,
  undo: (() => Promise<unknown>)[],
) {
  const dataDir = join(folder, "data");
  let server = await startEmbeddedPostgres(dataDir);
  undo.push(() => server.stop("immediate"));
  await prepareDatabase(server.ownerUrl, "svar");
  chmodSync(folder, 0o711);
  const pooler = await startPooler(server.appUrl, join(folder, "pooler"));
  undo.push(() => pooler.close());
  const mail = await startPacedMail(perSecond);
  undo.push(() => mail.close());
  const [portA, portB] = [await freePort(), await freePort()];
  const balancer = await startBalancer([portA, portB]);
  undo.push(() => balancer.close());
  const env = {
    DATABASE_URL: pooler.url,
    DATABASE_DIRECT_URL: server.appUrl,
    SMTP_URL: mail.url,
    SVAR_SECRET: secret,
    SVAR_METRICS_TOKEN: metricsToken,
    MAIL_IN_DOMAIN: "reply.svar.test",
    APP_URL: balancer.url,
    HOST: "127.0.0.1",
    LOG_LEVEL: "info",
  };
  const sql = postgres(server.adminUrl, { max: 4, onnotice: () => {} });
  undo.push(() => sql.end({ timeout: 2 }));
  await inviteForSoak(env, sql, recipients);
  const [workspace] = await sql<{ id: string; key: string; slug: string }[]>`
    SELECT id, key, slug FROM workspaces WHERE name = 'Soak'`;

  const webs = await Promise.all([portA, portB].map((port) => startWebProcess({ ...env, PORT: `${port}` })));
  undo.push(() => Promise.all(webs.map((web) => web.kill("SIGKILL"))));
  const workerPorts = [await freePort(), await freePort()];
  const workerEnv = (at: number) => ({ ...env, METRICS_PORT: `${workerPorts[at]}` });
  const workers = await Promise.all([0, 1].map((at) => startWorkerProcess(workerEnv(at))));
  undo.push(() => Promise.all(workers.map((worker) => worker.kill("SIGKILL"))));

  /** All that ran, those that were killed too. */
  const processes = [...webs, ...workers];
  console.error("two web and two worker processes run");
  const cookie = await signIn(
    { env, ownerUrl: server.adminUrl, workspace: workspace! } as never,
    balancer.url,
  );
  const readers = followPages(balancer.url, workspace!.slug, cookie, pages);
  undo.push(() => readers.close());
  const over = new AbortController();
  undo.push(async () => over.abort());
  const began = Date.now();
  const answering = insist({
    url: balancer.url,
    secret,
    workspaceKey: workspace!.key,
    count: recipients,
    perSecond,
    signal: over.signal,
  });

  const killWeb = (at: number, port: number, signal: "SIGKILL" | "SIGTERM") => async () => {
    await webs[at]!.kill(signal);
    webs[at] = await startWebProcess({ ...env, PORT: `${port}` });
    processes.push(webs[at]);
  };
  const killWorker = (at: number) => async () => {
    await workers[at]!.kill("SIGKILL");
    workers[at] = await startWorkerProcess(workerEnv(at));
    processes.push(workers[at]);
  };
  const restart = (mode: "fast" | "immediate") => async () => {
    await server.stop(mode);
    server = await startEmbeddedPostgres(dataDir);
  };
  const ofDatabase: [string, () => Promise<void>][] = [
    ["PostgreSQL restarted", restart("fast")],
    ["PgBouncer killed", () => pooler.crash()],
    ["PostgreSQL crashed", restart("immediate")],
  ];
  const ofAll: typeof ofDatabase = [
    ["web A killed", killWeb(0, portA, "SIGKILL")],
    ["web B killed", killWeb(1, portB, "SIGKILL")],
    ["worker A killed", killWorker(0)],
    ["worker B killed", killWorker(1)],
    ...ofDatabase,
    ["web A asked to end", killWeb(0, portA, "SIGTERM")],
  ];
  const blows = only === "database" ? [...ofDatabase, ...ofDatabase] : ofAll;
  const struck: { what: string; at: number; over: number }[] = [];
  for (const [what, blow] of blows) {
    await sleep(betweenMs);
    const at = Date.now();
    await blow();
    struck.push({ what, at, over: Date.now() });
    console.error(`${what}: there again after ${((Date.now() - at) / 1000).toFixed(1)} s`);
  }
  over.abort();
  mail.hurry();
  const answered = await answering;
  const answers = answered.confirmed.length;
  await readers.until(answers);
  const seen = readers.pages;
  const finished = await untilEmpty(sql);
  // A web process that has just begun listens once a page is open at it.
  const lookers = [portA, portB].map((port) =>
    followPages(`http://127.0.0.1:${port}`, workspace!.slug, cookie, 1),
  );
  undo.push(() => Promise.all(lookers.map((looker) => looker.close())));
  await Promise.all(lookers.map((looker) => looker.until(answers)));
  const metrics = await Promise.all([portA, portB, ...workerPorts].map(isWatched));
  const mails = await judge(sql, { arrivals: mail.arrivals(), happened: new Map() } as never, {
    ...{ recipients, kills: 4, restarts: 2, seconds: (Date.now() - began) / 1000, finished },
    ...{ recoverySeconds: 0, crashed: 0 },
  });
  const kept = await answersKept(sql, workspace!.id);
  // Customers must not have run out before the last blow.
  const loaded = answers < recipients;
  const counters = await verifyCounters(env);
  const waits = waitsOf(answered, seen);
  const lastWords = processes.flatMap((process) => process.crashed() ?? []);
  for (const said of lastWords) console.error(said);
  const figures = {
    pooler: pooler.version,
    recipients,
    seconds: mails.seconds,
    loadLastedTo: loaded ? "the last blow" : "before the last blow",
    answers: { confirmed: answers, pressedAgain: answered.again, givenUp: answered.givenUp, ...kept },
    mails: {
      ...{ sent: mails.sent, arrived: mails.arrived, inDoubt: mails.inDoubt, lost: mails.lost },
      ...{ twice: mails.duplicates, twiceUnexplained: mails.unexplainedDuplicates },
      ...{ strangeMessageIds: mails.strangeMessageIds, withoutEvent: mails.withoutEvent, finished },
    },
    counters: counters ? "right" : "wrong",
    pages: {
      ...{ open: pages, longestWaitSeconds: rounded(waits.longest / 1000), missing: waits.missing },
      longestSilenceSeconds: rounded(Math.max(...seen.map((page) => page.longestSilence)) / 1000),
      streamsOpened: seen.reduce((sum, page) => sum + page.opened, 0),
    },
    afterBlows: struck.map((blow) => ({ what: blow.what, ...recoveryOf(blow, answered, seen, mail.taken) })),
    processesThatEndedByThemselves: lastWords.length,
    metrics: metrics.filter((up) => up).length,
  };
  const ok =
    answers > 0 &&
    answered.givenUp === 0 &&
    kept.wrong === 0 &&
    kept.recorded === answers &&
    loaded &&
    kept.unconsidered === 0 &&
    finished &&
    mails.lost + mails.unexplainedDuplicates + mails.strangeMessageIds + mails.withoutEvent === 0 &&
    counters &&
    waits.missing === 0 &&
    waits.longest <= mostRecoverySeconds * 1000 &&
    figures.pages.longestSilenceSeconds <= mostRecoverySeconds &&
    figures.afterBlows.every((after) => after.mailStoodStillSeconds <= mostRecoverySeconds) &&
    figures.processesThatEndedByThemselves === 0 &&
    figures.metrics === 4;
  return { ok, ...figures };
}
