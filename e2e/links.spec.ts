import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessibility.ts";
import { expect, site, type TestWorkspace, test } from "./fixtures.ts";

/** Makes a link by hand, as a manager does, and returns its address. */
async function makeLink(page: Page, workspace: TestWorkspace, name: string, kind: "Link" | "Kiosk") {
  const survey = await workspace.api("POST", "/surveys", { name: "Relationship" });
  await page.goto(`${site()}/${workspace.slug}/surveys/${survey.id}/edit`);
  await page.getByRole("link", { name: "Links and QR codes" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Links and QR codes" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "New link" }).click();
  await page.getByRole("button", { name: "Make the link" }).click();
  await expect(page.getByRole("alert").getByRole("link", { name: /Give it a name/ })).toBeVisible();
  await page.getByLabel("Name").fill(name);
  await page.getByRole("radio", { name: new RegExp(`^${kind}`) }).check();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Make the link" }).click();
  const row = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name }) });
  await expect(row.getByRole("img", { name: `QR code of ${name}` })).toBeVisible();
  const href = await row.getByRole("link", { name: "Open the page" }).getAttribute("href");
  return { row, path: new URL(href!).pathname };
}

test("a manager hangs out a link; a passer-by answers without JavaScript, and every figure says nobody asked", async ({
  browser,
  page,
  workspace,
}) => {
  test.setTimeout(120_000);
  const { row, path } = await makeLink(page, workspace, "Receipt", "Link");
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.setViewportSize({ width: 1280, height: 900 });
  const code = await row.getByRole("img").getAttribute("src");
  const drawn = await page.request.get(`${site()}${code}`);
  expect([drawn.status(), drawn.headers()["content-type"]]).toEqual([200, "image/svg+xml"]);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    row.getByRole("link", { name: "QR code as PNG" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("receipt.png");

  const links = page.url();
  for (const shown of [path, `${path}/thanks/3`]) {
    await page.goto(site() + shown);
    await expectAccessible(page);
  }
  await page.goto(links);

  const context = await browser.newContext({ javaScriptEnabled: false });
  const passerBy = await context.newPage();
  expect((await passerBy.request.get(`${site()}${code}`, { maxRedirects: 0 })).status()).toBe(401);
  await passerBy.goto(site() + path);
  await passerBy.getByRole("radio", { name: /^3/ }).check({ force: true });
  await passerBy.getByRole("textbox").fill("The till was closed.");
  await passerBy.waitForTimeout(1_200);
  await passerBy.getByRole("button", { name: "Send" }).click();
  await expect(passerBy.getByRole("heading", { name: /thank you/i })).toBeVisible();
  expect(await context.cookies()).toEqual([]);
  await context.close();

  await expect(row).toContainText("1 answer");
  expect(await workspace.api("GET", "/nps")).toMatchObject({ n: 1, detractors: 1, notInvited: 1 });
  await page.goto(`${site()}/${workspace.slug}/dashboard`);
  await expect(page.getByText("of people who were not asked")).toBeVisible();
  await page.goto(`${site()}/${workspace.slug}/responses`);
  await expect(page.getByText("Not asked", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Anonymous" }).click();
  await expect(page.getByText("A link, without having been asked")).toBeVisible();
  await expectAccessible(page);

  await page.goto(links);
  await page.getByRole("button", { name: "Close Receipt" }).click();
  await expect(page.getByText("Closed", { exact: true })).toBeVisible();
  expect((await page.request.get(site() + path)).status()).toBe(404);
});

test("a kiosk begins again for the next person, and forgets who left without sending", async ({
  browser,
  page,
  workspace,
}) => {
  const { path } = await makeLink(page, workspace, "Till 3", "Kiosk");
  const context = await browser.newContext();
  const kiosk = await context.newPage();
  await kiosk.clock.install();
  await kiosk.goto(site() + path);
  await kiosk.getByRole("radio", { name: /^9/ }).check({ force: true });
  await kiosk.clock.runFor(2_000);
  await kiosk.waitForTimeout(1_200);
  await kiosk.getByRole("button", { name: "Send" }).click();
  await expect(kiosk.getByRole("heading", { name: /thank you/i })).toBeVisible();
  await kiosk.clock.runFor(15_500);
  await expect(kiosk).toHaveURL(site() + path);
  await expect(kiosk.getByRole("radio", { name: /^9/ })).not.toBeChecked();

  await kiosk.getByRole("textbox").fill("Left behind");
  await kiosk.clock.runFor(91_000);
  await expect(kiosk.getByRole("textbox")).toHaveValue("");
  await context.close();
  expect(await workspace.api("GET", "/nps")).toMatchObject({ n: 1, promoters: 1, notInvited: 1 });
});
