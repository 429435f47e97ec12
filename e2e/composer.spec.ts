import type { Browser, Page } from "@playwright/test";
import { expectAccessible, expectToFit } from "./accessibility.ts";
import { call, makeColleague } from "./answers.ts";
import { theCase } from "./cases.ts";
import { expect, fromOwnPage, site, type TestWorkspace, test } from "./fixtures.ts";
import { linksOf, type Mailbox } from "./mailbox.ts";

/** The case of a customer who answered 2 from the mail. Returns its address and the customer's. */
async function openCase(page: Page, browser: Browser, workspace: TestWorkspace, mailbox: Mailbox) {
  const email = `anna@${workspace.slug}.example`;
  await workspace.api("POST", "/contacts", { contacts: [{ email, name: "Anna Lindqvist" }] });
  const survey = await workspace.api("POST", "/surveys", { name: "Relationship" });
  const campaign = { name: "Autumn", surveyId: survey.id, audience: { all: true } };
  const { id } = await workspace.api("POST", "/campaigns", campaign);
  await workspace.api("POST", `/campaigns/${id}/start`);
  const asked = await mailbox.newest(email);
  const context = await browser.newContext();
  const customer = await context.newPage();
  await customer.goto(linksOf(asked).find((link) => link.endsWith("/2"))!);
  await customer.getByRole("textbox").first().fill("Two crates were missing.");
  await customer.getByRole("button", { name: "Send" }).click();
  await expect(customer.getByRole("heading", { name: "Thank you" })).toBeVisible();
  await context.close();
  await page.goto(`${site()}/${workspace.slug}/cases`);
  await page.getByRole("link", { name: "Anna Lindqvist" }).click();
  await expect(editor(page)).toBeVisible();
  return { email, url: page.url(), sent: async () => (await mailbox.all(email)).length - 1 };
}

const editor = (page: Page) => page.getByRole("textbox", { name: /^Reply to|^Note for/ });
const sendButton = (page: Page) => page.getByRole("button", { name: "Send reply" });
const saved = (page: Page) => expect(page.getByText("Draft saved")).toBeVisible({ timeout: 10_000 });
const undoSeconds = (page: Page, workspace: TestWorkspace, seconds: number) =>
  call(page, "workspace.changeUndo", { workspace: workspace.slug, seconds });

/** The owner in another browser. */
async function otherDevice(browser: Browser, { owner }: TestWorkspace): Promise<Page> {
  const context = await browser.newContext();
  const response = await context.request.post(`${site()}/api/auth/sign-in/email`, {
    data: { email: owner.email, password: owner.password },
    headers: fromOwnPage(),
  });
  expect(response.ok(), await response.text()).toBe(true);
  return context.newPage();
}

test("a draft is on every device, also when the tab was killed or the server was away", async ({
  page,
  browser,
  workspace,
  mailbox,
}) => {
  test.setTimeout(180_000);
  const { url } = await openCase(page, browser, workspace, mailbox);
  await editor(page).fill("Dear Anna, we are sorry.");
  await saved(page);
  const phone = await otherDevice(browser, workspace);
  await phone.goto(url);
  await expect(editor(phone)).toHaveValue("Dear Anna, we are sorry.");

  await test.step("left at once, it is there", async () => {
    await editor(phone).fill("Dear Anna, we are very sorry.");
    await phone.goto("about:blank");
    // What a page sends on leaving comes in after it is gone.
    await expect(async () => {
      await page.reload();
      await expect(editor(page)).toHaveValue("Dear Anna, we are very sorry.", { timeout: 2_000 });
    }).toPass({ timeout: 20_000 });
  });

  const tablet = await otherDevice(browser, workspace);
  await test.step("without a server it is kept here, and says so", async () => {
    await tablet.goto(url);
    await tablet.route("**/api/trpc/draft.save**", (route) => route.abort());
    await editor(tablet).fill("Dear Anna, typed without a server.");
    await expect(tablet.getByText("Your words are kept in this browser")).toBeVisible({ timeout: 10_000 });
    await tablet.unroute("**/api/trpc/draft.save**");
    await saved(tablet);
  });

  await test.step("what another device wrote meanwhile is not written over", async () => {
    await editor(page).fill("From the desk.");
    const notice = page.getByRole("status").filter({ hasText: "in another tab or on another device" });
    await expect(notice).toContainText("typed without a server.", { timeout: 10_000 });
    await expectAccessible(page);
    await page.getByRole("button", { name: "Keep what is written here" }).click();
    await saved(page);
    await tablet.reload();
    await expect(editor(tablet)).toHaveValue("From the desk.");
  });
  await tablet.context().close();
  await phone.context().close();
});

