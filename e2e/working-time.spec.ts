import type { Browser, Page } from "@playwright/test";
import { expectAccessible, expectToFit } from "./accessibility.ts";
import { makeColleague } from "./answers.ts";
import { theCase } from "./cases.ts";
import { dayFromNow } from "./days.ts";
import { expect, site, type TestWorkspace, test } from "./fixtures.ts";
import { linksOf, type Mailbox } from "./mailbox.ts";
import { letMinutesPass } from "./time.ts";

/** A customer of the team North who answered 2 from the mail; the page that thanked them. */
async function unhappyCustomer(browser: Browser, workspace: TestWorkspace, mailbox: Mailbox) {
  const email = `anna@${workspace.slug}.example`;
  await workspace.api("POST", "/contacts", { contacts: [{ email, name: "Anna Lindqvist", team: "North" }] });
  const survey = await workspace.api("POST", "/surveys", { name: "Relationship" });
  const campaign = { name: "Autumn", surveyId: survey.id, audience: { all: true } };
  const { id } = await workspace.api("POST", "/campaigns", campaign);
  await workspace.api("POST", `/campaigns/${id}/start`);
  const asked = await mailbox.newest(email);
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(linksOf(asked).find((link) => link.endsWith("/2"))!);
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("heading", { name: "Thank you" })).toBeVisible();
  return { email, thanks: page, context };
}

const days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];

test("a manager sets hours, holidays and closed days, and reads what they come to", async ({
  page,
  workspace,
}) => {
  test.setTimeout(120_000);
  const home = `${site()}/${workspace.slug}/settings`;
  await page.goto(`${home}/working-time`);
  await expect(page.getByText("Monday to Friday: round the clock")).toBeVisible();
  await expect(page.getByText("A case opened Friday 15:00 is due Monday 15:00.")).toBeVisible();
  await expectAccessible(page);
  await expectToFit(page);

  await test.step("what cannot be read, and a week without hours, is said at the field", async () => {
    await page.getByRole("link", { name: "Change the working time of Workspace" }).click();
    await expect(page.getByRole("heading", { name: "Working time of the workspace" })).toBeVisible();
    await page.getByLabel("Tuesday").fill("all day");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("alert").getByRole("link", { name: /cannot read “all day”/ })).toBeVisible();
    await expect(page.getByLabel("Tuesday")).toHaveAttribute("aria-invalid", "true");
    await expectAccessible(page);
    await expectToFit(page);
    for (const day of days) await page.getByLabel(day).fill("");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("alert").getByRole("link", { name: /one hour at least/ })).toBeVisible();
  });

  await test.step("hours with a break, holidays and days off by custom, by the keyboard alone", async () => {
    await page.getByLabel("Monday").focus();
    for (const _ of days) {
      await page.keyboard.type("8-12, 13-17");
      await page.keyboard.press("Tab");
    }
    await page.getByLabel("Public holidays").selectOption({ label: "Sweden" });
    await page.getByLabel("Also the days off by custom").press("Space");
    await page.getByRole("button", { name: "Save" }).press("Enter");
    await expect(page.getByText("Monday to Friday: 08:00–12:00, 13:00–17:00")).toBeVisible();
    await expect(page.getByText("Saturday to Sunday: closed")).toBeVisible();
    await expect(page.getByText("Sweden, with the days off by custom")).toBeVisible();
    await expect(page.getByText("A case opened Friday 15:00 is due Wednesday 15:00.")).toBeVisible();
    await expectAccessible(page);
    await expectToFit(page);
    await page.goto(`${home}/workspace`);
    await expect(page.getByText("A case opened Friday 15:00 is due Wednesday 15:00.")).toBeVisible();
  });

  await test.step("a closed day of one's own stands among the next ones, until it is removed", async () => {
    await page.goto(`${home}/working-time/workspace`);
    await page.getByRole("button", { name: "Add closed day" }).click();
    await expect(page.getByRole("alert").getByRole("link", { name: "Choose the day." })).toBeVisible();
    const monday = new Date(Date.now() + 86_400_000);
    while (monday.getUTCDay() !== 1) monday.setUTCDate(monday.getUTCDate() + 1);
    await page.getByLabel("Day", { exact: true }).fill(monday.toISOString().slice(0, 10));
    await page.getByLabel("Why").fill("Company day");
    await page.getByRole("button", { name: "Add closed day" }).click();
    const item = page.getByRole("main").getByRole("listitem").filter({ hasText: "Company day" });
    await expect(item).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("link", { name: "Working time", exact: true }).first().click();
    await expect(page.getByText(/^Mon .* · Company day$/)).toBeVisible();
    await page.goto(`${home}/working-time/workspace`);
    await page.getByRole("button", { name: /^Remove Company day/ }).click();
    await expect(page.getByText("None are set.")).toBeVisible();
  });
});

