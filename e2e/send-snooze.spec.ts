import type { Page } from "@playwright/test";
import { expectAccessible, expectToFit } from "./accessibility.ts";
import { call } from "./answers.ts";
import { openCases } from "./cases.ts";
import { expect, site, test } from "./fixtures.ts";

const editor = (page: Page) => page.getByRole("textbox", { name: /^Reply to/ });
const tab = (page: Page, name: string, count: number) =>
  page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: `${name} ${count}` });

/** Opens the ways to send beside the button, and chooses one, by keys alone. */
async function chooseWay(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "More ways to send" }).focus();
  await page.keyboard.press("Enter");
  const items = page.getByRole("menuitem");
  await expect(items.first()).toBeFocused();
  const place = (await items.allTextContents()).findIndex((text) => text.includes(name));
  expect(place).toBeGreaterThanOrEqual(0);
  for (let step = 1; step <= place; step++) {
    await page.keyboard.press("ArrowDown");
    await expect(items.nth(step)).toBeFocused();
  }
  await page.keyboard.press("Enter");
}

test("a reply is sent and its case snoozed with the same times as in the queue; undone, neither happens", async ({
  page,
  workspace,
  mailbox,
}) => {
  test.setTimeout(180_000);
  const list = await openCases(page, workspace, ["Anna Lind", "Bo Hansen"]);
  const email = `person0@${workspace.slug}.example`;
  await call(page, "workspace.changeUndo", { workspace: workspace.slug, seconds: 30 });
  await page.goto(list);
  await page.getByRole("link", { name: "Anna Lind" }).click();
  await editor(page).fill("Dear Anna, the crates are with you by Monday.");

  const dialog = page.getByRole("dialog", { name: "Send and snooze" });
  await test.step("the times are said exactly, and reached by keys", async () => {
    await chooseWay(page, "Send and snooze");
    await expect(
      dialog.getByRole("button", { name: /^(Later today|Tomorrow) \d\d:00/ }).first(),
    ).toBeFocused();
    await expect(dialog.getByRole("button", { name: /^Tomorrow 09:00 \(\w{3} \d+ \w{3}\)$/ })).toBeVisible();
    await expectAccessible(page);
    await expectToFit(page);
  });

  await test.step("a time that is past is refused, in words, and nothing is lost", async () => {
    await dialog.getByLabel("Another time").fill("2020-01-01T09:00");
    await dialog.getByRole("button", { name: "Send and snooze until then" }).click();
    await expect(dialog.getByLabel("Another time")).toHaveAccessibleDescription(
      /Choose a time after the reply has gone out/,
    );
    await page.keyboard.press("Escape");
    await expect(editor(page)).toHaveValue("Dear Anna, the crates are with you by Monday.");
    await expect(editor(page)).not.toHaveAttribute("aria-invalid");
  });

  const held = page.getByRole("status").filter({ hasText: "Goes out in" });
  await test.step("undone, the reply is in the editor and the case is not snoozed", async () => {
    await chooseWay(page, "Send and snooze");
    await dialog.getByRole("button", { name: /^Tomorrow 09:00/ }).click();
    await expect(held).toContainText(
      /Goes out in \d+ s\. The case is snoozed then until \w{3} \d+ \w{3} 09:00\./,
    );
    await expectAccessible(page);
    await expectToFit(page);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(editor(page)).toHaveValue("Dear Anna, the crates are with you by Monday.");
    await expect(held).toHaveCount(0);
  });

  await test.step("sent again it goes out, and the case sleeps until its customer replies", async () => {
    await call(page, "workspace.changeUndo", { workspace: workspace.slug, seconds: 5 });
    await chooseWay(page, "Send and snooze");
    await dialog.getByRole("button", { name: "Until the customer replies" }).click();
    await expect(held).toContainText("The case is snoozed then until the customer replies.");
    const mail = await mailbox.newest(email, /./);
    expect(mail.text).toContain("the crates are with you by Monday");
    await expect(page.getByText("snoozed the case until the customer replies")).toBeVisible({
      timeout: 15_000,
    });
    await page.goto(list);
    await expect(tab(page, "Snoozed", 1)).toBeVisible();
    await mailbox.reply(mail, email, "Thank you!");
    await expect(tab(page, "Snoozed", 0)).toBeVisible({ timeout: 15_000 });
    await expect(page.getByRole("button", { name: "Snooze again" })).toBeVisible();
  });
});

