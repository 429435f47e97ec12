import type { Page } from "@playwright/test";
import { expectAccessible, expectAccessibleEverywhere } from "./accessibility.ts";
import { call, makeColleague } from "./answers.ts";
import { openCases, theCase } from "./cases.ts";
import { expect, test } from "./fixtures.ts";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

const queue = (page: Page) => page.getByRole("list", { name: "Cases" });
const title = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });
const editor = (page: Page) => page.getByRole("textbox", { name: /^Reply to|^Note for/ });
const composer = (page: Page) => page.getByRole("dialog", { name: /^Reply to|^Note for/ });
const customer = (page: Page) => page.getByRole("dialog", { name: "Customer" });
const docked = (page: Page) => page.getByRole("region", { name: "Write" });
const dock = (page: Page, name: string) => docked(page).getByRole("button", { name, exact: true });
const customerButton = (page: Page) => theCase(page).getByRole("button", { name: /^Customer/ });
const saved = (page: Page) => expect(page.getByText("Draft saved")).toBeVisible({ timeout: 10_000 });

/** Opens a case from the list, as a thumb does. */
async function openFrom(page: Page, list: string, name: string): Promise<void> {
  await page.goto(list);
  await queue(page).getByRole("link", { name }).tap();
  await expect(title(page, name)).toBeVisible();
  await expect(editor(page)).toBeHidden();
}

