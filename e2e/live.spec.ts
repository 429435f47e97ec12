import { setTimeout as sleep } from "node:timers/promises";
import type { BrowserContext, Locator, Page } from "@playwright/test";
import { expectAccessible, expectToFit } from "./accessibility.ts";
import { expect, site, type TestWorkspace, tabOf, test } from "./fixtures.ts";
import { openKiosk } from "./kiosk.ts";

const streamPath = /\/api\/trpc\/live\.changes/;

const stateOf = (page: Page) =>
  page.getByRole("status").filter({ hasText: /^(Live|Paused|Connecting|Reconnecting|Updated)/ });
const figureOf = (page: Page) => page.getByText(/^Last 90 days · /);
const newest = (page: Page): Locator => page.getByRole("list", { name: "Latest answers" });

async function openDashboard(page: Page, workspace: TestWorkspace): Promise<void> {
  await page.goto(`${site()}/${workspace.slug}/dashboard`);
  await expect(stateOf(page)).toHaveText("Live");
}

/** What the page asks the server for from now on, but for links that may be followed next. */
function questionsOf(page: Page): string[] {
  const asked: string[] = [];
  page.on("request", (request) => {
    const { pathname, searchParams } = new URL(request.url());
    const isPage = pathname === new URL(page.url()).pathname && [...searchParams.keys()].join() === "_rsc";
    if (isPage || pathname.startsWith("/api/")) asked.push(request.url());
  });
  return asked;
}

/** A dashboard of one answer in another tab, and the kiosk that gives it more. */
async function openSecondTab(context: BrowserContext, page: Page, workspace: TestWorkspace) {
  const kiosk = await openKiosk(page, workspace);
  await kiosk.answers(1, 9);
  const tab = await tabOf(context);
  await openDashboard(tab, workspace);
  return { kiosk, tab };
}

test("an answer shows by itself; focus, what is typed and opened tables stay; a list that is read does not jump", async ({
  page,
  workspace,
}) => {
  test.setTimeout(120_000);
  const kiosk = await openKiosk(page, workspace);
  await kiosk.answers(8, 9);
  await page.setViewportSize({ width: 1280, height: 500 });
  await openDashboard(page, workspace);
  await expectAccessible(page);

  await test.step("figures move, the reader's doings stay", async () => {
    await page.getByRole("combobox", { name: "Period" }).selectOption("Other dates");
    await page.getByLabel("First day", { exact: true }).fill("2026-01-02");
    const table = page.locator("details").filter({ hasText: /table/i }).first();
    await table.locator("summary").click();
    await page.getByLabel("Last day", { exact: true }).focus();
    await kiosk.answer(3, "The till was closed.");
    await expect(figureOf(page)).toContainText("9 answers");
    await expect(newest(page)).toContainText("The till was closed.");
    await expect(page.getByLabel("Last day", { exact: true })).toBeFocused();
    await expect(page.getByLabel("First day", { exact: true })).toHaveValue("2026-01-02");
    await expect(table).toHaveAttribute("open", "");
    await expect(page.getByRole("button", { name: /new answer/ })).toHaveCount(0);
  });

  await test.step("a list whose top is scrolled away waits", async () => {
    await newest(page)
      .getByRole("listitem")
      .nth(3)
      .evaluate((row) => row.scrollIntoView({ block: "start" }));
    const row = newest(page).getByRole("listitem").nth(4);
    const [before, at] = [await newest(page).textContent(), (await row.boundingBox())!.y];
    await kiosk.answer(10, "All well again.");
    await expect(page.getByRole("button", { name: "1 new answer" })).toBeVisible();
    expect(await newest(page).textContent()).toBe(before);
    expect((await row.boundingBox())!.y).toBeCloseTo(at, 0);
    await kiosk.answers(2, 9);
    await expect(page.getByRole("button", { name: "3 new answers" })).toBeVisible();
    await expect(figureOf(page)).toContainText("12 answers");
    expect(await newest(page).textContent()).toBe(before);
    await expectAccessible(page);
    await page.getByRole("button", { name: "3 new answers" }).click();
    await expect(newest(page)).toContainText("All well again.");
    await expect(newest(page).getByRole("link").first()).toBeFocused();
    await expect(newest(page).getByRole("listitem").first()).toBeInViewport();
    await expect(page.getByRole("button", { name: /new answer/ })).toHaveCount(0);
  });

  await test.step("only answers that the filter lets through are counted", async () => {
    await page.goto(`${site()}/${workspace.slug}/dashboard?commented=yes`);
    await expect(stateOf(page)).toHaveText("Live");
    await newest(page).getByRole("link").first().focus();
    await kiosk.answer(8, "");
    await expect(page.getByRole("button", { name: /new answer/ })).toHaveCount(0);
    await kiosk.answer(8, "With a word.");
    await expect(page.getByRole("button", { name: "1 new answer" })).toBeVisible();
  });
});

