import { getDashboard } from "#server/dashboard/queries.ts";
import { DashboardView } from "#server/dashboard/schema.ts";
import { makeAnswers } from "./make-answers.ts";
import { median, p95, type Result, rounded } from "./report.ts";
import { type Stage, setStage } from "./stage.ts";

const sizes = [10_000, 1_000_000, 10_000_000];
const rounds = 60;
const warming = 10;
const target = 1.5;
const mostMs = 25;

/**
 * P2: milliseconds in which everything that the default dashboard shows is read, as a member, at ten thousand, a
 * million and ten million answers of three years, each in a database of its own, by turns in one run. The reference
 * is the first of them; the ratio is the worse of the other two.
 */
export async function dashboard(): Promise<Result> {
  const stages: Stage[] = [];
  try {
    for (const size of sizes) {
      const stage = await setStage();
      stages.push(stage);
      await makeAnswers(stage, size);
      console.error(`${size} answers made`);
    }
    const byDefault = await measure(stages, {});
    const [reference, ...larger] = byDefault.map(median);
    const ratio = rounded(Math.max(...larger) / reference!);
    return {
      name: "dashboard",
      ours: rounded(larger.at(-1)!),
      reference: rounded(reference!),
      ratio,
      target,
      ok: ratio <= target && byDefault.every((times) => median(times) <= mostMs),
      sizes,
      medians: byDefault.map((times) => rounded(median(times))),
      p95s: byDefault.map((times) => rounded(p95(times))),
      statements: await countStatements(stages[0]!),
      of12Months: (await measure(stages, { period: "12m" })).map((times) => rounded(median(times))),
      ofAllTime: (await measure(stages, { period: "all" })).map((times) => rounded(median(times))),
    };
  } finally {
    for (const stage of stages) await stage.close();
  }
}

/** For each stage the milliseconds of each call, after some that are not counted. */
async function measure(stages: Stage[], choice: object): Promise<number[][]> {
  const view = DashboardView.parse(choice);
  const times: number[][] = stages.map(() => []);
  for (let round = 0; round < warming + rounds; round++) {
    for (const [n, { workspace }] of stages.entries()) {
      const began = performance.now();
      await workspace.run((ctx) => getDashboard(ctx, view));
      if (round >= warming) times[n]!.push(performance.now() - began);
    }
  }
  return times;
}

/** How many statements the request sends, the door and the ends of the transactions included. */
async function countStatements({ rt, workspace }: Stage): Promise<number> {
  let statements = 0;
  rt.connection.sql.options.debug = () => {
    statements++;
  };
  await workspace.run((ctx) => getDashboard(ctx, DashboardView.parse({})));
  rt.connection.sql.options.debug = false;
  return statements;
}
