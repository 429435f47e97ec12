import { gzipSync } from "node:zlib";
import type { Browser, Page } from "@playwright/test";
import { call } from "./answers.ts";
import { expect, site, test } from "./fixtures.ts";

const demo = "fjordline-demo";

/** What a page may add in scripts to that of signing in until it has loaded, in kB compressed. Source: UX.md 6. */
const settings = 60;
const budgets: [path: string, kilobytes: number][] = [
  ["dashboard", 60],
  ["responses", 80],
  ["cases", 90],
  ["cases/{case}", 90],
  ["campaigns/new", 110],
  ["surveys/{survey}/edit", 110],
  ["imports", 60],
  ["welcome", 40],
  ...[
    ...[
      "workspace",
      "people",
      "me",
      "sender",
      "legal",
      "privacy",
      "api-keys",
      "audit",
      "templates",
      "causes",
    ],
    ...["targets", "rules", "rules/new", "alerts", "alerts/new", "alerts/channels/new"],
    ...["digests", "digests/new", "working-time", "teams", "sign-in"],
  ].map((page): [string, number] => [`settings/${page}`, settings]),
];

test("no page brings more scripts than it may", async ({ page, browser }, { annotations }) => {
  test.setTimeout(600_000);
  await page.goto(site());
  await page.getByRole("button", { name: "Load the demonstration workspace" }).click();
  await expect(page).toHaveURL(/\/fjordline-demo\/dashboard/, { timeout: 60_000 });
  const ids = await firstIds(page);
  const { url } = await share(page);
  let bare = new Map<string, number>();
  await asGuest(browser, async (guest) => {
    bare = await scriptsOf(guest, `${site()}/sign-in`);
  });
  expect(sizeOf(bare), "what every page has, in kB").toBeLessThan(155);
  const weigh = async (reader: Page, address: string) => {
    const own = [...(await scriptsOf(reader, address))].filter(([path]) => !bare.has(path));
    return sizeOf(new Map(own));
  };

  const over: string[] = [];
  const note = (path: string, weight: number, budget: number) => {
    annotations.push({ type: "weight", description: `${path}: ${weight.toFixed(1)} of ${budget} kB` });
    if (weight > budget) over.push(`${path}: ${weight.toFixed(1)} kB, ${budget} at most`);
  };
  for (const [path, budget] of budgets) {
    const address = path.replace(/\{(\w+)\}/, (_, name: "case" | "survey") => ids[name]);
    note(path, await weigh(page, `${site()}/${demo}/${address}`), budget);
  }
  await asGuest(browser, async (guest) => {
    for (const path of ["sign-up", "forgot-password", "sign-in/link"]) {
      note(path, await weigh(guest, `${site()}/${path}`), 40);
    }
    note("wall", await weigh(guest, url), 40);
  });
  console.log(annotations.map(({ description }) => description).join("\n"));
  expect(over).toEqual([]);
});

/** The scripts that were asked for before the page had loaded, with their compressed sizes in bytes. */
async function scriptsOf(page: Page, address: string): Promise<Map<string, number>> {
  await page.goto(address, { waitUntil: "load" });
  const asked = await page.evaluate(() => {
    const [{ loadEventStart }] = performance.getEntriesByType("navigation") as [PerformanceNavigationTiming];
    const early = performance.getEntriesByType("resource").filter((one) => one.startTime < loadEventStart);
    return [...new Set(early.map(({ name }) => name))];
  });
  const scripts = asked.filter((name) => new URL(name).pathname.endsWith(".js"));
  return new Map(await Promise.all(scripts.map(async (name) => [name, await weightOf(page, name)] as const)));
}

const weights = new Map<string, number>();

async function weightOf(page: Page, address: string): Promise<number> {
  const weight = weights.get(address) ?? gzipSync(await (await page.request.get(address)).body()).length;
  weights.set(address, weight);
  return weight;
}

const sizeOf = (scripts: Map<string, number>) =>
  [...scripts.values()].reduce((sum, size) => sum + size, 0) / 1000;

async function firstIds(page: Page): Promise<{ case: string; survey: string }> {
  const idIn = async (path: string, pattern: RegExp) => {
    const html = await (await page.request.get(`${site()}/${demo}/${path}`)).text();
    return pattern.exec(html)![1]!;
  };
  return {
    case: await idIn("cases", /\/fjordline-demo\/cases\/([0-9a-f-]{36})/),
    survey: await idIn("surveys", /\/fjordline-demo\/surveys\/([0-9a-f-]{36})\/edit/),
  };
}

/** A board for a wall. */
async function share(page: Page): Promise<{ url: string }> {
  const given = { workspace: demo, kind: "wallboard", name: "Office", comments: "none", locked: "" };
  const { id } = await call<{ id: string }>(page, "share.create", {
    ...given,
    lastDay: null,
    password: null,
  });
  const input = encodeURIComponent(JSON.stringify({ workspace: demo }));
  const listed = await (await page.request.get(`${site()}/api/trpc/share.list?input=${input}`)).json();
  return listed.result.data.links.find((link: { id: string }) => link.id === id);
}

async function asGuest(browser: Browser, work: (guest: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext();
  await work(await context.newPage());
  await context.close();
}
