import { setTimeout as sleep } from "node:timers/promises";
import { chromium, type Page } from "@playwright/test";
import { findBrowser } from "#e2e/browser.ts";

/** When (epoch milliseconds) a page began to show so many answers. */
export type Sighting = { at: number; count: number };

const patienceMs = 120_000;

/** Opens a dashboard in so many tabs of one Chromium, each as a person of its own, and notes what they show. */
export async function openPages(address: string, cookie: string, count: number) {
  const { executablePath, args } = await findBrowser();
  const browser = await chromium.launch({ executablePath, args });
  const cookies = cookie.split("; ").map((pair) => {
    const [name, ...value] = pair.split("=");
    return { name: name!, value: value.join("="), url: new URL(address).origin };
  });
  const pages: Page[] = [];
  for (let n = 0; n < count; n++) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    await context.addCookies(cookies);
    const page = await context.newPage();
    await page.goto(address);
    await page.evaluate(watch);
    pages.push(page);
  }
  const sightings = () => Promise.all(pages.map((page) => page.evaluate(() => window.sightings ?? [])));
  const least = async () => Math.min(...(await sightings()).map((page) => page.at(-1)?.count ?? 0));
  return {
    sightings,
    /** How many answers each page shows at least. */
    shown: least,
    /** Waits until all show so many, for two minutes at most. */
    async until(answers: number): Promise<void> {
      const end = performance.now() + patienceMs;
      while ((await least()) < answers && performance.now() < end) await sleep(200);
    },
    close: () => browser.close(),
  };
}

declare global {
  interface Window {
    sightings?: Sighting[];
  }
}

/** In the page, as text, so that nothing compiles it: notes each number of answers that its status says. */
const watch = `
  window.sightings = [];
  const look = () => {
    const [, digits = ""] = /· ([\\d,]+) answers?/.exec(document.querySelector("main")?.textContent ?? "") ?? [];
    const count = Number(digits.replaceAll(",", ""));
    if (count > 0 && count !== window.sightings.at(-1)?.count) window.sightings.push({ at: Date.now(), count });
  };
  look();
  new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });`;
