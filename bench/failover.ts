import { execFile } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import postgres, { type Sql } from "postgres";
import { startEmbeddedPostgres } from "#db/embedded.ts";
import { buildIfNeeded } from "#server/start/build.ts";
import { prepareDatabase } from "#server/start/migrate.ts";
import { judge } from "#server/test/soak-figures.ts";
import { inviteForSoak } from "#server/test/soak-invite.ts";
import { startWorkerProcess } from "#server/test/worker-process.ts";
import { startBalancer } from "./balancer.ts";
import { followPages, type Page } from "./follow-pages.ts";
import { type Insisted, insist, scoreOf } from "./insist.ts";
import { startPacedMail } from "./paced-mail.ts";
import { startPooler } from "./pooler.ts";
import { freePort, root } from "./processes.ts";
import { rounded } from "./report.ts";
import { signIn } from "./stage.ts";
import { startWebProcess } from "./web-process.ts";

const secret = "a secret that only the failover knows, 32 characters or more";
const metricsToken = "a-token-that-only-the-failover-knows";
const pages = 6;
const mostRecoverySeconds = 30;
const betweenMs = 9_000;
const settleMs = 150_000;

type Options = { recipients: number; perSecond: number };

/**
 * Two web and two worker processes behind a balancer, on one PostgreSQL behind PgBouncer, while customers answer, mails go
 * out and pages are open: each process is killed with -9, PgBouncer too, PostgreSQL is restarted and crashes, and a web
 * process is asked to end. Then what was kept is held against what was sent (RELIABILITY.md G1 to G4, A14).
 */
export async function failover({ recipients, perSecond }: Options) {
  await buildIfNeeded((_part, text) => console.error(text));
  const folder = mkdtempSync(join(tmpdir(), "svar-failover-"));
  const undo: (() => Promise<unknown>)[] = [async () => rmSync(folder, { recursive: true, force: true })];
  try {
    return await underFire({ recipients, perSecond }, folder, undo);
  } finally {
    for (const step of undo.reverse()) await step().catch((error) => console.error(error));
  }
}

async function underFire(
  { recipients, perSecond }: Options,
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
  };
  const killWorker = (at: number) => async () => {
    await workers[at]!.kill("SIGKILL");
    workers[at] = await startWorkerProcess(workerEnv(at));
  };
  const restart = (mode: "fast" | "immediate") => async () => {
    await server.stop(mode);
    server = await startEmbeddedPostgres(dataDir);
  };
  const blows: [string, () => Promise<void>][] = [
    ["web A killed", killWeb(0, portA, "SIGKILL")],
    ["web B killed", killWeb(1, portB, "SIGKILL")],
    ["worker A killed", killWorker(0)],
    ["worker B killed", killWorker(1)],
    ["PostgreSQL restarted", restart("fast")],
    ["PgBouncer killed", () => pooler.crash()],
    ["PostgreSQL crashed", restart("immediate")],
    ["web A asked to end", killWeb(0, portA, "SIGTERM")],
  ];
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
  const metrics = await Promise.all([portA, portB, ...workerPorts].map(scrape));
  const mails = await judge(sql, { arrivals: mail.arrivals(), happened: new Map() } as never, {
    ...{ recipients, kills: 4, restarts: 2, seconds: (Date.now() - began) / 1000, finished },
    ...{ recoverySeconds: 0, crashed: workers.filter((worker) => worker.crashed()).length },
  });
  const kept = await answersKept(sql, workspace!.id);
  // Customers must not have run out before the last blow.
  const loaded = answers < recipients;
  const counters = await verify(env);
  const waits = waitsOf(answered, seen);
  const crashedWebs = webs.flatMap((web) => web.crashed() ?? []);
  for (const said of crashedWebs) console.error(said);
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
    afterBlows: struck.map((blow) => ({ what: blow.what, ...recoveryOf(blow, answered, seen) })),
    processesThatEndedByThemselves: mails.crashed + crashedWebs.length,
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
    figures.processesThatEndedByThemselves === 0 &&
    figures.metrics === 4;
  return { ok, ...figures };
}