test("a reply can be undone: then it goes nowhere, and sent again it goes out once, also from a closed tab", async ({
  page,
  browser,
  workspace,
  mailbox,
}) => {
  test.setTimeout(240_000);
  const { email, url, sent } = await openCase(page, browser, workspace, mailbox);
  const status = page.getByRole("status").filter({ hasText: "Goes out in" });
  const reply = page.getByRole("article", { name: /Reply by Maja/ });

  await undoSeconds(page, workspace, 30);
  const begunAt = Date.now();
  await editor(page).fill("Dear Anna, both crates leave today.");
  await sendButton(page).click();
  await expect(status).toBeVisible();
  await expect(reply).toContainText(/Goes out in \d+ s/);
  await expect(theCase(page).getByText(/^Due in/)).toBeVisible();
  await expectAccessible(page);
  await expectToFit(page);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(editor(page)).toHaveValue("Dear Anna, both crates leave today.");
  await expect(editor(page)).toBeFocused();
  await expect(reply).toHaveCount(0);

  await undoSeconds(page, workspace, 5);
  const other = await page.context().newPage();
  await other.goto(url);
  await expect(editor(other)).toHaveValue("Dear Anna, both crates leave today.");
  await sendButton(page).click();
  await expect(status).toBeVisible();
  await editor(other).fill("");
  await page.close();
  const mail = await mailbox.newest(email, /^Re:/);
  expect(mail.text).toContain("both crates leave today");
  await other.reload();
  await expect(theCase(other).getByText("Paused")).toBeVisible({ timeout: 15_000 });
  await expect(other.getByRole("article", { name: /Reply by Maja/ })).toHaveCount(1);
  await expect(editor(other)).toHaveValue("");
  // Until the one that was undone would have left.
  await other.waitForTimeout(Math.max(0, begunAt + 40_000 - Date.now()));
  expect(await sent()).toBe(1);
});

