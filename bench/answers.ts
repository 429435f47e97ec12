import postgres from "postgres";
import { asSystem } from "#server/entry.ts";
import { makeNonce } from "#server/response/rules.ts";
import { verifyCounts } from "#server/response/verify-counts.ts";
import { type Load, load } from "./load.ts";
import { median, type Result, rounded } from "./report.ts";
import { inviteMany, type Stage, serveOurs, serveReference, setStage } from "./stage.ts";

const invited = 60_000;
const rounds = 3;
const seconds = 6;
const target = 0.7;
const slowestP99 = 3;

/**
 * P1: answers counted per second through the public POST, with counters, evidence, case task and live event,
 * against a bare Next.js route handler that runs one insert and update; 32 connections, by turns in one run.
 */
export async function answers(): Promise<Result> {
  const stage = await setStage();
  await inviteMany(stage, invited);
  await prepareReference(stage);
  const ours = await serveOurs(stage);
  const reference = await serveReference({ REFERENCE_DATABASE_URL: stage.ownerUrl });
  const mine: Load[] = [];
  const bare: Load[] = [];
  const post = poster(stage);
  const barePost = barePoster();
  await load({ url: ours.url, connections: 32, seconds: 3, next: post, expect: 303 });
  await load({ url: reference.url, connections: 32, seconds: 3, next: barePost, expect: 303 });
  for (let round = 0; round < rounds; round++) {
    mine.push(await load({ url: ours.url, connections: 32, seconds, next: post, expect: 303 }));
    bare.push(await load({ url: reference.url, connections: 32, seconds, next: barePost, expect: 303 }));
  }
  const wide = await load({ url: ours.url, connections: 64, seconds, next: post, expect: 303 });
  await Promise.all([ours.stop(), reference.stop()]);
  const wrongCounters = await asSystem(stage.rt, stage.workspace.id, "bench", (ctx) => verifyCounts(ctx));
  await stage.close();

  const [a, b] = [median(mine.map((one) => one.perSecond)), median(bare.map((one) => one.perSecond))];
  const [p99, bareP99] = [median(mine.map((one) => one.p99)), median(bare.map((one) => one.p99))];
  const errors = [...mine, wide].reduce((sum, one) => sum + one.errors, 0);
  const ratio = rounded(a / b);
  return {
    name: "answers",
    ours: Math.round(a),
    reference: Math.round(b),
    ratio,
    target,
    ok: ratio >= target && p99 <= slowestP99 * bareP99 && errors === 0 && wrongCounters.length === 0,
    p99,
    referenceP99: bareP99,
    errors,
    at64: Math.round(wide.perSecond),
    wrongCounters: wrongCounters.length,
  };
}

/** Each request is another customer's answer; past the last, answers are changed. */
function poster({ rt, workspace }: Stage) {
  let number = 0;
  return () => {
    number++;
    const token = rt.tokens.seal("answer", { workspaceKey: workspace.key, number: (number % invited) + 1 });
    const nonce = makeNonce(rt.tokens, token, rt.clock(), `${number}`);
    const body = new URLSearchParams({
      score: `${number % 11}`,
      comment: `Answer ${number}, with some words.`,
      nonce,
    });
    return { method: "POST" as const, path: `/r/${token}`, body: body.toString() };
  };
}

function barePoster() {
  let number = 0;
  return () => {
    number++;
    const fields = {
      invitation: `${(number % invited) + 1}`,
      score: `${number % 11}`,
      comment: `Answer ${number}, with some words.`,
    };
    return { method: "POST" as const, path: "/answer", body: new URLSearchParams(fields).toString() };
  };
}

async function prepareReference(stage: Stage): Promise<void> {
  const sql = postgres(stage.ownerUrl, { max: 1, onnotice: () => {} });
  await sql`CREATE TABLE reference_invitations (id bigint PRIMARY KEY, answered_at timestamptz)`;
  await sql`CREATE TABLE reference_answers (invitation bigint PRIMARY KEY, score smallint NOT NULL, comment text)`;
  await sql`INSERT INTO reference_invitations SELECT n FROM generate_series(1, ${invited}) n`;
  await sql.end();
}