type Seen = readonly Page[];

/** From an answer's being confirmed to a page's counting it, in ms, the longest over all answers and pages. */
function waitsOf({ confirmed }: Insisted, seen: Seen): { longest: number; missing: number } {
  const inOrder = [...confirmed].sort((a, b) => a - b);
  const waits = seen.flatMap((page) =>
    inOrder.map((at, n) => {
      const sight = page.sightings.find(({ count }) => count >= n + 1);
      return sight ? sight.at - at : null;
    }),
  );
  const known = waits.filter((wait) => wait !== null);
  return { longest: Math.max(0, ...known), missing: waits.length - known.length };
}

/** Seconds from a blow until an answer was confirmed and until every page showed a newer count, again. */
function recoveryOf({ at, over }: { at: number; over: number }, { confirmed }: Insisted, seen: Seen) {
  const gaps = [...confirmed].sort((a, b) => a - b);
  const longestGap = (times: number[]) => {
    const around = times.filter((time) => time > at - 2_000 && time < over + mostRecoverySeconds * 1000);
    const [before = at] = times.filter((time) => time <= at).slice(-1);
    const steps = [before, ...around.filter((time) => time > at)].map(
      (time, n, all) => (all[n + 1] ?? time) - time,
    );
    return rounded(Math.max(0, ...steps) / 1000);
  };
  return {
    withoutAnswerSeconds: longestGap(gaps),
    pageStoodStillSeconds: Math.max(
      ...seen.map((page) => longestGap(page.sightings.map((sight) => sight.at))),
    ),
  };
}

/** What the database has of the answers, and how many are not what was sent, once, without a second version. */
async function answersKept(sql: Sql, workspaceId: string) {
  const rows = await sql<{ number: number; score: number; comment: string | null; version: number }[]>`
    SELECT i.number, r.score, r.comment, r.version
    FROM responses r JOIN invitations i ON i.workspace_id = r.workspace_id AND i.id = r.invitation_id
    WHERE r.workspace_id = ${workspaceId}`;
  const wrong = rows.filter(
    ({ number, score, comment }) => score !== scoreOf(number) || comment !== `Answer ${number}.`,
  ).length;
  const twice = rows.length - new Set(rows.map(({ number }) => number)).size;
  const changed = rows.filter(({ version }) => version > 1).length;
  const [left] = await sql<{ n: number }[]>`SELECT count(*)::int AS n FROM unconsidered_responses`;
  return {
    recorded: rows.length,
    wrong: wrong + twice + changed,
    unconsidered: left!.n,
  };
}

/** Whether every mail came to its end and every answer was considered, in the time that leases and tries may take. */
async function untilEmpty(sql: Sql): Promise<boolean> {
  const deadline = performance.now() + settleMs;
  while (performance.now() < deadline) {
    const [row] = await sql<{ n: number }[]>`
      SELECT (SELECT count(*) FROM outbound_mails WHERE state IN ('queued', 'sending', 'deferred')
        AND kind = 'invitation')::int + (SELECT count(*) FROM unconsidered_responses)::int AS n`;
    if (row!.n === 0) return true;
    await sleep(500);
  }
  return false;
}

async function scrape(port: number): Promise<boolean> {
  const headers = { authorization: `Bearer ${metricsToken}` };
  const answer = await fetch(`http://127.0.0.1:${port}/metrics`, { headers }).then((it) => it.text(), String);
  return /^svar_database_up 1$/m.test(answer) && /^svar_listening 1$/m.test(answer);
}

/** `counters verify` at the terminal, through PgBouncer like everything else. */
async function verify(env: Record<string, string>): Promise<boolean> {
  const command = ["--import", "tsx", "server/cli/main.ts", "counters", "verify", "--json"];
  const options = { cwd: root, env: { PATH: process.env.PATH, NODE_ENV: "production" as const, ...env } };
  return promisify(execFile)(process.execPath, command, options).then(
    ({ stdout }) => JSON.parse(stdout).ok === true,
    (error) => {
      console.error(error);
      return false;
    },
  );
}
