import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { findBrowser } from "#e2e/browser.ts";
import { createShareLink } from "#server/share/create.ts";
import { listShareLinks } from "#server/share/queries.ts";
import { CreateShareLink } from "#server/share/schema.ts";
import { startWorkerProcess } from "#server/test/worker-process.ts";
import { makeAnswers } from "./make-answers.ts";
import { postAnswers } from "./post-answers.ts";
import { type Result, rounded } from "./report.ts";
import { inviteMany, type Stage, serveOurs, setStage } from "./stage.ts";

const answersBefore = 10_000;
const hours = 24;
const refreshSeconds = 15;
const readingsAnHour = 3_600 / refreshSeconds;
const answersAnHour = 20;
const target = 1.2;

/**
 * UX.md M12: how a wallboard's memory grows over a day of its own clock, which runs as fast as the board follows: 5,760
 * readings with twenty answers an hour, its pages turning every 30 s, the loading anew in the small hours included. The
 * reference is what its page holds (MB, garbage apart) after the first hour, ours the most after any later one.
 */
export async function wall(): Promise<Result> {
  const stage = await setStage();
  await inviteMany(stage, hours * answersAnHour);
  await makeAnswers(stage, answersBefore);
  const worker = await startWorkerProcess({ ...stage.env, LOG_LEVEL: "info" });
  const ours = await serveOurs(stage);
  const { executablePath, args } = await findBrowser();
  const browser = await chromium.launch({ executablePath, args });
  try {
    const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
    const day = await watchDay(context, stage, ours.url);
    const [reference, ...later] = day.megabytes;
    const most = Math.max(...later);
    const ratio = rounded(most / reference!);
    return {
      ...{ name: "wall", ours: most, reference: reference!, ratio, target },
      ok: ratio <= target && day.shown === hours * answersAnHour,
      ...day,
    };
  } finally {
    await browser.close();
    await ours.stop();
    await worker.kill("SIGTERM");
    await stage.close();
  }
}

async function watchDay(context: BrowserContext, stage: Stage, url: string) {
  const page = await context.newPage();
  const protocol = await context.newCDPSession(page);
  let loads = 0;
  page.on("load", () => loads++);
  await page.clock.install({ time: new Date("2026-11-28T08:00:00Z") });
  await page.goto(`${url}${new URL(await makeBoard(stage)).pathname}?rotate=30`);
  const before = await countShown(page);
  const megabytes: number[] = [];
  let readings = 0;
  for (let hour = 0; hour < hours; hour++) {
    for (let n = 0; n < readingsAnHour; n++) {
      if (n % (readingsAnHour / answersAnHour) === 0) {
        const first = hour * answersAnHour + n / (readingsAnHour / answersAnHour) + 1;
        await postAnswers(stage, url, { first, count: 1, perSecond: 1 });
      }
      if (await readOnce(page)) readings++;
    }
    await protocol.send("HeapProfiler.collectGarbage");
    const { usedSize } = await protocol.send("Runtime.getHeapUsage");
    megabytes.push(rounded(usedSize / 1024 / 1024));
    console.error(`${hour + 1} h: ${megabytes.at(-1)} MB`);
  }
  return { megabytes, readings, loads, shown: (await countShown(page)) - before };
}

async function makeBoard({ workspace }: Stage): Promise<string> {
  const link = CreateShareLink.parse({
    ...{ kind: "wallboard", name: "All day", comments: "anonymous", lastDay: null, password: null },
  });
  return workspace.run(async (ctx) => {
    await createShareLink(ctx, link);
    return (await listShareLinks(ctx)).links[0]!.url;
  });
}

/** Lets the board's clock run on until it has read its figures again; false when it loaded itself again instead. */
async function readOnce(page: Page): Promise<boolean> {
  const heard = page.waitForResponse((response) => new URL(response.url()).pathname.startsWith("/wall/"));
  await page.clock.runFor(refreshSeconds * 1_000);
  const response = await heard;
  await response.finished();
  return new URL(response.url()).pathname.endsWith("/now");
}

async function countShown(page: Page): Promise<number> {
  await readOnce(page);
  const text = await page
    .getByText(/n = [\d,]+/)
    .first()
    .textContent();
  return Number(/n = ([\d,]+)/.exec(text ?? "")?.[1]?.replaceAll(",", ""));
}
