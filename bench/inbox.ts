import { countCases } from "#server/case/count.ts";
import { listCases } from "#server/case/list.ts";
import { type CaseView, ListCases } from "#server/case/schema.ts";
import { makeQueue } from "./make-queue.ts";
import { median, p95, type Result, rounded } from "./report.ts";
import { type Stage, serveOurs, setStage, signIn } from "./stage.ts";

const sizes = [200, 20_000] as const;
const views: CaseView[] = ["open", "mine", "unassigned", "waiting", "snoozed"];
const rowsOfPage = 50;
/** Where a page begins among so many cases. */
const places = {
  first: () => 0,
  middle: (count: number) => Math.floor(count / 2),
  last: (count: number) => Math.max(0, count - rowsOfPage),
};
const rounds = 40;
const warming = 10;
const target = 2;

type Served = { stage: Stage; cookie: string; url: string; stop(): Promise<void> };

/**
 * P9: milliseconds in which a page of the queue comes, as HTML, to a signed-in agent, the numbers of the views and of the
 * frame included: the first page of each view, one in the middle and the last, among 20,000 cases that are not closed and
 * among 200, each with a web process and a database of its own, by turns in one run. The ratio is the worst page's to
 * itself. `read` is the same for the first page's own statements alone: its rows and the numbers of the views.
 */
export async function inbox(): Promise<Result> {
  const served: Served[] = [];
  try {
    for (const size of sizes) served.push(await makeServed(size));
    const pages: Record<string, { reference: number; ours: number; ratio: number; p95: number }> = {};
    for (const view of views) {
      for (const [place, beginning] of Object.entries(places)) {
        const asks = await Promise.all(served.map((one) => askFor(one, view, beginning)));
        pages[`${view} ${place}`] = compared(await byTurns(asks));
      }
    }
    const read = compared(
      await byTurns(
        served.map(
          ({ stage }) =>
            () =>
              readFirst(stage),
        ),
      ),
    );
    const worst = Object.values(pages).sort((a, b) => b.ratio - a.ratio)[0]!;
    const { ours, reference, ratio } = worst;
    return { name: "inbox", ours, reference, ratio, target, ok: ratio <= target, sizes, read, pages };
  } finally {
    for (const { stage, stop } of served) {
      await stop();
      await stage.close();
    }
  }
}

async function makeServed(size: number): Promise<Served> {
  const stage = await setStage();
  const ours = await serveOurs(stage);
  const cookie = await signIn(stage, ours.url, "agent");
  await makeQueue(stage, size);
  return { stage, cookie, ...ours };
}

type Beginning = (count: number) => number;

/** What asks for a page of a view, and looks whether it has rows. */
async function askFor({ stage, cookie, url }: Served, view: CaseView, beginning: Beginning) {
  const cursor = await cursorAt(stage, view, beginning);
  const query = new URLSearchParams({ view, ...(cursor ? { cursor } : {}) });
  return async () => {
    const response = await fetch(`${url}/${stage.workspace.slug}/cases?${query}`, { headers: { cookie } });
    const page = await response.text();
    if (!page.includes("data-case=")) throw new Error(`no case on ${query}: ${response.status}`);
  };
}

/** The cursor of a page of a view, read as a person would come there. */
async function cursorAt(
  { workspace }: Stage,
  view: CaseView,
  beginning: Beginning,
): Promise<string | undefined> {
  const count = await workspace.run((ctx) => countCases(ctx, {}));
  let cursor: string | undefined;
  for (let left = beginning(count[view]); left > 0; left -= 200) {
    const limit = Math.min(left, 200);
    const page = await workspace.run((ctx) => listCases(ctx, ListCases.parse({ view, cursor, limit })));
    cursor = page.next ?? cursor;
  }
  return cursor;
}

const readFirst = ({ workspace }: Stage) =>
  workspace.run(async (ctx) => {
    await countCases(ctx, {});
    await listCases(ctx, ListCases.parse({ view: "open" }));
  });

/** For each of `asks` the milliseconds of each time, after some that are not counted. */
async function byTurns(asks: (() => Promise<void>)[]): Promise<number[][]> {
  const times: number[][] = asks.map(() => []);
  for (let round = 0; round < warming + rounds; round++) {
    for (const [n, ask] of asks.entries()) {
      const began = performance.now();
      await ask();
      if (round >= warming) times[n]!.push(performance.now() - began);
    }
  }
  return times;
}

function compared([few, many]: number[][]) {
  const [reference, ours] = [median(few!), median(many!)];
  return {
    reference: rounded(reference),
    ours: rounded(ours),
    ratio: rounded(ours / reference),
    p95: rounded(p95(many!)),
  };
}
