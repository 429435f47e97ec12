import type { Page } from "@playwright/test";
import { expectAccessible, expectToFit } from "./accessibility.ts";
import { expect, site, test } from "./fixtures.ts";
import { linksOf } from "./mailbox.ts";

// They share the demonstration and its guide's mailbox, so that beside each other one would take another's mail.
test.describe.configure({ mode: "default" });

const guide = "maja@fjordline.example";
const home = () => `${site()}/fjordline-demo`;

/** Signs in to the demonstration, which has a year of answers. */
async function demonstration(page: Page): Promise<void> {
  await page.goto(site());
  await page.getByRole("button", { name: "Load the demonstration workspace" }).click();
  await expect(page).toHaveURL(/\/fjordline-demo\/dashboard/, { timeout: 60_000 });
}

const rowOf = (page: Page, name: string | RegExp) =>
  page
    .getByRole("main")
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { level: 3, name }) });

test("a member sets up a digest, sends themselves one that says it all, and ends it by one click without cookies", async ({
  page,
  mailbox,
  playwright,
}) => {
  test.setTimeout(180_000);
  await demonstration(page);
  await page.goto(`${home()}/dashboard?touchpoint=&language=da`);
  await page.getByRole("link", { name: "Get this by mail" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "A new digest" })).toBeVisible();
  await expect(page.getByRole("link", { name: /Remove: Language is Danish/ })).toBeVisible();
  await expectAccessible(page);
  await expectToFit(page);
  await page.getByRole("link", { name: /Remove: Language is Danish/ }).click();
  await expect(page).toHaveURL(/digests\/new$/);

  await page.getByRole("radio", { name: /^Every week/ }).check();
  await expect(page.getByRole("combobox", { name: "Day of the week" })).toBeVisible();
  await page.getByRole("radio", { name: /^On the first of the month/ }).check();
  await page.getByRole("combobox", { name: "Hour" }).selectOption("07:00");
  await page.getByRole("button", { name: "Set it up" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Digests" })).toBeVisible();
  const row = rowOf(page, "Everything in Fjordline").filter({ hasText: "07:00" });
  await expect(row).toContainText("On the first of the month at 07:00 · in English");
  await expect(row).toContainText(/Next on \w+ 1 \w+ \d{4}\./);
  await expectAccessible(page);
  await expectToFit(page);

  await row.getByRole("button", { name: /^Send one to me now/ }).click();
  await expect(page.getByText(`A mail is on its way to ${guide}`)).toBeVisible();
  const mail = await mailbox.newest(guide, /^\[Test\] NPS/);
  const [score = "", nps] =
    /^NPS ([+\u2212]?\d+) \([+\u2212]?\d+ to [+\u2212]?\d+\), n = \d+$/m.exec(mail.text) ?? [];
  expect(score).not.toBe("");
  expect(mail.subject).toContain(`NPS ${nps}`);
  expect(mail.text.replace(/\s+/g, " ")).toMatch(
    /(Up from|Down from|It was) [+\u2212]?\d+ \(.{8,60}\)\. |too few answers to compare with/,
  );
  expect(mail.html.match(/<blockquote/g)).toHaveLength(3);
  expect(mail.headers["auto-submitted"]).toBe("auto-generated");

  const dashboard = linksOf(mail).find((link) => link.includes("/dashboard?"))!;
  await page.goto(dashboard);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`NPS ${nps}`);
  const interval = score.replace(/^NPS \S+ \((.*)\), n = (\d+)$/, "($1), n = $2").replaceAll("+", "");
  await expect(page.getByText(interval).first()).toBeVisible();

  const end = /<(https?:[^>]+)>/.exec(mail.headers["list-unsubscribe"]!)![1]!;
  expect(mail.headers["list-unsubscribe-post"]).toBe("List-Unsubscribe=One-Click");
  const stranger = await playwright.request.newContext();
  expect((await stranger.get(end)).status()).toBe(200);
  await page.goto(`${home()}/settings/digests`);
  await expect(row).toBeVisible();
  const ended = await stranger.post(end, { form: { "List-Unsubscribe": "One-Click" }, maxRedirects: 0 });
  expect([ended.status(), (await stranger.storageState()).cookies]).toEqual([200, []]);
  await stranger.dispose();
  await page.reload();
  await expect(row.filter({ hasText: "by the link in the mail" })).toBeVisible();
});

