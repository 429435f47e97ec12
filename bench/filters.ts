import postgres from "postgres";
import { getDashboard } from "#server/dashboard/queries.ts";
import { DashboardView } from "#server/dashboard/schema.ts";
import { countResponses } from "#server/response/count.ts";
import { ResponseFilter } from "#server/response/schema.ts";
import { makeAnswers } from "./make-answers.ts";
import { median, p95, type Result, rounded } from "./report.ts";
import { type Stage, setStage } from "./stage.ts";

const answers = 1_000_000;
const rounds = 40;
const warming = 5;
const target = 3;
const mostMs = 300;

const team = "00000000-0074-7000-8000-000000000003";
/** What a dashboard is narrowed by besides: all of these read answers, and are held to 300 ms. */
const others = {
  twoAttributes: { where: ["is.Country.Sweden", "is.Plan.Business"] },
  teamAndAttribute: { team, where: "is.Country.Sweden" },
  isNot: { where: "not.Country.Sweden" },
  contains: { where: "contains.City.city 1" },
  commented: { commented: "yes" },
  reason: { driver: "reason1" },
  team: { team },
};

/**
 * P3: milliseconds in which everything on the dashboard of 90 days is read, filtered by a contact's attribute, among
 * a million answers, against the histogram of the same answers alone, week by week, through a covering index. Attributes
 * have any names, so the index is the one that covers them all: by day, with score and attributes. `oneValue` is the
 * histogram through an index of the answers with just this value, `counters` is how we read that histogram.
 */
export async function filters(): Promise<Result> {
  const stage = await setStage();
  const owner = postgres(stage.ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await makeAnswers(stage, answers);
    const histogram = await prepareReference(owner);
    const filter = { where: "is.Country.Sweden" };
    const view = DashboardView.parse(filter);
    const days = await stage.workspace.run((ctx) => getDashboard(ctx, view)).then((found) => found.days);
    const narrowed = ResponseFilter.parse({ ...filter, ...days });
    const [ours, reference, oneValue, counters] = await byTurns([
      () => stage.workspace.run((ctx) => getDashboard(ctx, view)),
      () => histogram("reference_answers", days.from!),
      () => histogram("reference_of_value", days.from!),
      () => stage.workspace.run((ctx) => countResponses(ctx, narrowed, "week")),
    ]);
    const rest = await measureOthers(stage);
    const ratio = rounded(median(ours!) / median(reference!));
    return {
      name: "filters",
      ours: rounded(median(ours!)),
      reference: rounded(median(reference!)),
      ratio,
      target,
      ok: ratio <= target && Object.values(rest).every((ms) => ms <= mostMs),
      p95: rounded(p95(ours!)),
      oneValue: rounded(median(oneValue!)),
      counters: rounded(median(counters!)),
      ...rest,
    };
  } finally {
    await owner.end();
    await stage.close();
  }
}

/** The milliseconds of each call of each work, one after the other in every round. */
async function byTurns(works: (() => Promise<unknown>)[]): Promise<number[][]> {
  const times: number[][] = works.map(() => []);
  for (let round = 0; round < warming + rounds; round++) {
    for (const [n, work] of works.entries()) {
      const began = performance.now();
      await work();
      if (round >= warming) times[n]!.push(performance.now() - began);
    }
  }
  return times;
}

async function measureOthers(stage: Stage): Promise<Record<string, number>> {
  const views = Object.entries(others).map(([name, choice]) => ({ name, view: DashboardView.parse(choice) }));
  const times = await byTurns(
    views.map(
      ({ view }) =>
        () =>
          stage.workspace.run((ctx) => getDashboard(ctx, view)),
    ),
  );
  return Object.fromEntries(views.map(({ name }, n) => [name, rounded(median(times[n]!))]));
}

/** Answers in tables of their own, so that nothing of ours can read through their indexes. */
async function prepareReference(owner: postgres.Sql) {
  for (const [table, which] of [
    ["reference_answers", owner`true`],
    ["reference_of_value", owner`attributes @> '{"Country":"Sweden"}'`],
  ] as const) {
    await owner`CREATE TABLE ${owner(table)} AS SELECT answered_at, score, attributes FROM responses WHERE counts AND ${which}`;
    await owner`CREATE INDEX ON ${owner(table)} (answered_at) INCLUDE (score, attributes)`;
    await owner`VACUUM ANALYZE ${owner(table)}`;
  }
  return (table: string, from: string) => owner`
    SELECT date_trunc('week', answered_at AT TIME ZONE 'UTC')::date AS start, score, count(*)::int AS n
    FROM ${owner(table)}
    WHERE answered_at >= ${from}::date AND attributes @> '{"Country":"Sweden"}'
    GROUP BY 1, 2 ORDER BY 1, 2`;
}
