import type { Page } from "@playwright/test";
import { expectAccessible, expectAccessibleEverywhere } from "./accessibility.ts";
import { call } from "./answers.ts";
import { fillClosing, openCases, theCase } from "./cases.ts";
import { expect, test } from "./fixtures.ts";

const many = Array.from({ length: 14 }, (_, place) => `Customer ${String.fromCharCode(65 + place)}`);

const queue = (page: Page) => page.getByRole("list", { name: "Cases" });
const pane = (page: Page) => page.getByRole("listbox", { name: "Cases" });
const option = (page: Page, name: string) => pane(page).getByRole("option", { name });
const customer = (page: Page) => page.getByRole("complementary", { name: "Customer" });
const title = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });
const scrolled = (page: Page) =>
  pane(page).evaluate((list) => (list.parentElement === null ? 0 : list.parentElement.scrollTop));

test("at 1280 pixels the queue, the case and its customer stand side by side, and the queue stays where it is", async ({
  page,
  workspace,
}) => {
  test.setTimeout(120_000);
  const here = await openCases(page, workspace, many);
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto(`${here}?view=mine&q=Customer`);
  await queue(page).getByRole("link", { name: "Customer B" }).click();
  await expect(title(page, "Customer B")).toBeVisible();
  await expect(pane(page)).toBeVisible();
  await expect(page.getByRole("main")).toBeVisible();
  await expect(customer(page)).toBeVisible();
  await expect(pane(page).getByRole("option")).toHaveCount(many.length);
  await expect(option(page, "Customer B")).toHaveAttribute("aria-selected", "true");
  await expect(option(page, "Customer B")).toContainText(/Has waited .* for a first answer/);
  await expect(option(page, "Customer B")).toContainText("Late again");
  await expectAccessibleEverywhere(page);

  await test.step("the three stand in a row, and nothing reaches out of the window", async () => {
    const [left, middle, right] = [
      (await pane(page).boundingBox())!,
      (await page.getByRole("list", { name: "Dialogue" }).boundingBox())!,
      (await customer(page).boundingBox())!,
    ];
    expect(left.x + left.width).toBeLessThanOrEqual(middle.x);
    expect(middle.x + middle.width).toBeLessThanOrEqual(right.x);
    expect(right.x + right.width).toBeLessThanOrEqual(1280);
    expect(middle.width).toBeGreaterThan(380);
  });

  await test.step("another case is opened from it, and the list does not jump", async () => {
    await option(page, "Customer K").scrollIntoViewIfNeeded();
    const before = await scrolled(page);
    expect(before).toBeGreaterThan(0);
    await option(page, "Customer K").click();
    await expect(title(page, "Customer K")).toBeVisible();
    await expect(page).toHaveURL(/view=mine&q=Customer$/);
    await expect(option(page, "Customer K")).toHaveAttribute("aria-selected", "true");
    expect(await scrolled(page)).toBe(before);
    await page.goBack();
    await expect(title(page, "Customer B")).toBeVisible();
  });

  await test.step("the customer's column folds away, and is so at the next case", async () => {
    const width = async () => (await page.getByRole("list", { name: "Dialogue" }).boundingBox())!.width;
    const before = await width();
    await customer(page).getByRole("button", { name: "Fold the customer away" }).click();
    await expect(page.getByRole("link", { name: "Open the contact" })).toBeHidden();
    expect(await width()).toBeGreaterThan(before);
    await page.keyboard.press("j");
    await expect(title(page, "Customer C")).toBeVisible();
    await expect(page.getByRole("link", { name: "Open the contact" })).toBeHidden();
    await customer(page).getByRole("button", { name: "Show the customer" }).click();
    await expect(page.getByRole("link", { name: "Open the contact" })).toBeVisible();
  });
});