test("the page behind the link asks first, and says what is so in any browser without scripts", async ({
  browser,
  page,
  mailbox,
}) => {
  test.setTimeout(120_000);
  await demonstration(page);
  await page.goto(`${home()}/settings/digests/new`);
  await page.getByRole("radio", { name: /^On weekdays/ }).check();
  await page.getByLabel("Language of the mail").selectOption("Svenska");
  await page.getByRole("button", { name: "Set it up" }).click();
  const row = rowOf(page, "Everything in Fjordline").filter({ hasText: "in Swedish" });
  await row.getByRole("button", { name: /^Send one to me now/ }).click();
  const mail = await mailbox.newest(guide, /^\[Test\].*svar/);
  const end = linksOf(mail).find((link) => link.includes("/d/"))!;

  const context = await browser.newContext({ javaScriptEnabled: false });
  const reader = await context.newPage();
  await reader.goto(end);
  await expect(reader.getByRole("heading", { name: "Avsluta sammanfattningen?" })).toBeVisible();
  await reader.getByRole("button", { name: "Avsluta" }).click();
  await expect(reader.getByRole("heading", { name: "Sammanfattningen är avslutad" })).toBeVisible();
  expect(await context.cookies()).toEqual([]);
  await context.close();
  await page.goto(end);
  await expectAccessible(page);
  await expectToFit(page);
  expect((await page.request.get(`${site()}/d/garbage`)).status()).toBe(404);
});

test("an administrator sets one up for a colleague, is told what is wrong, changes it and ends it", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await demonstration(page);
  await page.goto(`${home()}/settings/digests/new?team=01990000-0000-7000-8000-000000000000`);
  await page.getByLabel("Who gets it").selectOption("Bo Friis");
  await page.getByRole("button", { name: "Set it up" }).click();
  const problem = page.getByRole("alert").getByRole("link", { name: /team of this filter is gone/ });
  await expect(problem).toHaveAttribute("href", "#filter");
  await expectAccessible(page);

  await page.goto(`${home()}/settings/digests/new`);
  await page.getByText("Filter", { exact: true }).click();
  await page.getByLabel("Choose a value").selectOption({ label: "Team is Freight" });
  await page.getByRole("button", { name: "Apply" }).first().click();
  await expect(page).toHaveURL(/digests\/new\?team=/);
  await page.getByRole("radio", { name: /^Every week/ }).check();
  await page.getByRole("combobox", { name: "Day of the week" }).selectOption("Friday");
  await page.getByLabel("Who gets it").selectOption("Bo Friis");
  await page.getByRole("button", { name: "Set it up" }).click();
  const row = page.getByRole("list", { name: "For colleagues" }).getByRole("listitem");
  await expect(row).toContainText("Team is Freight");
  await expect(row).toContainText("Every Friday at 08:00 · in English · for Bo Friis · set up by Maja Berg");

  await row.getByRole("link", { name: /^Change/ }).click();
  await expect(page.getByRole("combobox", { name: "Day of the week" })).toHaveValue("5");
  await page.getByRole("combobox", { name: "Day of the week" }).selectOption("Monday");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(row).toContainText("Every Monday at 08:00");
  await row.getByRole("button", { name: /^End/ }).click();
  await expectAccessible(page);
  await page.getByRole("dialog").getByRole("button", { name: "End it" }).click();
  await expect(page.getByText("The digest has ended.")).toBeVisible();
  await expect(page.getByRole("list", { name: "Ended" })).toContainText("by Maja Berg.");
  await expectAccessible(page);
});

test("the mail fits every screen, light and dark, fetches nothing and is small", async ({
  page,
  mailbox,
}) => {
  test.setTimeout(120_000);
  await demonstration(page);
  await page.goto(`${home()}/settings/digests`);
  const own = rowOf(page, "Everything in Fjordline").filter({ hasText: "at 08:00 · in English" });
  await own.getByRole("button", { name: /^Send one to me now/ }).click();
  const { html } = await mailbox.newest(guide, /^\[Test\] NPS/);
  expect(Buffer.byteLength(html)).toBeLessThan(30_000);
  await page.goto("about:blank");
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.setContent(html);
  for (const width of [320, 360, 414, 600, 820]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
  await expectAccessible(page);
  expect(requests).toEqual([]);
});

test("a workspace without digests says what they are", async ({ page, workspace }) => {
  await page.goto(`${site()}/${workspace.slug}/settings/digests`);
  await expect(page.getByRole("heading", { name: "No digest yet" })).toBeVisible();
  await expectAccessible(page);
  await expectToFit(page);
});
