import { setTimeout as sleep } from "node:timers/promises";
import { type BrowserContext, chromium } from "@playwright/test";
import { findBrowser } from "#e2e/browser.ts";
import { loadDemonstration } from "#server/demo/load.ts";
import { companies, guide } from "#server/demo/people.ts";
import { smtpSink } from "#server/test/smtp-sink.ts";
import { startWorkerProcess } from "#server/test/worker-process.ts";
import { createAgent } from "./agent.ts";
import { createCustomers } from "./customers.ts";
import { askInspector } from "./inspector.ts";
import { freePort, heldBy } from "./processes.ts";
import { median, rounded } from "./report.ts";
import { inviteMany, serveOurs, setStage } from "./stage.ts";
import { openTab, type Tab } from "./tabs.ts";

// npm run -s soak:inbox -- [--hours 8 | --minutes 40]: an agent's day at the queue and at cases (UX.md 6), in that time.

/** A day's work: so many cases, and so many answers and mails of customers meanwhile. */
const casesOfDay = 150;
const eventsOfDay = 1_000;
/** Measured at the queue, where the agent is back after so many cases. */
const casesBetween = 10;
/** Of the measures, those that are taken before everything was used once. */
const warming = 3;
/** A page shows now a few rows more, now a few less, so three measures are compared with three. */
const compared = 3;
const mostGrowth = 0.2;

type Row = { cases: number; desk: Measured; queue: Measured; serverMb: number; serverRss: number };
type Measured = Awaited<ReturnType<Tab["measure"]>>;

const heading =
  "cases | desk MB nodes listeners streams | queue MB nodes listeners streams | server heap MB, held MB";

const result = await soak(askedFor(process.argv.slice(2)));
console.log(JSON.stringify(result));
process.exit(result.ok ? 0 : 1);

async function soak(lastsMs: number) {
  const [port, inspector, mailPort] = [await freePort(), await freePort(), await freePort()];
  const sink = await smtpSink();
  const url = `http://127.0.0.1:${port}`;
  const over = { APP_URL: url, SMTP_URL: sink.url, MAIL_IN_PORT: `${mailPort}`, LOG_LEVEL: "info" };
  const made = await setStage(over);
  const { workspaces } = await loadDemonstration(made.rt);
  const { key } = companies[0]!;
  const stage = { ...made, workspace: { ...made.workspace, ...workspaces[0]!, key } };
  const first = await inviteMany(stage, eventsOfDay);
  const worker = await startWorkerProcess(stage.env);
  const served = await serveOurs(stage, { inspector, port });
  const { executablePath, args } = await findBrowser();
  const browser = await chromium.launch({ executablePath, args });
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    await signIn(context, url);
    const list = `${url}/${stage.workspace.slug}/cases`;
    const [queue, desk] = [await openTab(context, list), await openTab(context, list)];
    const agent = createAgent(desk.page);
    const customers = createCustomers({ stage, url, mailPort, first });
    const rows: Row[] = [];
    const measure = async (cases: number) => {
      if (worker.crashed()) throw new Error("the worker has ended");
      await agent.toQueue();
      await sleep(1_000);
      await askInspector(inspector, "HeapProfiler.collectGarbage");
      const heap = await askInspector<{ usedSize: number }>(inspector, "Runtime.getHeapUsage");
      const row = {
        cases,
        ...{ desk: await desk.measure(), queue: await queue.measure() },
        ...{ serverMb: rounded(heap.usedSize / 1024 / 1024), serverRss: heldBy(served.pid) },
      };
      rows.push(row);
      console.error(lineOf(row));
    };

    console.error(heading);
    const began = performance.now();
    const at = (share: number) => sleep(Math.max(0, began + share * lastsMs - performance.now()));
    const live = (async () => {
      for (let n = 0; n < eventsOfDay; n++) {
        await at(n / eventsOfDay);
        await customers.act(n);
      }
    })();
    live.catch(() => {});
    for (let n = 0; n < casesOfDay; n++) {
      await at(n / casesOfDay);
      if (n % casesBetween === 0) await measure(n);
      await agent.takeNext(n);
    }
    await live;
    await measure(casesOfDay);

    const growth = {
      desk: growthOf(rows, ({ desk }) => desk.heapMb),
      queue: growthOf(rows, ({ queue }) => queue.heapMb),
      server: growthOf(rows, ({ serverMb }) => serverMb),
    };
    const mostStreams = Math.max(queue.mostStreams(), desk.mostStreams());
    const { done } = agent;
    return {
      name: "soak:inbox",
      minutes: rounded((performance.now() - began) / 60_000),
      growth,
      limit: mostGrowth,
      ok:
        Math.max(...Object.values(growth)) < mostGrowth &&
        mostStreams === 1 &&
        done.failed <= casesOfDay / 20,
      mostStreams,
      done,
      ...customers.counts(),
      mailsSent: sink.mails.length,
    };
  } finally {
    await browser.close();
    await served.stop();
    await worker.kill("SIGTERM");
    await made.close();
    await sink.close();
  }
}

async function signIn(context: BrowserContext, url: string): Promise<void> {
  const { email, password } = guide;
  const headers = { origin: url, "sec-fetch-site": "same-origin" };
  const response = await context.request.post(`${url}/api/auth/sign-in/email`, {
    data: { email, password },
    headers,
  });
  if (!response.ok()) throw new Error(`nobody could sign in: ${await response.text()}`);
}

/** By how much the last measures are above those at the end of the warm-up, as a share of these. */
function growthOf(rows: readonly Row[], figure: (row: Row) => number): number {
  const figures = rows.map(figure);
  const before = median(figures.slice(warming, warming + compared));
  return rounded(median(figures.slice(-compared)) / before - 1);
}

function lineOf({ cases, desk, queue, serverMb, serverRss }: Row): string {
  const tab = ({ heapMb, nodes, listeners, streams }: Measured) =>
    `${heapMb.toFixed(1)} ${nodes} ${listeners} ${streams}`;
  return `${cases} | ${tab(desk)} | ${tab(queue)} | ${serverMb.toFixed(1)}, ${serverRss}`;
}

/** @returns milliseconds */
function askedFor([option = "--hours", value = "8"]: string[]): number {
  const minutes = { "--hours": 60, "--minutes": 1 }[option];
  const amount = Number(value);
  if (minutes === undefined || !(amount > 0)) {
    console.error("npm run -s soak:inbox -- --hours 8, or --minutes 40");
    process.exit(2);
  }
  return amount * minutes * 60_000;
}
