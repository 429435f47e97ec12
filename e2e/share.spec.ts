import type { Browser, BrowserContext, Page } from "@playwright/test";
import { expectAccessible, expectAccessibleEverywhere, expectToFit } from "./accessibility.ts";
import { call } from "./answers.ts";
import { dayFromNow } from "./days.ts";
import { expect, site, test } from "./fixtures.ts";

const demo = "fjordline-demo";
const secret = "fjord and sea 12";

/** Signs the page in where there are teams, countries and a year of answers. */
async function openDemonstration(page: Page): Promise<void> {
  await page.goto(site());
  await page.getByRole("button", { name: "Load the demonstration workspace" }).click();
  await expect(page).toHaveURL(/\/fjordline-demo\/dashboard/, { timeout: 60_000 });
}

/** Makes a link without the form and returns its address. */
async function share(page: Page, given: Record<string, unknown>): Promise<{ id: string; url: string }> {
  const { id } = await call<{ id: string }>(page, "share.create", {
    workspace: demo,
    comments: "anonymous",
    locked: "",
    lastDay: null,
    password: null,
    ...given,
  });
  const input = encodeURIComponent(JSON.stringify({ workspace: demo }));
  const listed = await (await page.request.get(`${site()}/api/trpc/share.list?input=${input}`)).json();
  return listed.result.data.links.find((link: { id: string }) => link.id === id);
}

/** Comes back to the page, which asks whether the server is there; again until it does, for it may still be loading. */
async function lookAgain(reader: Page): Promise<void> {
  await expect(async () => {
    const asked = reader.waitForRequest(/\/alive$/, { timeout: 1_000 });
    await reader.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await asked;
  }).toPass({ timeout: 30_000 });
}

/** Somebody elsewhere, signed in nowhere. */
async function guest(browser: Browser): Promise<{ context: BrowserContext; reader: Page }> {
  const context = await browser.newContext();
  return { context, reader: await context.newPage() };
}

