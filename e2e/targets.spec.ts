import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessibility.ts";
import { dayFromNow } from "./days.ts";
import { expect, site, type TestWorkspace, test } from "./fixtures.ts";

/** 120 past answers of the last 40 days, three a day: 66 promoters, 36 passives, 18 detractors, so NPS +40. */
async function importAnswers(page: Page, workspace: TestWorkspace) {
  const scores = [...Array<number>(66).fill(9), ...Array<number>(36).fill(8), ...Array<number>(18).fill(3)];
  const rows = scores.map((score, place) => `${score};${dayFromNow(-1 - (place % 40))}`);
  await page.goto(`${site()}/${workspace.slug}/imports?kind=responses`);
  await page.getByLabel("CSV file").setInputFiles({
    name: "answers.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(["Score;Date", ...rows].join("\n")),
  });
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("button", { name: "Check the rows" }).click();
  await page.getByRole("button", { name: "Import 120" }).click();
  await expect(page.getByText("The file is imported")).toBeVisible();
}

async function expectFitsPhone(page: Page) {
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.setViewportSize({ width: 1280, height: 900 });
}

test("a manager sets a target, reads how likely it is, raises it with a reason and ends it", async ({
  page,
  workspace,
}) => {
  test.setTimeout(180_000);
  await importAnswers(page, workspace);
  const home = `${site()}/${workspace.slug}`;
  const dialog = page.getByRole("dialog");

  await test.step("what is missing or impossible is said at its field", async () => {
    await page.goto(`${home}/settings/targets`);
    await expect(page.getByRole("heading", { name: "What do you want to reach?" })).toBeVisible();
    await expectAccessible(page);
    await expectFitsPhone(page);
    await page.getByRole("button", { name: "Set a target" }).click();
    await dialog.getByLabel("Days").selectOption({ label: "Other days" });
    await dialog.getByLabel("At least").fill("120");
    await dialog.getByLabel("Counts from").fill("3");
    await dialog.getByRole("button", { name: "Set target" }).click();
    const errors = dialog.getByRole("alert");
    await expect(errors.getByRole("link", { name: /between −100 and 100/ })).toBeVisible();
    await expect(errors.getByRole("link", { name: "Choose the first day." })).toBeVisible();
    await expect(dialog.getByLabel("Counts from")).toHaveAttribute("aria-invalid", "true");
    await expectAccessible(page);
  });

  const article = page.getByRole("article", { name: /^NPS at least/ });
  await test.step("the target stands on its page with the chance of reaching it", async () => {
    await dialog.getByLabel("At least").fill("40");
    await dialog.getByLabel("Counts from").fill("50");
    await dialog.getByLabel("First day").fill(dayFromNow(-60));
    await dialog.getByLabel("Last day").fill(dayFromNow(30));
    await dialog.getByLabel("Who answers for it").selectOption({ label: "Maja Berg" });
    await dialog.getByRole("button", { name: "Set target" }).click();
    await expect(article).toContainText(
      /On the way:\+40 of at least \+40 by .+, \d+\s% likely at today’s pace/,
    );
    await expect(article).toContainText("Owner: Maja Berg");
    await expectAccessible(page);
    await expectFitsPhone(page);
  });

  await test.step("the dashboard says it too, and the trend shows the line in drawing, summary and table", async () => {
    await page.goto(`${home}/dashboard`);
    const card = page.getByRole("region", { name: "Targets", exact: true });
    await expect(card).toContainText(/On the way:.*\d+\s% likely at today’s pace/);
    const trend = page.getByRole("region", { name: /^NPS by/ });
    await expect(trend.getByRole("figure")).toContainText("Dotted: the target (+40).");
    await expect(trend.getByText("Target +40", { exact: true })).toBeVisible();
    await trend.getByText("Show as table").click();
    await expect(trend.getByRole("columnheader", { name: "Target" })).toBeVisible();
    await expect(trend.getByRole("row").last().getByRole("cell").last()).toHaveText("+40");
    await expect(trend.getByRole("status")).toContainText("target +40");
    await expectAccessible(page);
    await expectFitsPhone(page);
    await page.goto(`${home}/dashboard?commented=yes&period=all`);
    await expect(card).toHaveCount(0);
    await page.goto(`${home}/dashboard`);
    await card.getByRole("link", { name: "NPS at least +40" }).click();
    await expect(article).toBeVisible();
  });

  await test.step("raised, it keeps what was before, and why", async () => {
    await page.getByRole("button", { name: /^Change: / }).click();
    await dialog.getByLabel("At least").fill("70");
    await dialog.getByRole("button", { name: "Change target" }).click();
    await expect(dialog.getByRole("alert").getByRole("link", { name: /^Say why/ })).toBeVisible();
    await expect(dialog.getByLabel("At least")).toHaveValue("70");
    await dialog.getByLabel("Why").fill("The new app lifts every answer");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Change target" }).click();
    await expect(article).toContainText(
      /Behind:\+40 of at least \+70 by .+, less than 1\s% likely at today’s pace/,
    );
    await article.getByText("Change log (2)").click();
    const log = article.getByRole("list", { name: "Change log" }).getByRole("listitem");
    await expect(log.first()).toContainText("Maja Berg changed the goal from +40 to +70.");
    await expect(log.first()).toContainText("Why: The new app lifts every answer");
    await expect(log.last()).toContainText("set this target: at least +40, from 50 answers, owner Maja Berg");
    await expectAccessible(page);
  });

  await test.step("ended, it is judged no more and its log stays", async () => {
    await page.getByRole("button", { name: /^End: / }).click();
    await dialog.getByLabel("Why").fill("We measure it otherwise from now on");
    await dialog.getByRole("button", { name: "End target" }).click();
    await expect(article).toContainText("Ended on");
    await expect(article.getByRole("button")).toHaveCount(0);
    await expect(article.getByText("Change log (3)")).toBeVisible();
    await expectFitsPhone(page);
    await page.goto(`${home}/dashboard`);
    await expect(page.getByText("Dotted: the target")).toHaveCount(0);
  });
});