test("a team keeps hours of its own, and its customers are promised an answer in them", async ({
  page,
  browser,
  workspace,
  mailbox,
}) => {
  test.setTimeout(180_000);
  const home = `${site()}/${workspace.slug}`;
  const email = `bo@${workspace.slug}.example`;
  await workspace.api("POST", "/contacts", { contacts: [{ email, name: "Bo Ek", team: "North" }] });
  await page.goto(`${home}/settings/working-time`);
  const team = page.getByRole("article", { name: "North" });
  await expect(team.getByText("Works as the workspace does.")).toBeVisible();
  await team.getByRole("link", { name: "Set own hours for North" }).click();
  const day = new Date(Date.now() + 3 * 86_400_000);
  const name = new Intl.DateTimeFormat("en", { weekday: "long", timeZone: "UTC" }).format(day);
  for (const one of [...days, "Saturday", "Sunday"]) {
    await page.getByLabel(one).fill(one === name ? "0–24" : "");
  }
  await page.getByLabel("Time zone").selectOption("UTC");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(team.getByText(`${name}: round the clock`)).toBeVisible();
  await expectAccessible(page);
  await expectToFit(page);

  const { thanks, context } = await unhappyCustomer(browser, workspace, mailbox);
  const weekLater = new Date(day.getTime() + 7 * 86_400_000);
  const promised = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", timeZone: "UTC" });
  await expect(thanks.getByText(`by ${promised.format(weekLater)}`)).toBeVisible();
  await expectAccessible(thanks);
  await context.close();

  await page.goto(`${home}/cases`);
  await expect(page.getByText(/^Due in (9|10) days$/)).toBeVisible();
  await page.getByRole("link", { name: "Anna Lindqvist" }).click();
  await expect(page.getByRole("heading", { name: "Anna Lindqvist", level: 1 })).toBeVisible();

  await test.step("the clock says Paused while we wait for the customer", async () => {
    await page.getByLabel("Reply to Anna Lindqvist").fill("I am sorry, Anna. I look into it.");
    await page.getByRole("button", { name: "Send reply" }).click();
    await expect(theCase(page).getByText("Paused")).toBeVisible({ timeout: 30_000 });
  });

  await test.step("the team works as the workspace does again", async () => {
    await page.goto(`${home}/settings/working-time`);
    await team.getByRole("button", { name: "Let North work as the workspace does" }).click();
    await expectAccessible(page);
    await page.getByRole("dialog").getByRole("button", { name: "Work as the workspace" }).click();
    await expect(team.getByText("Works as the workspace does.")).toBeVisible();
  });
});

/** Every day round the clock, so that it is no matter on which day this runs. */
async function workAlways(page: Page, workspace: TestWorkspace): Promise<void> {
  await page.goto(`${site()}/${workspace.slug}/settings/working-time/workspace`);
  for (const day of [...days, "Saturday", "Sunday"]) await page.getByLabel(day).fill("0–24");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Monday to Sunday: round the clock")).toBeVisible();
}