test("the queue beside a case is walked with keys, which are about the row that has the focus", async ({
  page,
  browser,
  workspace,
}) => {
  test.setTimeout(120_000);
  const here = await openCases(page, workspace, ["Anna Lind", "Bo Hansen", "Eva Holm", "Ola Dahl"]);
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto(here);
  await queue(page).getByRole("link", { name: "Bo Hansen" }).click();
  await expect(title(page, "Bo Hansen")).toBeVisible();

  await test.step("one Tab leads to the open case in the list, the next out of it", async () => {
    await page.getByRole("link", { name: "All cases" }).focus();
    await page.keyboard.press("Tab");
    await expect(option(page, "Bo Hansen")).toBeFocused();
    await page.keyboard.press("Tab");
    await expect(page.getByRole("combobox", { name: "Owner" })).toBeFocused();
    await page.keyboard.press("Shift+Tab");
    await expect(option(page, "Bo Hansen")).toBeFocused();
  });

  await test.step("arrows move, Enter opens, and the focus stays in the list", async () => {
    await page.keyboard.press("End");
    await expect(option(page, "Ola Dahl")).toBeFocused();
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await expect(option(page, "Eva Holm")).toBeFocused();
    await expect(title(page, "Bo Hansen")).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(title(page, "Eva Holm")).toBeVisible();
    await expect(option(page, "Eva Holm")).toBeFocused();
    await page.keyboard.press("k");
    await expect(title(page, "Bo Hansen")).toBeVisible();
    await expect(option(page, "Bo Hansen")).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(title(page, "Bo Hansen")).toBeFocused();
  });

  await test.step("a assigns and e closes the row that has the focus, and the row after it takes its place", async () => {
    await option(page, "Eva Holm").focus();
    await page.keyboard.press("a");
    const dialog = page.getByRole("dialog", { name: "Assign the case of Eva Holm" });
    await dialog.getByRole("button", { name: "Nobody" }).click();
    await expect(option(page, "Eva Holm")).toContainText("Nobody yet");
    await expect(option(page, "Eva Holm")).toBeFocused();
    await page.keyboard.press("e");
    await expect(page.getByRole("dialog", { name: "Close the case of Eva Holm" })).toBeVisible();
    await fillClosing(page);
    await expect(option(page, "Eva Holm")).toBeHidden();
    await expect(option(page, "Ola Dahl")).toBeFocused();
    await expect(title(page, "Bo Hansen")).toBeVisible();
    await expect(page.getByRole("region", { name: "Queue" })).toContainText("Open 3");
  });

  await test.step("what is closed elsewhere leaves it without a reload", async () => {
    const context = await browser.newContext({ storageState: await page.context().storageState() });
    const other = await context.newPage();
    await other.goto(here);
    await queue(other).getByRole("link", { name: "Anna Lind" }).focus();
    await other.keyboard.press("e");
    await fillClosing(other);
    await context.close();
    await expect(option(page, "Anna Lind")).toBeHidden();
    await expect(pane(page).getByRole("option")).toHaveCount(2);
  });

  await test.step("r and n write in the open case, and no key of the list does anything there", async () => {
    await option(page, "Bo Hansen").focus();
    await page.keyboard.press("n");
    const note = theCase(page).getByRole("textbox", { name: "Note for colleagues" });
    await expect(note).toBeFocused();
    await page.keyboard.type("jkaseo");
    await expect(note).toHaveValue("jkaseo");
    await expect(page.getByRole("dialog")).toBeHidden();
    await expect(title(page, "Bo Hansen")).toBeVisible();
  });
});

test("the rows beside a case say what the rows of the list say", async ({ page, workspace }) => {
  const { slug } = workspace;
  const here = await openCases(page, workspace, ["Anna Lind", "Bo Hansen"]);
  await page.goto(here);
  const row = queue(page).locator("[data-case]", { hasText: "Bo Hansen" });
  const caseId = await row.getAttribute("data-case");
  const promise = { caseId, text: "Send the crate again", dueOn: "2026-12-04" };
  await call(page, "promise.make", { workspace: slug, ...promise });
  await call(page, "case.act", {
    workspace: slug,
    caseIds: [caseId],
    change: { kind: "tag", name: "Valves" },
  });
  await expect(row).toContainText("Valves");
  await queue(page).getByRole("link", { name: "Bo Hansen" }).click();
  for (const said of [
    "Bo Hansen",
    "3",
    "Due in",
    "Has waited",
    "Late again",
    "Send the crate again",
    "Valves",
  ])
    await expect(option(page, "Bo Hansen")).toContainText(said);
  await expect(option(page, "Bo Hansen").getByRole("img", { name: "Maja Berg" })).toBeVisible();
});

test("a phone shows the list alone, then the case alone, and going back leads to where the list was", async ({
  page,
  workspace,
}) => {
  test.setTimeout(120_000);
  const here = await openCases(page, workspace, many);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(here);
  await expect(queue(page)).toBeVisible();
  await expect(theCase(page)).toBeHidden();
  const last = queue(page).getByRole("link", { name: "Customer N" });
  await last.scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => window.scrollY);
  expect(before).toBeGreaterThan(0);
  await last.click();
  await expect(title(page, "Customer N")).toBeVisible();
  await expect(queue(page)).toBeHidden();
  await expect(pane(page)).toBeHidden();
  await expect(customer(page)).toBeHidden();
  await expect(page.getByRole("button", { name: /^Customer/ })).toBeVisible();
  await expectAccessible(page);
  await page.goBack();
  await expect(last).toBeVisible();
  await expect(theCase(page)).toBeHidden();
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(before);
});

test("the first HTML holds the queue and the case", async ({ page, workspace }) => {
  const here = await openCases(page, workspace, ["Anna Lind", "Bo Hansen"]);
  await page.goto(here);
  const link = queue(page).getByRole("link", { name: "Bo Hansen" });
  const html = await (await page.request.get(new URL((await link.getAttribute("href"))!, here).href)).text();
  expect(html).toContain('role="listbox"');
  expect(html.match(/role="option"/g)).toHaveLength(2);
  expect(html).toMatch(/<h1[^>]*>Bo Hansen/);
});