test("a manager sees on the dashboard how customers are followed up, and reaches the cases behind it", async ({
  page,
  workspace,
  mailbox,
}) => {
  const email = `anna@${workspace.slug}.example`;
  await workspace.api("POST", "/contacts", { contacts: [{ email, name: "Anna Lindqvist" }] });
  const survey = await workspace.api("POST", "/surveys", { name: "Relationship" });
  const audience = { emails: [email] };
  const campaign = await workspace.api("POST", "/campaigns", { name: "Now", surveyId: survey.id, audience });
  await workspace.api("POST", `/campaigns/${campaign.id}/start`);
  const mail = await mailbox.newest(email);
  await page.goto(/https?:\/\/\S+\/r\/\S+\/2(?=\s)/.exec(mail.text)![0]);
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("heading", { name: /thank you/i })).toBeVisible();

  const health = page.getByRole("region", { name: "Follow-up health" });
  await expect(async () => {
    await page.goto(`${site()}/${workspace.slug}/dashboard`);
    await expect(health).toContainText("1 case was opened: too few for rates.", { timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
  await expect(health.getByText("none overdue")).toBeVisible();
  await health.getByText("Show as table").click();
  await expect(health.getByRole("row", { name: "Open cases 1" })).toBeVisible();
  await expectAccessible(page);
  await expectFitsPhone(page);

  await health.getByRole("link", { name: "1", exact: true }).click();
  await expect(page).toHaveURL(/\/cases\?.*view=open/);
  await expect(page.getByRole("list", { name: "Cases" })).toContainText("Anna Lindqvist");
  await expect(page.getByRole("link", { name: /^Open\s*1$/ })).toBeVisible();
  await expectAccessible(page);
  await expectFitsPhone(page);

  await page.goto(`${site()}/${workspace.slug}/cases?view=all&reply=late&q=Anna`);
  await expect(page.getByText("No cases here")).toBeVisible();
  await page.getByRole("link", { name: "Remove: First reply late" }).click();
  await expect(page.getByRole("list", { name: "Cases" })).toContainText("Anna Lindqvist");
});
