import type { Page } from "@playwright/test";
import { expectAccessible, expectToFit } from "./accessibility.ts";
import { call, makeColleague } from "./answers.ts";
import { openCases, theCase } from "./cases.ts";
import { expect, test } from "./fixtures.ts";

const queue = (page: Page) => page.getByRole("list", { name: "Cases" });
const row = (page: Page, name: string) => queue(page).locator("[data-case]", { hasText: name });
const option = (page: Page, name: string) =>
  page.getByRole("listbox", { name: "Cases" }).getByRole("option", { name });
const title = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });
const editor = (page: Page) => page.getByRole("textbox", { name: /^Reply to/ });

/** How often the page that is open was read from the server again since this was called. */
function rereadings(page: Page): () => number {
  let count = 0;
  page.on("request", (request) => {
    const isHere = new URL(request.url()).pathname === new URL(page.url()).pathname;
    if (isHere && request.headers().rsc !== undefined) count += 1;
  });
  return () => count;
}

test("the rows say which colleague is at a case, in words, without the page being read again", async ({
  page,
  browser,
  workspace,
  mailbox,
}) => {
  test.setTimeout(180_000);
  const here = await openCases(page, workspace, ["Anna Lind", "Bo Hansen", "Eva Holm"]);
  const bo = await makeColleague(page, browser, mailbox, workspace, "agent");
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(here);
  const caseId = await row(page, "Bo Hansen").getAttribute("data-case");

  await test.step("in the list", async () => {
    await expect(row(page, "Bo Hansen")).toBeVisible();
    const read = rereadings(page);
    await bo.goto(`${here}/${caseId}`);
    await expect(row(page, "Bo Hansen")).toContainText("Bo is viewing", { timeout: 10_000 });
    await editor(bo).pressSequentially("Hej");
    await expect(row(page, "Bo Hansen")).toContainText("Bo is writing", { timeout: 4_000 });
    await expect(queue(page).getByText(/^Bo is/)).toHaveCount(1);
    expect(read()).toBe(0);
    await expectAccessible(page);
    await expectToFit(page);
  });

  await test.step("beside another case, and never of oneself", async () => {
    await queue(page).getByRole("link", { name: "Anna Lind" }).click();
    await expect(title(page, "Anna Lind")).toBeVisible();
    await expect(option(page, "Bo Hansen")).toContainText(/Bo is (viewing|writing)/);
    await expect(option(bo, "Anna Lind")).toContainText("Maja is viewing", { timeout: 10_000 });
    await expect(option(bo, "Bo Hansen")).not.toContainText("Bo is");
    await expect(theCase(page).getByText(/^Bo is/)).toHaveCount(0);
    await expectAccessible(page);
  });

  await test.step("and no longer once they left", async () => {
    const read = rereadings(page);
    await bo.goto(`${here}/figures`);
    await expect(option(page, "Bo Hansen")).not.toContainText("Bo is", { timeout: 10_000 });
    expect(read()).toBe(0);
    await bo.context().close();
  });
});

test("what a customer says is unread for each member until they open the case themselves", async ({
  page,
  browser,
  workspace,
  mailbox,
}) => {
  test.setTimeout(240_000);
  const here = await openCases(page, workspace, ["Anna Lind", "Bo Hansen", "Eva Holm"]);
  const email = `person0@${workspace.slug}.example`;
  await call(page, "workspace.changeUndo", { workspace: workspace.slug, seconds: 0 });
  const bo = await makeColleague(page, browser, mailbox, workspace, "agent");
  await page.setViewportSize({ width: 1280, height: 800 });

  await test.step("a new case is, but for whoever came later", async () => {
    await page.goto(here);
    for (const name of ["Anna Lind", "Bo Hansen", "Eva Holm"])
      await expect(row(page, name)).toContainText("unread");
    await expectAccessible(page);
    await expectToFit(page);
    await bo.goto(here);
    await expect(row(bo, "Anna Lind")).toBeVisible();
    await expect(queue(bo).getByText("unread")).toHaveCount(0);
  });

  await test.step("opening it is reading it, without a reload", async () => {
    await queue(page).getByRole("link", { name: "Anna Lind" }).click();
    await expect(title(page, "Anna Lind")).toBeVisible();
    await expect(option(page, "Anna Lind")).not.toContainText("unread");
    await expect(option(page, "Bo Hansen")).toContainText("unread");
    await expectAccessible(page);
  });

  await test.step("the customer's mail makes it unread again, for everybody", async () => {
    await editor(page).fill("Dear Anna, which crate was it?");
    await page.getByRole("button", { name: "Send reply" }).click();
    const sent = await mailbox.newest(email);
    await page.getByRole("link", { name: "All cases" }).first().click();
    await expect(row(page, "Anna Lind")).not.toContainText("unread");
    await mailbox.reply(sent, email, "Number 4.");
    await expect(row(page, "Anna Lind")).toContainText("unread", { timeout: 20_000 });
    await expect(row(bo, "Anna Lind")).toContainText("unread", { timeout: 20_000 });
  });

  await test.step("one member reads it, and it stays unread for the other", async () => {
    await queue(page).getByRole("link", { name: "Anna Lind" }).click();
    await expect(title(page, "Anna Lind")).toBeVisible();
    await expect(option(page, "Anna Lind")).not.toContainText("unread");
    await page.goto(here);
    await expect(row(page, "Anna Lind")).not.toContainText("unread");
    await bo.reload();
    await expect(row(bo, "Anna Lind")).toContainText("unread");
    await bo.context().close();
  });

  await test.step("u marks it as unread, and an open case stays so until it is opened again", async () => {
    await queue(page).getByRole("link", { name: "Anna Lind" }).focus();
    await page.keyboard.press("u");
    await expect(page.getByText("Unread for you again")).toBeVisible();
    await expect(row(page, "Anna Lind")).toContainText("unread");
    await page.keyboard.press("o");
    await expect(title(page, "Anna Lind")).toBeVisible();
    await expect(option(page, "Anna Lind")).not.toContainText("unread");
    await page.keyboard.press("u");
    await expect(option(page, "Anna Lind")).toContainText("unread");
    await option(page, "Eva Holm").click();
    await expect(title(page, "Eva Holm")).toBeVisible();
    await expect(option(page, "Anna Lind")).toContainText("unread");
    await option(page, "Anna Lind").click();
    await expect(option(page, "Anna Lind")).not.toContainText("unread");
  });

  await test.step("several at once are marked by the bar", async () => {
    await page.goto(here);
    for (const name of ["Anna Lind", "Eva Holm"]) {
      await expect(row(page, name)).not.toContainText("unread");
      await page.getByRole("checkbox", { name: `Select the case of ${name}` }).check();
    }
    await page.getByRole("button", { name: "Mark as unread" }).click();
    await expect(page.getByText("2 are unread for you again")).toBeVisible();
    await expect(row(page, "Eva Holm")).toContainText("unread");
  });
});