test("the clock goes from due to due soon to overdue, and then the lead is told once", async ({
  page,
  browser,
  workspace,
  mailbox,
}) => {
  test.setTimeout(180_000);
  const home = `${site()}/${workspace.slug}`;
  await workAlways(page, workspace);
  const { context } = await unhappyCustomer(browser, workspace, mailbox);
  await context.close();
  await page.goto(`${home}/settings/working-time`);
  const team = page.getByRole("article", { name: "North" });
  await team.getByLabel("Lead of North").selectOption("Maja Berg");
  await expect(page.getByText("Maja Berg leads North now.")).toBeVisible();
  await page.getByLabel("After how many minutes of working time").fill("soon");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByLabel("After how many minutes of working time")).toHaveAttribute(
    "aria-invalid",
    "true",
  );
  await expectAccessible(page);
  await expectToFit(page);

  await page.goto(`${home}/cases`);
  await page.getByRole("link", { name: "Anna Lindqvist" }).click();
  await expect(page.getByRole("heading", { name: "Anna Lindqvist", level: 1 })).toBeVisible();
  await expect(theCase(page).getByText("Due in 24 h")).toBeVisible();
  await letMinutesPass(workspace.slug, 19 * 60);
  await page.reload();
  await expect(theCase(page).getByText("Due soon, in 5 h")).toBeVisible();
  await letMinutesPass(workspace.slug, 5 * 60 + 20);
  await page.reload();
  await expect(theCase(page).getByText(/^Overdue 2\d min$/)).toBeVisible();
  await expectAccessible(page);
  await letMinutesPass(workspace.slug, 40);
  const mail = await mailbox.newest(workspace.owner.email, /still waiting for an answer/);
  expect(mail.subject).toBe("Anna Lindqvist is still waiting for an answer");
  await page.reload();
  await expect(page.getByText(/^The answer is overdue; Maja Berg was told ·/)).toBeVisible();
});

test("whoever is away is stood in for, and says so", async ({ page, browser, workspace, mailbox }) => {
  test.setTimeout(180_000);
  const home = `${site()}/${workspace.slug}`;
  await page.goto(`${home}/settings/me`);
  await expect(page.getByText("Invite a colleague first; somebody has to stand in.")).toBeVisible();

  const theirs = await makeColleague(page, browser, mailbox, workspace, "agent");
  await theirs.context().close();
  const bo = `Bo of ${workspace.name}`;
  await page.goto(`${home}/settings/people`);
  await page.getByRole("button", { name: "Set days away" }).click();
  await expect(page.getByRole("alert").getByRole("link", { name: "Choose who is away." })).toBeVisible();
  await expectAccessible(page);
  await expectToFit(page);
  await page.goto(`${home}/settings/me`);
  const [today, later] = [dayFromNow(0), dayFromNow(3)];
  await page.getByLabel("Who stands in").selectOption(bo);
  await page.getByLabel("First day").fill(today);
  await page.getByLabel("Last day").fill(later);
  await page.getByRole("button", { name: "Set days away" }).click();
  await expect(
    page
      .getByRole("main")
      .getByRole("listitem")
      .filter({ hasText: `${bo} stands in` }),
  ).toBeVisible();
  await expectAccessible(page);
  await expectToFit(page);

  const { context: customer } = await unhappyCustomer(browser, workspace, mailbox);
  await customer.close();
  await page.goto(`${home}/cases`);
  await page.getByRole("link", { name: "Anna Lindqvist" }).click();
  await expect(page.getByRole("heading", { name: "Anna Lindqvist", level: 1 })).toBeVisible();
  await page.getByLabel("Owner").selectOption("Maja Berg");
  const away = theCase(page).getByText(/Away until (Mon|Tue|Wed|Thu|Fri|Sat|Sun), Bo of .* covers/);
  await expect(away).toBeVisible();
  await expectAccessible(page);
  await expectToFit(page);
});