test("the customer's mail before the reply has left keeps the case awake, and the history says so", async ({
  page,
  workspace,
  mailbox,
}) => {
  test.setTimeout(120_000);
  const list = await openCases(page, workspace, ["Anna Lind"]);
  const email = `person0@${workspace.slug}.example`;
  await call(page, "workspace.changeUndo", { workspace: workspace.slug, seconds: 0 });
  await page.goto(list);
  await page.getByRole("link", { name: "Anna Lind" }).click();
  await editor(page).fill("Dear Anna, which crates were missing?");
  await page.getByRole("button", { name: "Send reply" }).click();
  const first = await mailbox.newest(email, /./);
  await call(page, "workspace.changeUndo", { workspace: workspace.slug, seconds: 10 });
  await editor(page).fill("Dear Anna, did you get my mail?");
  await chooseWay(page, "Send and snooze");
  await page.getByRole("dialog").getByRole("button", { name: "Until the customer replies" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Goes out in" })).toBeVisible();
  await mailbox.reply(first, email, "Number 4 and number 7.");
  await expect(page.getByText("so the case was not snoozed")).toBeVisible({ timeout: 30_000 });
  await page.goto(`${site()}/${workspace.slug}/cases?view=snoozed`);
  await expect(tab(page, "Snoozed", 0)).toBeVisible();
});

test("what cannot be sent later, or closed, stays in its dialog with the reason; Escape closes a list before its dialog", async ({
  page,
  workspace,
}) => {
  test.setTimeout(120_000);
  const list = await openCases(page, workspace, ["Anna Lind"]);
  await page.goto(list);
  await page.getByRole("link", { name: "Anna Lind" }).click();
  await editor(page).fill("Dear Anna, did the crates arrive?");
  // No answer of ours, as a proxy gives one while the server is away.
  await page.route("**/api/trpc/case.reply**", (route) =>
    route.fulfill({ status: 400, contentType: "application/json", body: "{}" }),
  );

  await test.step("send later", async () => {
    await chooseWay(page, "Send later");
    const later = page.getByRole("dialog", { name: "Send later" });
    await later.getByRole("radio", { name: /^In an hour/ }).check();
    await later.getByRole("button", { name: /^Send on/ }).click();
    await expect(later.getByRole("alert")).toContainText("Svar cannot be reached, so nothing was sent.");
    await expect(later.getByRole("radio", { name: /^In an hour/ })).toBeChecked();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(editor(page)).toHaveValue("Dear Anna, did the crates arrive?");
  });

  await test.step("send and close", async () => {
    await chooseWay(page, "Send and close");
    const closing = page.getByRole("dialog", { name: "Send and close" });
    const cause = closing.getByRole("combobox", { name: "Cause" });
    await expect(cause).toBeFocused();
    await cause.pressSequentially("Deli");
    await expect(closing.getByRole("option", { name: "Delivery" }).first()).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(closing.getByRole("option").first()).toBeHidden();
    await expect(cause).toHaveValue("Deli");
    await cause.fill("Delivery");
    await closing.getByLabel("Outcome").fill("They did.");
    await closing.getByRole("button", { name: "Send and close" }).click();
    await expect(closing.getByRole("alert")).toContainText("Svar cannot be reached, so nothing was sent.");
    await expect(closing.getByLabel("Outcome")).toHaveValue("They did.");
    await page.unroute("**/api/trpc/case.reply**");
    await cause.press("Escape");
    await expect(closing).toBeHidden();
    await expect(editor(page)).toHaveValue("Dear Anna, did the crates arrive?");
  });
});
