import { expect, expectAccessible, site, test } from "./fixtures.ts";

const pages = [
  "dashboard",
  "responses",
  "responses/set-aside",
  "cases",
  "campaigns",
  "campaigns/new",
  "contacts",
  "contacts/new",
  "contacts/suppressions",
  "imports",
  "surveys",
  "surveys/you-said",
  "welcome",
  "settings/workspace",
  "settings/sender",
  "settings/legal",
  "settings/people",
  "settings/api-keys",
  "settings/me",
];

/** A browser asks for /favicon.ico whenever a page's head, which is streamed, has named no icon in time. */
test("a browser that asks for the icon at its old address is given it", async ({ page }) => {
  const answer = await page.request.get(`${site()}/favicon.ico`);
  expect(answer.status()).toBe(200);
  expect(answer.headers()["content-type"]).toBe("image/x-icon");
});

test("every page of an empty workspace is accessible and fits a phone", async ({ page, workspace }) => {
  test.setTimeout(240_000);
  for (const path of pages) {
    await test.step(path, async () => {
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(`${site()}/${workspace.slug}/${path}`);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expectAccessible(page);
      await page.setViewportSize({ width: 390, height: 844 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(390);
    });
  }
});

test("a manager narrows the dashboard, sends the address on, looks side by side and takes the filter away", async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000);
  await page.goto(site());
  const load = page.getByRole("button", { name: "Load the demonstration workspace" });
  await load.click();
  await expect(page).toHaveURL(/\/fjordline-demo\/dashboard/, { timeout: 60_000 });
  const home = `${site()}/fjordline-demo`;
  const summary = page
    .locator("main")
    .getByText(/n = \d+/)
    .first();

  await test.step("by a value", async () => {
    await page.goto(`${home}/dashboard?period=12m`);
    await expect(async () => {
      await page.reload();
      await expect(page.getByRole("heading", { name: /^Where/ })).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 30_000 });
    const whole = await summary.textContent();
    await page.locator("summary", { hasText: "Filter" }).click();
    await page.getByLabel("Choose a value").selectOption({ label: "Language is Danish" });
    await page.getByRole("button", { name: "Apply" }).click();
    await expect(page).toHaveURL(/language=da/);
    await expect(page.getByRole("link", { name: "Remove: Language is Danish" })).toBeVisible();
    expect(await summary.textContent()).not.toBe(whole);
    await expectAccessible(page);
  });

  await test.step("the address says it all", async () => {
    const said = await summary.textContent();
    const context = await browser.newContext({ storageState: await page.context().storageState() });
    const other = await context.newPage();
    await other.goto(page.url());
    await expect(
      other
        .locator("main")
        .getByText(/n = \d+/)
        .first(),
    ).toHaveText(said!);
    await context.close();
  });

  await test.step("by what an attribute is not, with comments alone", async () => {
    await page.locator("summary", { hasText: "Filter" }).click();
    await page.getByLabel("Attribute").fill("Country");
    await page.getByLabel("Must it be so?").selectOption("not");
    await page.getByLabel("Value", { exact: true }).fill("Denmark");
    await page.getByLabel("With a comment").check();
    await page.getByRole("button", { name: "Apply" }).click();
    await expect(page.getByRole("link", { name: "Remove: Country is not Denmark" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Remove: With a comment" })).toBeVisible();
    await page.getByRole("link", { name: "Remove all filters" }).click();
    await expect(page.getByRole("link", { name: /^Remove/ })).toHaveCount(0);
  });

  await test.step("side by side, as a drawing and as a table, and on to one", async () => {
    const team = page.getByRole("img", { name: /^Freight: NPS/ });
    await expect(team).toBeVisible();
    const where = page.getByRole("region", { name: /^Where/ });
    await where.getByText("Show as table").click();
    await expect(where.getByRole("table").getByRole("row", { name: /^Freight/ })).toBeVisible();
    await where.getByRole("link", { name: "Country", exact: true }).click();
    await expect(page).toHaveURL(/cut=attribute/);
    await page
      .getByRole("region", { name: "Where: Country" })
      .getByRole("link", { name: "Sweden" })
      .first()
      .click();
    await expect(page.getByRole("link", { name: "Remove: Country is Sweden" })).toBeVisible();
    await page.getByRole("link", { name: "All answers" }).click();
    await expect(page).toHaveURL(/responses\?.*where=is.Country.Sweden/);
    await expect(page.getByRole("link", { name: "Remove: Country is Sweden" })).toBeVisible();
  });

  await test.step("compared with other days, and moved to the days before", async () => {
    await page.goto(`${home}/dashboard?period=30d`);
    await page.getByLabel("Compare with").selectOption("year");
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await expect(page).toHaveURL(/compare=year/);
    await page.getByRole("link", { name: "The days before" }).click();
    await expect(page).toHaveURL(/from=.*&to=/);
    await expectAccessible(page);
  });
});

test("the demonstration loads from the first page, every page of it is accessible, and it can be removed", async ({
  page,
}) => {
  test.setTimeout(240_000);
  await page.goto(site());
  await expectAccessible(page);
  await page.getByRole("button", { name: "Load the demonstration workspace" }).click();
  await expect(page).toHaveURL(/\/fjordline-demo\/dashboard/, { timeout: 60_000 });
  for (const path of ["dashboard", "dashboard?period=12m", "responses", "cases", "campaigns", "contacts"]) {
    await test.step(path, async () => {
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(`${site()}/fjordline-demo/${path}`);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expectAccessible(page);
      await page.setViewportSize({ width: 390, height: 844 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(390);
    });
  }
  await page.goto(`${site()}/fjordline-demo/cases?view=closed`);
  await page.getByRole("list", { name: "Cases" }).getByRole("link").first().click();
  await expect(page.getByRole("list", { name: "Dialogue" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Remove sample data" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove sample data" }).click();
  await expect(page).not.toHaveURL(/fjordline-demo/, { timeout: 20_000 });
});

test("a stranger and a member of another workspace find nothing", async ({ browser, page, workspace }) => {
  const stranger = await browser.newContext();
  const response = await stranger.request.get(`${site()}/${workspace.slug}/dashboard`, { maxRedirects: 0 });
  expect([307, 302]).toContain(response.status());
  await stranger.close();
  const other = await page.request.get(`${site()}/fjordline-of-somebody-else/dashboard`);
  expect(other.status()).toBe(404);
});

test("health and readiness tell the truth", async ({ page }) => {
  expect((await page.request.get(`${site()}/api/health`)).status()).toBe(200);
  const ready = await page.request.get(`${site()}/api/ready`);
  expect(ready.status(), await ready.text()).toBe(200);
});
