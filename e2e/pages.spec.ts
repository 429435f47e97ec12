import { expectAccessible, expectAccessibleEverywhere } from "./accessibility.ts";
import { expect, site, test } from "./fixtures.ts";

const pages = [
  "dashboard",
  "dashboard/shares",
  "responses",
  "responses/set-aside",
  "cases",
  "cases/new",
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
  "settings/privacy",
  "settings/targets",
  "settings/alerts",
  "settings/alerts/new",
  "settings/alerts/channels/new",
  "settings/digests",
  "settings/digests/new",
  "settings/people",
  "settings/api-keys",
  "settings/audit",
  "settings/me",
];

test("an address with a character that no text can have is refused, and says so", async ({
  page,
  workspace,
}) => {
  for (const path of [`${workspace.slug}/contacts?q=a%00`, `${workspace.slug}/cases?view=all&q=%00`]) {
    const answer = await page.request.get(`${site()}/${path}`);
    expect(answer.status(), path).toBe(400);
    expect((await answer.json()).error).toContain("%00");
  }
});

test("an address that asks for too much, or for a page of a list that is none, is no fault of ours", async ({
  page,
  workspace,
}) => {
  const long = "a".repeat(400);
  const asked = ["cases", "contacts", "responses", "contacts/suppressions", "settings/audit"].flatMap(
    (path) => [`${path}?q=${long}`, `${path}?cursor=${long}`, `${path}?cursor=a`],
  );
  for (const path of asked) {
    const answer = await page.request.get(`${site()}/${workspace.slug}/${path}`);
    expect([200, 404], path).toContain(answer.status());
  }
});

/** A browser asks for /favicon.ico whenever a page's head, which is streamed, has named no icon in time. */
test("a browser that asks for the icon at its old address is given it", async ({ page }) => {
  const answer = await page.request.get(`${site()}/favicon.ico`);
  expect(answer.status()).toBe(200);
  expect(answer.headers()["content-type"]).toBe("image/x-icon");
});

test("every page of an empty workspace is accessible and fits a phone", async ({ page, workspace }) => {
  test.setTimeout(360_000);
  for (const path of pages) {
    await test.step(path, async () => {
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(`${site()}/${workspace.slug}/${path}`);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expectAccessibleEverywhere(page);
    });
  }
});

test("the demonstration loads from the first page, every page of it is accessible, and it can be removed", async ({
  page,
}) => {
  test.setTimeout(360_000);
  await page.goto(site());
  await expectAccessible(page);
  await page.getByRole("button", { name: "Load the demonstration workspace" }).click();
  await expect(page).toHaveURL(/\/fjordline-demo\/dashboard/, { timeout: 60_000 });
  for (const path of [
    "dashboard",
    "dashboard?period=12m",
    "dashboard/shares",
    "responses",
    "responses?view=reading",
    "responses/set-aside",
    "cases",
    "campaigns",
    "contacts",
    "settings/targets",
    "settings/alerts",
    "settings/digests",
  ]) {
    await test.step(path, async () => {
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(`${site()}/fjordline-demo/${path}`);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expectAccessibleEverywhere(page);
    });
  }
  await page.goto(`${site()}/fjordline-demo/cases?view=closed`);
  await page.getByRole("list", { name: "Cases" }).getByRole("link").first().click();
  await expect(page.getByRole("list", { name: "Dialogue" })).toBeVisible();
  await expectAccessibleEverywhere(page);
  // The second company, which no other test walks through.
  await page.goto(`${site()}/kivikko-demo/dashboard`);
  await page.getByRole("button", { name: "Remove sample data" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove sample data" }).click();
  await expect(page).not.toHaveURL(/kivikko-demo/, { timeout: 20_000 });
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