test("a manager shares a country with a password; its readers can narrow it, not leave it, and are shut out at the end", async ({
  browser,
  page,
}) => {
  test.setTimeout(240_000);
  await openDemonstration(page);
  const day = dayFromNow(-1);
  await call(page, "annotation.add", { workspace: demo, day, text: "For my eyes alone", shared: false });
  await page.goto(`${site()}/${demo}/dashboard?where=is.Country.Norway&period=12m`);
  await page.getByRole("link", { name: "Share" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Share links and wallboards" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "New link" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("Country is Norway")).toBeVisible();
  await dialog.getByLabel("Password").fill("short");
  await dialog.getByRole("button", { name: "Make the link" }).click();
  await expect(dialog.getByRole("alert").getByRole("link", { name: /Give it a name/ })).toBeVisible();
  await expect(dialog.getByRole("alert").getByRole("link", { name: /needs 8 characters/ })).toBeVisible();
  await dialog.getByLabel("Name", { exact: true }).fill("Norway, for the board");
  await dialog.getByLabel("Password").fill(secret);
  await dialog.getByLabel("Last day").fill("2020-01-01");
  await dialog.getByRole("button", { name: "Make the link" }).click();
  await expect(dialog.getByRole("alert").getByRole("link", { name: /This day is over/ })).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel("Last day").fill("");
  await dialog.getByRole("button", { name: "Make the link" }).click();
  const row = page.getByRole("main").getByRole("listitem").filter({ hasText: "Norway, for the board" });
  await expect(row).toContainText("Shows only: Country is Norway");
  await expect(row).toContainText("with a password");
  await expect(row).toContainText("not opened yet");
  const url = await row.getByText(/\/share\//).textContent();
  await expectToFit(page);

  const { context, reader } = await guest(browser);
  const opened = await reader.goto(`${url}?theme=dark`);
  expect(opened!.headers()).toMatchObject({
    "referrer-policy": "no-referrer",
    "x-robots-tag": "noindex, nofollow",
  });
  await expect(reader.getByRole("heading", { level: 1, name: "This page has a password" })).toBeVisible();
  expect(await reader.content()).not.toMatch(/Fjordline|Norway/);
  await expectAccessible(reader);
  await reader.getByLabel("Password", { exact: true }).fill("fjord and land");
  await reader.getByRole("button", { name: "Open the page" }).click();
  await expect(reader.getByText("This is not the password of this page.")).toBeVisible();
  expect(await context.cookies()).toEqual([]);
  await reader.getByLabel("Password", { exact: true }).fill(secret);
  await reader.getByRole("button", { name: "Open the page" }).click();
  await expect(reader.getByText("Fjordline · Norway, for the board")).toBeVisible();
  expect(await context.cookies()).toMatchObject([
    { name: "svar-share", path: new URL(url!).pathname, httpOnly: true },
  ]);

  await test.step("it is read-only, without names, and in the theme of its address", async () => {
    await expect(reader).toHaveURL(`${url}?theme=dark`);
    await expect(reader.locator("html")).toHaveAttribute("data-theme", "dark");
    await expect(reader.getByText("Country is Norway")).toBeVisible();
    await expect(reader.getByRole("list", { name: "Latest comments" })).toBeVisible();
    await expect(reader.getByRole("navigation")).toHaveCount(0);
    const hrefs = await reader
      .getByRole("link")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    expect(hrefs.filter((href) => !href!.startsWith(new URL(url!).pathname))).toEqual([]);
    expect(await reader.content()).not.toMatch(/\.example|Sweden|Denmark|Germany/);
    await expectAccessibleEverywhere(reader);
  });

  await test.step("what everybody noted stands in the trend, what one noted for oneself does not", async () => {
    await reader.goto(`${url}?theme=dark&period=12m`);
    await expect(reader.getByRole("img", { name: /New booking app/ })).toBeVisible();
    expect(await reader.content()).not.toContain("For my eyes alone");
  });

  await test.step("it can be narrowed by its form, and keeps its theme", async () => {
    await reader.goto(`${url}?theme=dark`);
    await reader.getByText("Filter", { exact: true }).click();
    await reader.getByLabel("Choose a value").selectOption({ label: "Plan is Business" });
    await reader.getByRole("button", { name: "Apply" }).click();
    await expect(reader).toHaveURL(/\/share\/[^/?]+\?.*where=is\.Plan\.Business.*theme=dark/);
    await expect(reader.getByRole("link", { name: "Remove: Plan is Business" })).toBeVisible();
  });

  await test.step("whoever writes another segment into the address finds nothing, and learns nothing", async () => {
    for (const asked of [
      "where=is.Country.Denmark",
      "where=not.Country.Norway",
      "employee=bo%40fjordline.example",
    ]) {
      await reader.goto(`${url}?period=all&${asked}`);
      await expect(reader.getByRole("heading", { name: "Nobody has answered in this view" })).toBeVisible();
      const sent = await reader.request.get(`${url}?period=all&${asked}`, { headers: { rsc: "1" } });
      for (const text of [await reader.content(), await sent.text()]) {
        expect(text.replaceAll(asked, "")).not.toMatch(/Sweden|Germany|nils@|Long queue/);
        expect(text).not.toContain("blockquote");
      }
    }
    await reader.getByRole("link", { name: "Show all that is shared" }).click();
    await expect(reader.getByText(/n = \d+/).first()).toBeVisible();
  });

  await page.setViewportSize({ width: 1280, height: 900 });
  await page.reload();
  await expect(row).toContainText("last opened");
  await row.getByRole("button", { name: "End Norway, for the board" }).click();
  await page.getByRole("button", { name: "End it for good" }).click();
  await expect(page.getByText("Ended. The address leads nowhere now.")).toBeVisible();
  await lookAgain(reader);
  await expect(reader.getByRole("heading", { name: "There is nothing at this address" })).toBeVisible();
  const ended = await reader.goto(url!);
  expect(ended!.status()).toBe(404);
  const unknown = await reader.request.get(`${site()}/share/1nothing`);
  expect(unknown.status()).toBe(404);
  await expectAccessible(reader);
  await context.close();
});

test("a link without a password sets no cookie, and says when its figures cannot be renewed", async ({
  browser,
  page,
}) => {
  test.setTimeout(120_000);
  await openDemonstration(page);
  const { url } = await share(page, { kind: "dashboard", name: "Open to all", comments: "none" });
  const { context, reader } = await guest(browser);
  await reader.goto(url);
  await expect(reader.getByText("Renewed every 20 seconds")).toBeVisible();
  await expect(reader.getByRole("list", { name: "Latest comments" })).toHaveCount(0);
  expect(await context.cookies()).toEqual([]);
  await lookAgain(reader);
  await context.setOffline(true);
  await lookAgain(reader);
  await expect(reader.getByText(/No connection: these are the figures of \d\d:\d\d/)).toBeVisible();
  await expect(reader.getByText(/n = \d+/).first()).toBeVisible();
  await context.setOffline(false);
  await lookAgain(reader);
  await expect(reader.getByText("Renewed every 20 seconds")).toBeVisible();
  await context.close();
});

test("a wallboard fits every screen, has nothing to press, and turns its pages", async ({
  browser,
  page,
}) => {
  test.setTimeout(180_000);
  await openDemonstration(page);
  const { url } = await share(page, { kind: "wallboard", name: "Fjordline today" });
  const { url: plain } = await share(page, { kind: "wallboard", name: "No comments", comments: "none" });
  const { context, reader } = await guest(browser);
  const asked: string[] = [];
  reader.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await reader.goto(url);
  await expect(reader.getByText(/n = \d+/)).toBeVisible();
  await expect(reader.getByText("Live", { exact: true })).toBeVisible();
  await expect(reader.getByRole("blockquote")).toBeVisible();
  for (const role of ["link", "navigation", "button"] as const)
    await expect(reader.getByRole(role)).toHaveCount(0);
  expect(asked.filter((path) => path.endsWith(".js"))).toEqual([]);
  expect((await (await reader.request.get(url)).body()).byteLength).toBeLessThan(40_000);
  expect(await context.cookies()).toEqual([]);

  for (const address of [url, `${url}?rotate=30`, `${plain}?period=12m`]) {
    for (const [width, height] of [
      [1920, 1080],
      [1280, 720],
      [390, 844],
    ] as const) {
      await reader.setViewportSize({ width, height });
      await reader.goto(address);
      await expect(reader.getByText(/n = \d+/)).toBeVisible();
      expect(await cutOff(reader), `${address} ${width}×${height}`).toEqual([]);
      await expectAccessible(reader);
    }
  }

  await reader.setViewportSize({ width: 1280, height: 720 });
  await reader.clock.install({ time: new Date("2026-11-28T12:00:00Z") });
  await reader.goto(`${url}?rotate=30&theme=dark&refresh=3600`);
  await expect(reader.locator("html")).toHaveAttribute("data-theme", "dark");
  await reader.mouse.move(100, 100);
  await expect(reader.locator("html")).not.toHaveCSS("cursor", "none");
  await reader.clock.runFor(4_000);
  await expect(reader.locator("html")).toHaveCSS("cursor", "none");
  await expect(reader.getByText(/n = \d+/)).toBeVisible();
  await expect(reader.getByRole("heading", { name: /^NPS by/ })).toBeHidden();
  await reader.clock.runFor(30_000);
  await expect(reader.getByRole("heading", { name: /^NPS by/ })).toBeVisible();
  await expect(reader.getByText(/n = \d+/)).toBeHidden();
  await reader.keyboard.press("Space");
  await reader.clock.runFor(120_000);
  await expect(reader.getByRole("heading", { name: /^NPS by/ })).toBeVisible();
  await reader.keyboard.press("ArrowRight");
  await expect(reader.getByRole("blockquote")).toBeVisible();
  await context.close();
});

/** What of a board is cut off at an edge of the screen, or lies over the bar of groups. */
const cutOff = (page: Page) =>
  page.evaluate(() => {
    const seen = [...document.querySelectorAll("#sheet :is(h1, h2, p, li, dt, dd, blockquote, .bar)")]
      .map((element) => ({ text: element.textContent?.slice(0, 30), box: element.getBoundingClientRect() }))
      .filter(({ text, box }) => text && box.width > 2 && box.height > 2);
    return seen
      .filter(
        ({ box }) =>
          box.left < 0 || box.top < 0 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1,
      )
      .map(({ text }) => text);
  });

test("a wallboard keeps its last figures while the server is away, and is back by itself", async ({
  browser,
  page,
}) => {
  test.setTimeout(180_000);
  await openDemonstration(page);
  const { id, url } = await share(page, { kind: "wallboard", name: "Left alone" });
  const { context, reader } = await guest(browser);
  await reader.clock.install({ time: new Date("2026-11-28T19:58:00Z") });
  let loads = 0;
  reader.on("load", () => loads++);
  await reader.goto(`${url}?night=21-7&theme=light`);
  const number = reader.getByText(/n = \d+/);
  const shown = await number.textContent();
  await expect(reader.locator("html")).toHaveAttribute("data-theme", "light");

  await context.setOffline(true);
  await reader.clock.runFor(15_000);
  await expect(reader.getByText("Reconnecting…")).toBeVisible();
  await reader.clock.runFor(150_000);
  await expect(reader.getByText("updated 2 min ago")).toBeVisible();
  await expect(number).toHaveText(shown!);
  await expect(reader.locator("html")).toHaveAttribute("data-theme", "dark");
  await context.setOffline(false);
  await reader.clock.runFor(10_000);
  await expect(reader.getByText("Live", { exact: true })).toBeVisible();
  await expect(reader.getByText("updated just now")).toBeVisible();

  await test.step("an answer of a server that is going down changes nothing", async () => {
    await reader.route("**/now*", (route) => route.fulfill({ status: 502, body: "<h1>Bad gateway</h1>" }));
    await reader.clock.runFor(15_000);
    await expect(reader.getByText("Reconnecting…")).toBeVisible();
    await expect(number).toHaveText(shown!);
    await reader.unroute("**/now*");
    await reader.clock.runFor(10_000);
    await expect(reader.getByText("Live", { exact: true })).toBeVisible();
  });

  await test.step("it loads itself again in the small hours", async () => {
    expect(loads).toBe(1);
    await reader.clock.fastForward("06:30:00");
    for (let minutes = 0; minutes < 95 && loads === 1; minutes += 1) {
      const heard = reader.waitForResponse(/\/now|\/wall\//);
      await reader.clock.runFor(60_000);
      await heard;
    }
    await expect.poll(() => loads).toBe(2);
    await expect(number).toHaveText(shown!);
  });

  await test.step("once it is ended, a calm sentence stands there", async () => {
    await call(page, "share.end", { workspace: demo, shareId: id });
    await reader.clock.runFor(16_000);
    await expect(reader.getByRole("heading", { name: "Nothing is shown at this address" })).toBeVisible();
    await expect(reader.getByText(/n = \d+/)).toHaveCount(0);
    await expectAccessible(reader);
  });
  await context.close();
});

test("a wallboard keeps its memory over hundreds of renewals", async ({ browser, page }) => {
  test.setTimeout(180_000);
  await openDemonstration(page);
  const { url } = await share(page, { kind: "wallboard", name: "Always on" });
  const { context, reader } = await guest(browser);
  await reader.clock.install({ time: new Date("2026-11-28T08:00:00Z") });
  await reader.goto(`${url}?rotate=30`);
  const protocol = await context.newCDPSession(reader);
  const renewals = async (count: number) => {
    for (let n = 0; n < count; n++) {
      const heard = reader.waitForResponse(/\/now/);
      await reader.clock.runFor(15_000);
      await heard;
    }
    await protocol.send("HeapProfiler.collectGarbage");
    return (await protocol.send("Runtime.getHeapUsage")).usedSize;
  };
  const before = await renewals(50);
  expect((await renewals(250)) / before).toBeLessThan(1.2);
  await context.close();
});

test("a wallboard with a password asks a screen once", async ({ browser, page }) => {
  await openDemonstration(page);
  const { url } = await share(page, { kind: "wallboard", name: "For the canteen", password: secret });
  const { context, reader } = await guest(browser);
  await reader.goto(`${url}?rotate=30`);
  await expectAccessible(reader);
  await reader.getByLabel("Password").fill("not this one");
  await reader.getByRole("button", { name: "Show the board" }).click();
  await expect(reader.getByText("This is not the password of this page.")).toBeVisible();
  await expectAccessible(reader);
  await reader.getByLabel("Password").fill(secret);
  await reader.getByRole("button", { name: "Show the board" }).click();
  await expect(reader).toHaveURL(`${url}?rotate=30`);
  await expect(reader.getByText(/n = \d+/)).toBeVisible();
  await reader.close();
  const again = await context.newPage();
  await again.goto(url);
  await expect(again.getByText(/n = \d+/)).toBeVisible();
  const [cookie] = await context.cookies();
  expect(cookie!.expires - Date.now() / 1_000).toBeGreaterThan(360 * 86_400);
  await context.close();
});
