import { execFile } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import type { Sql } from "postgres";
import type { Page } from "./follow-pages.ts";
import { type Insisted, scoreOf } from "./insist.ts";
import { root } from "./processes.ts";
import { rounded } from "./report.ts";

/** What processes of a failover show their figures to. */
export const metricsToken = "a-token-that-only-the-failover-knows";
/** After so many seconds everything is to be there again (RELIABILITY.md G4). */
export const mostRecoverySeconds = 30;
const settleMs = 150_000;

type Seen = readonly Page[];

/** From an answer's being confirmed to a page's counting it, in ms, the longest over all answers and pages. */
export function waitsOf({ confirmed }: Insisted, seen: Seen): { longest: number; missing: number } {
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

/** Seconds from a blow until an answer was confirmed, until every page showed a newer count and until a mail came, again. */
export function recoveryOf(
  { at, over }: { at: number; over: number },
  { confirmed }: Insisted,
  seen: Seen,
  mails: readonly number[],
) {
  const gaps = [...confirmed].sort((a, b) => a - b);
  const longestGap = (times: readonly number[]) => {
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
    mailStoodStillSeconds: longestGap(mails),
  };
}

/** What the database has of the answers, and how many are not what was sent, once, without a second version. */
export async function answersKept(sql: Sql, workspaceId: string) {
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
export async function untilEmpty(sql: Sql): Promise<boolean> {
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

/** Whether the process on this port says that it has its database and hears of changes. */
export async function isWatched(port: number): Promise<boolean> {
  const headers = { authorization: `Bearer ${metricsToken}` };
  const answer = await fetch(`http://127.0.0.1:${port}/metrics`, { headers }).then((it) => it.text(), String);
  const watched = /^svar_database_up 1$/m.test(answer) && /^svar_listening 1$/m.test(answer);
  if (!watched)
    console.error(
      `port ${port}: ${answer.match(/^svar_(?:database_up|listening) .*$/gm)?.join(", ") ?? answer}`,
    );
  return watched;
}

/** `counters verify` at the terminal, through PgBouncer like everything else. */
export async function verifyCounters(env: Record<string, string>): Promise<boolean> {
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