test("a later page of the answers says how many came, and leads to them", async ({ page, workspace }) => {
  test.setTimeout(120_000);
  const kiosk = await openKiosk(page, workspace);
  await kiosk.answers(8, 9);
  // With a script more rows come by themselves: the link to a later page is in the first HTML.
  const first = await page.request.get(`${site()}/${workspace.slug}/responses?limit=3`);
  const older = /href="([^"]*cursor=[^"]*)"/.exec(await first.text())![1]!.replaceAll("&amp;", "&");
  await page.goto(site() + older);
  const list = page.getByRole("main").getByRole("row").filter({ hasText: "Answer number" });
  await expect(list).toHaveCount(5);
  await expect(stateOf(page)).toHaveText("Live");
  await kiosk.answer(2, "On the first page.");
  await page.getByRole("button", { name: "1 new answer" }).click();
  await expect(page.getByText("On the first page.")).toBeVisible();
  await expect(page.getByRole("button", { name: /new answer/ })).toHaveCount(0);
});

test("what was missed without a network is there when it is back, and is there once", async ({
  context,
  page,
  workspace,
}) => {
  test.setTimeout(120_000);
  const { kiosk, tab } = await openSecondTab(context, page, workspace);
  await context.setOffline(true);
  await expect(stateOf(tab)).toHaveText("Reconnecting…");
  await kiosk.answer(2, "Nobody came.");
  await expect(newest(tab).getByRole("listitem")).toHaveCount(1);
  await context.setOffline(false);
  await expect(stateOf(tab)).toHaveText("Live");
  await expect(newest(tab).getByText("Nobody came.")).toHaveCount(1);
  await expect(newest(tab).getByRole("listitem")).toHaveCount(2);
});

test("without a network the page stays and says so; a link that was followed opens once there is one", async ({
  context,
  page,
  workspace,
}) => {
  const { tab } = await openSecondTab(context, page, workspace);
  await context.setOffline(true);
  const notice = tab.getByText("No connection. The page goes on by itself once there is one.");
  await expect(notice).toBeVisible();
  await expectAccessible(tab);
  await expectToFit(tab);
  await tab.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Responses" }).click();
  await expect(notice).toBeVisible();
  await expect(newest(tab).getByRole("listitem")).toHaveCount(1);
  await context.setOffline(false);
  await expect(tab).toHaveURL(/\/responses$/);
  await expect(tab.getByRole("heading", { level: 1 })).toContainText("Responses");
  await expect(notice).toHaveCount(0);
});

test("a reading that is lost on the way is asked for again, and the page stays as it is", async ({
  context,
  page,
  workspace,
}) => {
  const { kiosk, tab } = await openSecondTab(context, page, workspace);
  const stays = await tab.evaluateHandle(() => Object.assign(window, { stays: true }));
  await tab.route(/[?&]_rsc=/, (route) => route.abort("connectionreset"), { times: 1 });
  await kiosk.answer(2, "Lost on the way.");
  await expect(newest(tab)).toContainText("Lost on the way.");
  await expect(stateOf(tab)).toHaveText("Live");
  expect(await stays.evaluate((page) => page.stays)).toBe(true);
});