test("a reply stops at what came since it was begun; colleagues see each other", async ({
  page,
  browser,
  workspace,
  mailbox,
}) => {
  test.setTimeout(240_000);
  const { email, url, sent } = await openCase(page, browser, workspace, mailbox);
  await undoSeconds(page, workspace, 0);
  await editor(page).fill("Dear Anna, which crates were missing?");
  await sendButton(page).click();
  const first = await mailbox.newest(email, /^Re:/);

  await test.step("the customer's mail stops the reply", async () => {
    await editor(page).fill("Dear Anna, did you get my mail?");
    await saved(page);
    await mailbox.reply(first, email, "Number 4 and number 7.");
    await expect(page.getByRole("article", { name: /Mail from Anna/ })).toBeVisible({ timeout: 15_000 });
    await sendButton(page).click();
    const dialog = page.getByRole("dialog", { name: "New message since you started" });
    await expect(dialog).toContainText("Number 4 and number 7.");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Keep editing" }).first().click();
    await expect(editor(page)).toHaveValue("Dear Anna, did you get my mail?");
    await sendButton(page).click();
    await dialog.getByRole("button", { name: "Read it" }).click();
    await expect(page.getByRole("article", { name: /Mail from Anna/ })).toBeFocused();
    expect(await sent()).toBe(1);
    await editor(page).fill("Dear Anna, 4 and 7 leave today.");
    await sendButton(page).click();
    await expect(page.getByRole("article", { name: /Reply by Maja/ })).toHaveCount(2);
    await expect.poll(sent, { timeout: 15_000 }).toBe(2);
  });

  await test.step("Bo is seen viewing, writing, and gone", async () => {
    const bo = await makeColleague(page, browser, mailbox, workspace, "agent");
    await bo.goto(url);
    await expect(theCase(page).getByText("Bo is viewing")).toBeVisible({ timeout: 10_000 });
    await expect(theCase(bo).getByText("Maja is viewing")).toBeVisible({ timeout: 10_000 });
    await editor(bo).pressSequentially("Hej");
    await expect(theCase(page).getByText("Bo is writing")).toBeVisible({ timeout: 2_000 });
    await expectAccessible(page);
    await bo.getByRole("tab", { name: "Note" }).click();
    await editor(bo).fill("I called her.");
    await editor(page).fill("Dear Anna, one more thing.");
    await bo.getByRole("button", { name: "Add note" }).click();
    await expect(page.getByRole("article", { name: /^Note by Bo/ })).toBeVisible();
    await sendButton(page).click();
    await expect(page.getByRole("dialog")).toContainText(/Bo of .* added a note/);
    await page.getByRole("dialog").getByRole("button", { name: "Send anyway" }).click();
    await expect.poll(sent, { timeout: 15_000 }).toBe(3);
    await bo.context().close();
    await expect(page.getByText(/^Bo is/)).toHaveCount(0, { timeout: 30_000 });
  });
});

test("a note looks, is called and is sent otherwise than a reply, and tells whom it mentions", async ({
  page,
  browser,
  workspace,
  mailbox,
}) => {
  test.setTimeout(180_000);
  const { sent } = await openCase(page, browser, workspace, mailbox);
  const bo = await makeColleague(page, browser, mailbox, workspace, "agent");
  const colleague = `Bo of ${workspace.name}`;
  await page.reload();
  await editor(page).fill("Can you call her?");
  await page.getByRole("tab", { name: "Reply" }).press("ArrowRight");
  await expect(page.getByRole("tab", { name: "Note" })).toBeFocused();
  await expect(editor(page)).toHaveValue("Can you call her?");
  await expect(page.getByText("Not sent to the customer.")).toBeVisible();
  await expect(sendButton(page)).toHaveCount(0);
  await editor(page).press("End");
  await page.getByRole("button", { name: "Mention" }).click();
  await page.getByRole("menuitem", { name: colleague }).click();
  await expect(editor(page)).toHaveValue(`Can you call her? @${colleague} `);
  await expect(page.getByText(`Told by mail: ${colleague}`)).toBeVisible();
  await expectAccessible(page);
  await expectToFit(page);
  await page.getByRole("button", { name: "Add note" }).click();
  await expect(page.getByRole("article", { name: /Note by Maja/ })).toContainText(`@${colleague}`);
  const mail = await mailbox.newest(workspace.owner.email.replace("maja", "agent"), /mentions you/);
  expect(mail.text).toContain("Can you call her?");
  expect(await sent()).toBe(0);
  await bo.context().close();
});

