import { setTimeout as sleep } from "node:timers/promises";

/** When (epoch milliseconds) a page began to show so many answers. */
type Sighting = { at: number; count: number };

/** What a live page went through: what it showed when, how often it opened its stream, its longest silence in ms. */
export type Page = { sightings: Sighting[]; opened: number; longestSilence: number };

const silentMs = 10_000;
const patienceMs = 15_000;

/**
 * So many live dashboards, as pages do it without drawing them: each follows the stream of changes, opens it anew where it
 * was when it ends or falls silent (app/_live/open-stream.ts), and reads its figures when answers have changed.
 */
export function followPages(url: string, workspace: string, cookie: string, count: number) {
  const closing = new AbortController();
  const pages = Array.from({ length: count }, (): Page => ({ sightings: [], opened: 0, longestSilence: 0 }));
  const running = pages.map((page) => follow(page));

  async function follow(page: Page): Promise<void> {
    const known = { lastEventId: undefined as string | undefined, heardAt: performance.now() };
    while (!closing.signal.aborted) {
      await listen(page, known).catch(() => {});
      await sleep(500 + Math.random() * 500);
    }
  }

  async function listen(
    page: Page,
    known: { lastEventId: string | undefined; heardAt: number },
  ): Promise<void> {
    const attempt = new AbortController();
    const signal = AbortSignal.any([attempt.signal, closing.signal]);
    let timer = setTimeout(() => attempt.abort(), silentMs);
    try {
      const answer = await ask("live.changes", { lastEventId: known.lastEventId }, signal);
      page.opened += 1;
      await show(page);
      for await (const chunk of answer.body ?? []) {
        const text = Buffer.from(chunk).toString();
        const id = /^id: ?(.+)$/m.exec(text)?.[1];
        if (!id) continue;
        known.lastEventId = id;
        page.longestSilence = Math.max(page.longestSilence, performance.now() - known.heardAt);
        known.heardAt = performance.now();
        clearTimeout(timer);
        timer = setTimeout(() => attempt.abort(), silentMs);
        if (/responses|resync/.test(text)) await show(page);
      }
    } finally {
      clearTimeout(timer);
    }
  }

  async function show(page: Page): Promise<void> {
    const answer = await ask("dashboard.get", {}, AbortSignal.timeout(patienceMs));
    const { counts } = (await answer.json()).result.data as { counts: Record<string, number> };
    const shown = Object.values(counts).reduce((sum, n) => sum + n, 0);
    if (shown !== page.sightings.at(-1)?.count) page.sightings.push({ at: Date.now(), count: shown });
  }

  async function ask(procedure: string, input: object, signal: AbortSignal): Promise<Response> {
    const asked = encodeURIComponent(JSON.stringify({ workspace, ...input }));
    const accept = procedure === "live.changes" ? "text/event-stream" : "application/json";
    const answer = await fetch(`${url}/api/trpc/${procedure}?input=${asked}`, {
      headers: { cookie, accept },
      signal,
    });
    if (!answer.ok) throw new Error(`${procedure} says ${answer.status}`);
    return answer;
  }

  return {
    pages,
    /** Waits until all show so many answers, for a minute at most. */
    async until(answers: number): Promise<void> {
      const end = performance.now() + 60_000;
      const least = () => Math.min(...pages.map((page) => page.sightings.at(-1)?.count ?? 0));
      while (least() < answers && performance.now() < end) await sleep(200);
    },
    async close() {
      closing.abort();
      await Promise.all(running);
    },
  };
}