/** At 320 pixels, as small as a phone gets, nothing reaches out sideways. */
async function expectNarrow(page: Page): Promise<void> {
  const size = page.viewportSize()!;
  await page.setViewportSize({ width: 320, height: 568 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  const dialog = page.getByRole("dialog");
  if ((await dialog.count()) > 0) {
    const inside = await dialog.first().evaluate((one) => one.scrollWidth - one.clientWidth);
    expect(inside).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize(size);
}

test("from the list to the case, to its customer and back, without leaving it", async ({
  page,
  workspace,
}) => {
  test.setTimeout(120_000);
  const list = await openCases(page, workspace, ["Anna Lind", "Bo Hansen"]);
  await openFrom(page, list, "Anna Lind");
  await expect(customer(page)).toBeHidden();
  await expect(page.getByRole("complementary", { name: "Customer" })).toBeHidden();
  await expect(dock(page, "Reply")).toBeInViewport();
  await expect(dock(page, "Note")).toBeInViewport();
  await expect(customerButton(page)).toContainText("only score");
  await expectAccessibleEverywhere(page);

  await test.step("opened, it is a dialog that holds the focus, over a page that stands still", async () => {
    await customerButton(page).tap();
    await expect(customer(page)).toBeFocused();
    await expect(customer(page)).toContainText(`person0@${workspace.slug}.example`);
    await page.keyboard.press("Tab");
    await expect(customer(page).getByRole("button", { name: "Close" })).toBeFocused();
    await page.keyboard.press("Tab");
    await expect(customer(page).getByRole("link", { name: "Open the contact" })).toBeFocused();
    const outside = await page.evaluate(() => {
      const dialog = document.querySelector("[role=dialog]")!;
      const reachable = [
        ...document.querySelectorAll<HTMLElement>("a[href], button, input, textarea, select"),
      ];
      return reachable.filter((one) => !dialog.contains(one) && !one.closest("[inert]")).length;
    });
    expect(outside).toBe(0);
    await expectAccessible(page);
    await expectNarrow(page);
  });

  await test.step("Escape, the button, a tap beside it and going back close it, and the focus is where it was", async () => {
    await page.keyboard.press("Escape");
    await expect(customer(page)).toBeHidden();
    await expect(customerButton(page)).toBeFocused();
    await customerButton(page).tap();
    await customer(page).getByRole("button", { name: "Close" }).tap();
    await expect(customer(page)).toBeHidden();
    await customerButton(page).tap();
    await expect(customer(page)).toBeVisible();
    await page.touchscreen.tap(195, 30);
    await expect(customer(page)).toBeHidden();
    await customerButton(page).tap();
    await expect(customer(page)).toBeVisible();
    await page.goBack();
    await expect(customer(page)).toBeHidden();
    await expect(title(page, "Anna Lind")).toBeVisible();
    await expect(customerButton(page)).toBeFocused();
  });

  await test.step("once more back is the list", async () => {
    await page.goBack();
    await expect(queue(page)).toBeVisible();
    await expect(theCase(page)).toBeHidden();
  });
});

test("a reply is written over the whole screen, with a template and a file, and can be undone", async ({
  page,
  workspace,
  mailbox,
}) => {
  test.setTimeout(180_000);
  const { slug } = workspace;
  const list = await openCases(page, workspace, ["Anna Lind"]);
  await call(page, "workspace.changeUndo", { workspace: slug, seconds: 30 });
  await call(page, "template.save", {
    ...{ workspace: slug, name: "Thanks", locale: "en" },
    text: "Dear {{first_name}}, thank you for telling us.",
  });
  await openFrom(page, list, "Anna Lind");
  await dock(page, "Reply").tap();

  await test.step("it fills what the keyboard leaves of the screen", async () => {
    await expect(editor(page)).toBeFocused();
    await expect(composer(page)).toHaveAttribute("aria-modal", "true");
    expect(await composer(page).boundingBox()).toMatchObject({ x: 0, y: 0, width: 390, height: 844 });
    await page.setViewportSize({ width: 390, height: 430 });
    await expect.poll(async () => (await composer(page).boundingBox())!.height).toBeLessThanOrEqual(430);
    await expect(composer(page).getByRole("button", { name: "Send reply" })).toBeInViewport();
    await expect(editor(page)).toBeInViewport();
    await page.setViewportSize({ width: 390, height: 844 });
  });

  await test.step("a template by its key, and a sentence of one's own", async () => {
    await editor(page).pressSequentially("/");
    const find = page.getByRole("combobox", { name: "Find a template" });
    await expect(find).toBeFocused();
    await page.getByRole("option", { name: /Thanks/ }).tap();
    await expect(editor(page)).toHaveValue("Dear Anna, thank you for telling us.");
    await expect(editor(page)).toBeFocused();
    await editor(page).press("End");
    await editor(page).pressSequentially(" Both crates leave today.");
    await saved(page);
  });

  await test.step("a file", async () => {
    const file = { name: "crates.txt", mimeType: "text/plain", buffer: Buffer.from("4 and 7") };
    await composer(page).getByLabel("Attach files").setInputFiles(file);
    await expect(composer(page).getByRole("list", { name: "Files" })).toContainText("crates.txt");
  });

  await test.step("every other way to send is there", async () => {
    await composer(page).getByRole("button", { name: "More ways to send" }).tap();
    for (const name of ["Send later", "Send and snooze", "Send and close"])
      await expect(page.getByRole("menuitem", { name })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("menuitem").first()).toBeHidden();
    await expect(composer(page)).toBeVisible();
    await expectAccessibleEverywhere(page);
    await expectNarrow(page);
  });

  const held = docked(page).getByRole("status").filter({ hasText: "Goes out in" });
  await test.step("sent, the case is there again, with the way to undo it; undone, so is the composer", async () => {
    await composer(page).getByRole("button", { name: "Send reply" }).tap();
    await expect(composer(page)).toBeHidden();
    await expect(held).toBeInViewport();
    await expectAccessible(page);
    await expectNarrow(page);
    await docked(page).getByRole("button", { name: "Undo" }).tap();
    await expect(composer(page)).toBeVisible();
    await expect(editor(page)).toHaveValue("Dear Anna, thank you for telling us. Both crates leave today.");
    await expect(editor(page)).toBeFocused();
    await expect(composer(page).getByRole("list", { name: "Files" })).toContainText("crates.txt");
  });

  await test.step("sent again it goes out, and stands in the case", async () => {
    await call(page, "workspace.changeUndo", { workspace: slug, seconds: 0 });
    await composer(page).getByRole("button", { name: "Send reply" }).tap();
    await expect(composer(page)).toBeHidden();
    await expect(page.getByRole("article", { name: /Reply by Maja/ })).toContainText(
      "Both crates leave today.",
    );
    const mail = await mailbox.newest(`person0@${slug}.example`);
    expect(mail.text).toContain("Both crates leave today.");
    expect(mail.attachments).toEqual(["crates.txt"]);
    await expect(dock(page, "Reply")).toBeVisible();
  });

  await test.step("a note looks otherwise and goes nowhere", async () => {
    await dock(page, "Note").tap();
    await expect(page.getByRole("dialog", { name: "Note for colleagues" })).toBeVisible();
    await editor(page).fill("She was glad.");
    await expectAccessible(page);
    await composer(page).getByRole("button", { name: "Add note" }).tap();
    await expect(composer(page)).toBeHidden();
    await expect(page.getByRole("article", { name: /Note by Maja/ })).toContainText("She was glad.");
  });
});

test("what is begun is kept when the composer is closed, by going back and by loading the page anew", async ({
  page,
  workspace,
}) => {
  test.setTimeout(120_000);
  const list = await openCases(page, workspace, ["Anna Lind"]);
  await openFrom(page, list, "Anna Lind");
  const begun = dock(page, "Reply · draft");

  await test.step("closed by its button", async () => {
    await dock(page, "Reply").tap();
    await editor(page).fill("Dear Anna, we are sorry.");
    await composer(page).getByRole("button", { name: "Close, and keep what is written" }).tap();
    await expect(composer(page)).toBeHidden();
    await expect(begun).toBeFocused();
    await expectAccessible(page);
    await expectNarrow(page);
  });

  await test.step("closed by going back", async () => {
    await begun.tap();
    await expect(editor(page)).toHaveValue("Dear Anna, we are sorry.");
    await editor(page).press("End");
    await editor(page).pressSequentially(" Both crates");
    await page.goBack();
    await expect(composer(page)).toBeHidden();
    await expect(title(page, "Anna Lind")).toBeVisible();
    await begun.tap();
    await expect(editor(page)).toHaveValue("Dear Anna, we are sorry. Both crates");
  });

  await test.step("loaded anew it is open as before, and going back still leads to the case and then to the list", async () => {
    await editor(page).press("End");
    await editor(page).pressSequentially(" leave today.");
    await page.reload();
    await expect(composer(page)).toBeVisible();
    await expect(editor(page)).toHaveValue("Dear Anna, we are sorry. Both crates leave today.");
    await composer(page).getByRole("button", { name: "Close, and keep what is written" }).tap();
    await expect(begun).toBeVisible();
    await page.goBack();
    await expect(queue(page)).toBeVisible();
  });

  await test.step("wider, it is in its place again with the same words, and no dialog", async () => {
    await page.goForward();
    await begun.tap();
    await expect(composer(page)).toBeVisible();
    await page.setViewportSize({ width: 1280, height: 800 });
    await expect(composer(page)).toHaveCount(0);
    await expect(editor(page)).toHaveValue("Dear Anna, we are sorry. Both crates leave today.");
    await expect(page.getByRole("complementary", { name: "Customer" })).toBeVisible();
    await expect(docked(page).getByRole("button", { name: "Send reply" })).toBeEnabled();
  });
});

test("who else is at the case stands above what is written, and what they wrote stops the reply", async ({
  page,
  browser,
  workspace,
  mailbox,
}) => {
  test.setTimeout(180_000);
  const list = await openCases(page, workspace, ["Anna Lind"]);
  await openFrom(page, list, "Anna Lind");
  const caseId = /cases\/([0-9a-f-]{36})/.exec(page.url())![1]!;
  const bo = await makeColleague(page, browser, mailbox, workspace, "agent");
  await bo.goto(page.url());
  await dock(page, "Reply").tap();
  await editor(page).fill("Dear Anna, which crates were missing?");
  await saved(page);
  await expect(composer(page).getByText("Bo is viewing")).toBeVisible({ timeout: 15_000 });
  await call(bo, "case.addNote", { workspace: workspace.slug, caseId, text: "I called her." });
  await composer(page).getByRole("button", { name: "Send reply" }).tap();
  const stop = page.getByRole("dialog", { name: "New message since you started" });
  await expect(stop).toContainText("I called her.");
  await expectAccessible(page);
  await expectNarrow(page);
  await page.keyboard.press("Escape");
  await expect(stop).toBeHidden();
  await expect(editor(page)).toHaveValue("Dear Anna, which crates were missing?");
  await expect(composer(page)).toBeVisible();
  await composer(page).getByRole("button", { name: "Send reply" }).tap();
  await stop.getByRole("button", { name: "Read it" }).tap();
  await expect(composer(page)).toBeHidden();
  const note = page.getByRole("article", { name: /^Note by Bo/ });
  await expect(note).toBeFocused();
  await expect(note).toBeInViewport();
  await expect(dock(page, "Reply · draft")).toBeVisible();
  await bo.context().close();
});
