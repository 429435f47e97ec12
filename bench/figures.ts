import { getFigures } from "#server/follow-up/queries.ts";
import { FiguresView } from "#server/follow-up/schema.ts";
import { makeCases } from "./make-cases.ts";
import { median, p95, type Result, rounded } from "./report.ts";
import { type Stage, setStage } from "./stage.ts";

const sizes = [10_000, 100_000];
const rounds = 20;
const warming = 3;
/** As many times more cases as there are: every case of the year is counted. */
const target = 10;

/**
 * Milliseconds in which the figures of a year of cases are read, all together, by month, by team and by cause, at 100,000
 * cases of a million answers and at 10,000 of a hundred thousand, each in a database of its own, by turns in one run. They
 * are counted from the cases, so the ratio may be that of the cases and no more: nothing may be read again and again, or
 * for each answer.
 */
export async function figures(): Promise<Result> {
  const stages: Stage[] = [];
  try {
    for (const size of sizes) {
      const stage = await setStage();
      stages.push(stage);
      await makeCases(stage, size);
      console.error(`${size} cases made`);
    }
    const [few, many] = await measure(stages, { period: "12m" });
    const [reference, ours] = [median(few!), median(many!)];
    const ratio = rounded(ours / reference);
    return {
      name: "figures",
      ours: rounded(ours),
      reference: rounded(reference),
      ratio,
      target,
      ok: ratio <= target,
      sizes,
      p95s: [few!, many!].map((times) => rounded(p95(times))),
      of90Days: (await measure(stages, {})).map((times) => rounded(median(times))),
    };
  } finally {
    for (const stage of stages) await stage.close();
  }
}

/** For each stage the milliseconds of each call, after some that are not counted. */
async function measure(stages: Stage[], choice: object): Promise<number[][]> {
  const view = FiguresView.parse(choice);
  const times: number[][] = stages.map(() => []);
  for (let round = 0; round < warming + rounds; round++) {
    for (const [n, { workspace }] of stages.entries()) {
      const began = performance.now();
      await workspace.run((ctx) => getFigures(ctx, view));
      if (round >= warming) times[n]!.push(performance.now() - began);
    }
  }
  return times;
}