test("a reply for later is called off by what the customer writes; another one closes the case", async ({
  page,
  browser,
  workspace,
  mailbox,
}) => {
  test.setTimeout(240_000);
  const { email, sent } = await openCase(page, browser, workspace, mailbox);
  await undoSeconds(page, workspace, 0);
  await editor(page).fill("Dear Anna, which crates were missing?");
  await sendButton(page).click();
  const first = await mailbox.newest(email, /^Re:/);

  await editor(page).fill("Dear Anna, did the crates arrive?");
  await page.getByRole("button", { name: "More ways to send" }).click();
  await page.getByRole("menuitem", { name: "Send later" }).click();
  const later = page.getByRole("dialog", { name: "Send later" });
  await expect(later.getByRole("radio", { name: /^Tomorrow: \w+day \d+ \w+ at 09:00$/ })).toBeChecked();
  await later.getByRole("radio", { name: /^In an hour/ }).check();
  await expect(
    later.getByRole("checkbox", { name: /^Only if Anna Lindqvist has not written/ }),
  ).toBeChecked();
  await expectAccessible(page);
  await later.getByRole("button", { name: /^Send on/ }).click();
  const held = page
    .getByRole("status")
    .filter({ hasText: /Goes out on \w+day .* unless Anna Lindqvist writes/ });
  await expect(held).toBeVisible();
  await expectAccessible(page);
  await expectToFit(page);
  await mailbox.reply(first, email, "They arrived, thank you.");
  await expect(page.getByText("the reply that was to go out later was called off")).toBeVisible({
    timeout: 15_000,
  });
  await page.reload();
  await expect(editor(page)).toHaveValue("Dear Anna, did the crates arrive?");
  await expect(held).toHaveCount(0);

  await editor(page).fill("Dear Anna, good to hear.");
  await page.getByRole("button", { name: "More ways to send" }).click();
  await page.getByRole("menuitem", { name: "Send and close" }).click();
  const closing = page.getByRole("dialog", { name: "Send and close" });
  await closing.getByLabel("Cause").fill("Delivery");
  await closing.getByLabel("Outcome").fill("Both crates arrived.");
  await expectAccessible(page);
  await closing.getByRole("button", { name: "Send and close" }).click();
  await expect(page.getByText("closed the case: Delivery")).toBeVisible();
  await expect.poll(sent, { timeout: 15_000 }).toBe(2);
});

test("a template is found with /, filled in, and wants a sentence of one's own", async ({
  page,
  browser,
  workspace,
  mailbox,
}) => {
  test.setTimeout(180_000);
  const { email, url, sent } = await openCase(page, browser, workspace, mailbox);
  await undoSeconds(page, workspace, 0);
  await page.goto(`${site()}/${workspace.slug}/settings/templates`);
  await expectAccessible(page);
  await page.getByRole("button", { name: "New template" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Thanks");
  await dialog
    .getByLabel("Text", { exact: true })
    .fill("Dear {{first_name}}, thank you for telling us. {{shoe_size}}");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Save template" }).click();
  await expect(dialog.getByText("Nothing is known by the name {{shoe_size}}").first()).toBeVisible();
  const text = "Dear {{first_name}}, thank you for telling us about {{company}}.";
  await dialog.getByLabel("Text", { exact: true }).fill(text);
  await dialog.getByRole("button", { name: "Save template" }).click();
  await expect(page.getByRole("list", { name: "Templates" })).toContainText("Thanks");
  await expectToFit(page);

  await page.goto(url);
  await editor(page).pressSequentially("/");
  const find = page.getByRole("combobox", { name: "Find a template" });
  await expect(find).toBeFocused();
  await find.pressSequentially("thank");
  await expect(page.getByRole("option", { name: /Thanks/ })).toHaveAttribute("aria-selected", "true");
  await expectAccessible(page);
  await find.press("Enter");
  await expect(editor(page)).toHaveValue("Dear Anna, thank you for telling us about {{company}}.");
  await expect(page.getByText("{{company}} is not filled in.")).toBeVisible();
  await expect(sendButton(page)).toBeDisabled();
  await editor(page).fill("Dear Anna, thank you for telling us about Lindqvist AB.");
  await sendButton(page).click();
  await expect(page.getByText("Add a sentence of your own")).toBeVisible();
  await expectAccessible(page);
  expect(await sent()).toBe(0);
  await editor(page).pressSequentially(" Both crates leave today.");
  await sendButton(page).click();
  const mail = await mailbox.newest(email, /^Re:/);
  expect(mail.text).toContain(
    "Dear Anna, thank you for telling us about Lindqvist AB. Both crates leave today.",
  );
});