test("paused, nothing moves, on other pages of the tab too; resumed, it catches up", async ({
  page,
  workspace,
}) => {
  test.setTimeout(120_000);
  const kiosk = await openKiosk(page, workspace);
  await kiosk.answers(1, 9);
  await page.setViewportSize({ width: 390, height: 844 });
  await openDashboard(page, workspace);
  await page.getByRole("button", { name: "Pause" }).click();
  await expect(stateOf(page)).toHaveText("Paused");
  await kiosk.answer(9, "In the meantime.");
  await page.goto(`${site()}/${workspace.slug}/responses`);
  await expect(stateOf(page)).toHaveText("Paused");
  await expect(page.getByText("In the meantime.")).toBeVisible();
  await kiosk.answer(9, "And another.");
  const asked = questionsOf(page);
  await sleep(4_000);
  await expect(page.getByText("And another.")).toHaveCount(0);
  expect(asked).toEqual([]);
  await page.getByRole("button", { name: "Resume" }).click();
  await expect(page.getByText("And another.")).toBeVisible();
  await expect(stateOf(page)).toHaveText("Live");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test("where the stream is refused, changes are asked for every 15 s, in words; once it can be had, it is live", async ({
  context,
  page,
  workspace,
}) => {
  test.setTimeout(180_000);
  const kiosk = await openKiosk(page, workspace);
  await kiosk.answers(1, 9);
  const tab = await tabOf(context);
  await tab.route(streamPath, (route) => route.fulfill({ status: 502, body: "no streams here" }));
  await tab.goto(`${site()}/${workspace.slug}/dashboard`);
  await expect(stateOf(tab)).toHaveText("Updated every 15 s", { timeout: 15_000 });
  await kiosk.answer(2, "By asking.");
  await expect(newest(tab)).toContainText("By asking.", { timeout: 20_000 });
  await tab.unroute(streamPath);
  await expect(stateOf(tab)).toHaveText("Live", { timeout: 40_000 });
});

test("eight tabs of one browser all work, all live, by one stream", async ({ context, page, workspace }) => {
  test.setTimeout(180_000);
  const kiosk = await openKiosk(page, workspace);
  await kiosk.answers(1, 9);
  const open = new Set<unknown>();
  context.on("request", (request) => streamPath.test(request.url()) && open.add(request));
  context.on("requestfinished", (request) => open.delete(request));
  context.on("requestfailed", (request) => open.delete(request));
  const tabs = [page];
  while (tabs.length < 8) tabs.push(await tabOf(context));
  for (const tab of tabs) await openDashboard(tab, workspace);
  expect(open.size).toBe(1);
  await kiosk.answer(2, "To all of you.");
  for (const tab of tabs) await expect(newest(tab)).toContainText("To all of you.");

  await page.goto("about:blank");
  await kiosk.answer(2, "The first one left.");
  for (const tab of tabs.slice(1)) await expect(newest(tab)).toContainText("The first one left.");
  await expect(stateOf(tabs[7]!)).toHaveText("Live");
  expect(open.size).toBe(1);
});

test("a tab that nobody looks at asks for nothing, and catches up when it is looked at", async ({
  page,
  workspace,
}) => {
  test.setTimeout(120_000);
  const kiosk = await openKiosk(page, workspace);
  await kiosk.answers(1, 9);
  await openDashboard(page, workspace);
  const look = (state: "hidden" | "visible") =>
    page.evaluate((now) => {
      Object.defineProperty(document, "visibilityState", { configurable: true, get: () => now });
      document.dispatchEvent(new Event("visibilitychange"));
    }, state);
  await look("hidden");
  const asked = questionsOf(page);
  await kiosk.answer(2, "Behind your back.");
  await sleep(4_000);
  expect(asked).toEqual([]);
  await look("visible");
  await expect(newest(page)).toContainText("Behind your back.");
  await expect(stateOf(page)).toHaveText("Live");
});

test("a member who is removed is told so within five seconds, and hears nothing more; whoever signs out elsewhere too", async ({
  browser,
  page,
  workspace,
  mailbox,
}) => {
  test.setTimeout(180_000);
  const kiosk = await openKiosk(page, workspace);
  await kiosk.answers(1, 9);
  const email = `vera-${workspace.slug}@fjordline.example`;
  await kiosk.call("workspace.inviteMember", { email, role: "viewer" });
  const context = await browser.newContext({ locale: "en-GB" });
  const vera = await context.newPage();
  await vera.goto(/https?:\S+\/join\/\S+/.exec((await mailbox.newest(email)).text)![0]);
  await vera.getByLabel("Your name").fill("Vera Holm");
  await vera.getByLabel("Password", { exact: true }).fill("en lang kode 1234");
  await vera.getByRole("button", { name: /join/i }).click();
  await expect(vera).not.toHaveURL(/join/);
  await openDashboard(vera, workspace);

  await test.step("signed out in another tab", async () => {
    await openDashboard(page, workspace);
    const other = await tabOf(page.context());
    await other.goto(`${site()}/${workspace.slug}/responses`);
    await other.request.post(`${site()}/api/auth/sign-out`, { data: {}, headers: { origin: site() } });
    await expect(page.getByText("You are signed out", { exact: true })).toBeVisible({ timeout: 5_000 });
    await expect(figureOf(page)).toBeVisible();
    await expectAccessible(page);
    await page.request.post(`${site()}/api/auth/sign-in/email`, {
      data: { email: workspace.owner.email, password: workspace.owner.password },
      headers: { origin: site() },
    });
    await other.close();
    await openDashboard(page, workspace);
  });

  await test.step("removed", async () => {
    const asked = questionsOf(vera);
    const people = await page.request.get(
      `${site()}/api/trpc/workspace.members?input=${encodeURIComponent(JSON.stringify({ workspace: workspace.slug }))}`,
    );
    const members = (await people.json()).result.data;
    const { userId } = members.find((one: { email: string }) => one.email === email);
    await kiosk.call("workspace.removeMember", { userId });
    const heading = vera.getByRole("heading", { name: "You are no longer a member of this workspace" });
    await expect(heading).toBeVisible({ timeout: 5_000 });
    await expectAccessible(vera);
    asked.length = 0;
    await kiosk.answer(2, "Not for you.");
    await sleep(6_000);
    expect(asked).toEqual([]);
    await expect(vera.getByText("Not for you.")).toHaveCount(0);
  });
  await context.close();
});
