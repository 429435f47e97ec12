import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessibility.ts";
import { call, makeColleague } from "./answers.ts";
import { fillClosing, openCases } from "./cases.ts";
import { dayFromNow } from "./days.ts";
import { expect, site, test } from "./fixtures.ts";
import { letDaysPass } from "./time.ts";

const people = ["Anna Lind", "Bo Hansen", "Eva Holm", "Ola Dahl"];

const queue = (page: Page) => page.getByRole("list", { name: "Cases" });
const row = (page: Page, name: string) => queue(page).getByRole("listitem").filter({ hasText: name });
const link = (page: Page, name: string) => queue(page).getByRole("link", { name });
const tab = (page: Page, name: string, count: number) =>
  page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: `${name} ${count}` });
const undo = (page: Page) => page.getByRole("button", { name: "Undo" }).first();

async function expectNarrow(page: Page): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
}

test("the queue is worked with keys, in the list itself, and what was done is taken back", async ({
  page,
  workspace,
}) => {
  test.setTimeout(120_000);
  const here = await openCases(page, workspace, people);
  await page.goto(here);
  await expect(queue(page).getByRole("link")).toHaveText(people);
  await expect(row(page, "Anna Lind")).toContainText(/Has waited \d+ min for a first answer/);
  await expect(tab(page, "Mine", 4)).toBeVisible();
  await expectAccessible(page);

  await test.step("j and k move, a assigns the one that has the focus", async () => {
    for (const key of ["j", "j", "j", "k", "j"]) await page.keyboard.press(key);
    await expect(link(page, "Eva Holm")).toBeFocused();
    await page.keyboard.press("a");
    const dialog = page.getByRole("dialog", { name: "Assign the case of Eva Holm" });
    await expect(dialog.getByRole("button", { name: "Maja Berg (you)" })).toBeFocused();
    await expectAccessible(page);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(tab(page, "Unassigned", 1)).toBeVisible();
    await expect(tab(page, "Mine", 3)).toBeVisible();
    await expect(row(page, "Eva Holm")).toContainText("Nobody yet");
    await expect(link(page, "Eva Holm")).toBeFocused();
    await page.keyboard.press("z");
    await expect(tab(page, "Mine", 4)).toBeVisible();
  });

  await test.step("x selects, with Shift up to here, and s snoozes them all until an exact time", async () => {
    await link(page, "Anna Lind").focus();
    await page.keyboard.press("x");
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("Shift+X");
    const bar = page.getByRole("region", { name: "Selected cases" });
    await expect(bar).toContainText("3 selected");
    await expectAccessible(page);
    await page.keyboard.press("s");
    const dialog = page.getByRole("dialog", { name: "Snooze 3 cases" });
    const tomorrow = dialog.getByRole("button", { name: /^Tomorrow 09:00 \(\w{3} \d+ \w{3,4}\)$/ });
    await expect(tomorrow).toBeVisible();
    await expectAccessible(page);
    await tomorrow.click();
    await expect(page.getByText(/^3 snoozed until \w{3} \d+ \w{3,4} 09:00$/)).toBeVisible();
    await expect(tab(page, "Snoozed", 3)).toBeVisible();
    await expect(tab(page, "Mine", 1)).toBeVisible();
    await tab(page, "Snoozed", 3).click();
    await expect(queue(page).getByRole("listitem")).toHaveCount(3);
    await expect(row(page, "Bo Hansen")).toContainText(/Snoozed until .* 09:00; the first answer stays due/);
    await page.keyboard.press("z");
    await expect(page.getByText("No cases here")).toBeVisible();
    await tab(page, "Open", 4).click();
    await expect(queue(page).getByRole("link")).toHaveText(people);
  });

  await test.step("e closes, the focus goes on to the next and it is said; undo is one press", async () => {
    await link(page, "Bo Hansen").focus();
    await page.keyboard.press("e");
    await fillClosing(page);
    await expect(tab(page, "Open", 3)).toBeVisible();
    await expect(page.getByRole("link", { name: /Cases.*3/ }).first()).toBeVisible();
    await expect(link(page, "Eva Holm")).toBeFocused();
    await expect(page.getByRole("status").filter({ hasText: "Next: Eva Holm" })).toHaveText(
      "The case is closed. Next: Eva Holm",
    );
    await undo(page).click();
    await expect(tab(page, "Open", 4)).toBeVisible();
  });

  await test.step("no key does anything while one types, and none when they are turned off", async () => {
    await page.keyboard.press("/");
    const search = page.getByRole("searchbox", { name: /Search/ });
    await expect(search).toBeFocused();
    await search.pressSequentially("easzjx");
    await expect(search).toHaveValue("easzjx");
    await expect(page.getByRole("dialog")).toBeHidden();
    await search.fill("");
    await search.blur();
    await page.keyboard.press("?");
    const sheet = page.getByRole("dialog", { name: /keys|shortcuts/i });
    for (const name of ["Next case", "Assign", "Snooze", "Undo"]) {
      await expect(sheet.getByText(name, { exact: true })).toBeVisible();
    }
    await page.keyboard.press("Escape");
    await page.goto(`${site()}/${workspace.slug}/settings/me`);
    await page.getByRole("checkbox", { name: /key/i }).uncheck();
    await expect(page.getByText("Saved").first()).toBeVisible();
    await page.goto(here);
    await link(page, "Anna Lind").focus();
    await page.keyboard.press("e");
    await expect(page.getByRole("dialog")).toBeHidden();
  });
});

test("two people at the same cases: what one closes leaves the other's list by itself, and nothing is taken back over it", async ({
  page,
  browser,
  workspace,
  mailbox,
}) => {
  test.setTimeout(120_000);
  const here = await openCases(page, workspace, people);
  const bo = await makeColleague(page, browser, mailbox, workspace, "agent");
  await page.goto(here);
  await bo.goto(here);
  for (const name of ["Anna Lind", "Bo Hansen"]) {
    await page.getByRole("checkbox", { name: `Select the case of ${name}` }).check();
  }
  const bar = page.getByRole("region", { name: "Selected cases" });
  await bar.getByRole("button", { name: "Assign" }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^Bo of/ })
    .click();
  await expect(page.getByText(/^2 assigned to Bo of/)).toBeVisible();
  await expect(tab(bo, "Mine", 2)).toBeVisible();

  await link(bo, "Anna Lind").focus();
  await bo.keyboard.press("a");
  await bo.getByRole("dialog").getByRole("button", { name: "Nobody" }).click();
  await expect(tab(page, "Unassigned", 1)).toBeVisible();
  await link(page, "Bo Hansen").focus();
  await page.keyboard.press("z");
  await expect(page.getByText("One case stays as it is: it has been changed since.")).toBeVisible();
  await expect(tab(page, "Unassigned", 1)).toBeVisible();
  await expect(tab(page, "Mine", 3)).toBeVisible();

  await link(bo, "Ola Dahl").focus();
  await bo.keyboard.press("e");
  await fillClosing(bo);
  await expect(tab(page, "Open", 3)).toBeVisible();
  await expect(link(page, "Ola Dahl")).toBeHidden();
  await bo.context().close();
});

test("cases are tagged, many at once and one on its page, and found by their tags", async ({
  page,
  workspace,
}) => {
  test.setTimeout(120_000);
  const here = await openCases(page, workspace, people);
  await page.goto(here);
  for (const name of ["Anna Lind", "Eva Holm"]) {
    await page.getByRole("checkbox", { name: `Select the case of ${name}` }).check();
  }
  const bar = page.getByRole("region", { name: "Selected cases" });
  await bar.getByRole("button", { name: "Tag" }).click();
  await page.getByRole("dialog", { name: "Tag 2 cases" }).getByLabel("New tag").fill("Delivery");
  await expectAccessible(page);
  await page.getByRole("dialog").getByRole("button", { name: "Add this tag" }).click();
  await expect(page.getByText("2 tagged Delivery")).toBeVisible();
  await expect(row(page, "Eva Holm")).toContainText("Delivery");

  await link(page, "Bo Hansen").click();
  await page.getByRole("button", { name: "Add a tag" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delivery" }).click();
  await expect(page.getByRole("list", { name: "Tags" })).toContainText("Delivery");
  await expect(page.getByText(/Maja Berg gave the case the tag Delivery/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Take the tag Delivery off" }).click();
  await expect(page.getByRole("button", { name: "Take the tag Delivery off" })).toBeHidden();

  await page.goto(here);
  await page.getByRole("combobox", { name: "Tags" }).selectOption("Delivery");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(queue(page).getByRole("link")).toHaveText(["Anna Lind", "Eva Holm"]);
  await expect(tab(page, "Open", 2)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Remove: Tag: Delivery" }).click();
  await expect(queue(page).getByRole("link")).toHaveText(people);
});

test("a workspace says what its customers are worth: the queue goes by it, says it, and says who is away", async ({
  page,
  browser,
  workspace,
  mailbox,
}) => {
  test.setTimeout(120_000);
  const note = (name: string, Revenue: string) => async () => {
    const email = `${name.split(" ")[0]!.toLowerCase()}@${workspace.slug}.example`;
    await workspace.api("POST", "/contacts", { contacts: [{ email, name, attributes: { Revenue } }] });
    const contact = { name, email };
    await call(page, "case.note", {
      workspace: workspace.slug,
      contact,
      cameBy: "phone",
      said: "Late again.",
    });
  };
  for (const make of [note("Anna Lind", "2 000 kr"), note("Bo Hansen", "50,000"), note("Eva Holm", "-")]) {
    await make();
  }
  const here = `${site()}/${workspace.slug}/cases`;
  await page.goto(here);
  await expect(queue(page).getByRole("link")).toHaveText(["Anna Lind", "Bo Hansen", "Eva Holm"]);

  await test.step("an administrator chooses the attribute, among those that hold numbers", async () => {
    await page.goto(`${site()}/${workspace.slug}/settings/workspace`);
    await page.getByLabel("Attribute that says it").selectOption("Revenue");
    await page.getByLabel("Said after the number").fill("kr a year");
    await page.getByRole("button", { name: "Order the queue so" }).click();
    await expect(page.getByText("Known of the customers in 2 of 3 cases that are not closed.")).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("who is worth more comes first while all have time, and the row says so", async () => {
    await page.goto(here);
    await expect(queue(page).getByRole("link")).toHaveText(["Bo Hansen", "Anna Lind", "Eva Holm"]);
    await expect(row(page, "Bo Hansen")).toContainText(/for a first answer; worth 50,000 kr a year/);
    await expect(row(page, "Eva Holm")).not.toContainText("worth");
  });

  await test.step("an owner who is away is said to be, with who stands in", async () => {
    const agent = await makeColleague(page, browser, mailbox, workspace, "agent");
    const listed = encodeURIComponent(JSON.stringify({ workspace: workspace.slug }));
    const answer = await page.request.get(`${site()}/api/trpc/workspace.members?input=${listed}`);
    type Member = { userId: string; name: string; role: string };
    const members: Member[] = (await answer.json()).result.data;
    const [cover, away] = ["agent", "admin"].map((role) => members.find((one) => one.role === role)!);
    await expect(row(page, "Bo Hansen")).not.toContainText("Away");
    await call(page, "absence.add", {
      ...{ workspace: workspace.slug, userId: away!.userId, coverId: cover!.userId },
      ...{ fromDay: dayFromNow(-1), toDay: dayFromNow(2) },
    });
    await page.goto(here);
    const said = new RegExp(`Away until \\w+, ${cover!.name} covers`);
    await expect(row(page, "Bo Hansen")).toContainText(said);
    await expectAccessible(page);
    await row(page, "Bo Hansen").getByRole("link", { name: "Bo Hansen" }).click();
    const beside = page.getByRole("listbox", { name: "Cases" }).getByRole("option", { name: "Bo Hansen" });
    await expect(beside).toContainText(said);
    await expectAccessible(page);
    await page.goto(here);
    await page.setViewportSize({ width: 390, height: 800 });
    await expectNarrow(page);
    await page.setViewportSize({ width: 320, height: 800 });
    await expectNarrow(page);
    await agent.context().close();
  });
});

test("after closing a case one goes on to the next, to the list, or stays, as one likes", async ({
  page,
  workspace,
}) => {
  test.setTimeout(120_000);
  const here = await openCases(page, workspace, people);
  const title = (name: string) => page.getByRole("heading", { level: 1, name });
  await page.goto(`${here}?view=mine`);
  await link(page, "Anna Lind").click();
  await expect(title("Anna Lind")).toBeVisible();
  await page.keyboard.press("j");
  await expect(title("Bo Hansen")).toBeVisible();
  await page.keyboard.press("k");
  await expect(title("Anna Lind")).toBeVisible();
  await expectAccessible(page);

  await page.keyboard.press("n");
  await expect(page.getByRole("textbox", { name: "Note for colleagues" })).toBeFocused();
  await page.keyboard.type("e");
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.getByRole("textbox", { name: "Note for colleagues" }).fill("");
  await page.getByRole("textbox", { name: "Note for colleagues" }).blur();

  await page.keyboard.press("e");
  await fillClosing(page);
  await expect(title("Bo Hansen")).toBeFocused();
  await expect(page.getByRole("status").filter({ hasText: "Next: Bo Hansen" })).toBeAttached();

  await page.goto(`${site()}/${workspace.slug}/settings/me`);
  await page.getByRole("radio", { name: "Go back to the list" }).check();
  await expect(page.getByText("Saved").first()).toBeVisible();
  await expectAccessible(page);
  await page.goto(`${here}?view=mine`);
  await link(page, "Bo Hansen").click();
  await expect(title("Bo Hansen")).toBeVisible();
  await page.keyboard.press("e");
  await fillClosing(page);
  await expect(page).toHaveURL(/\/cases\?view=mine$/);
  await expect(link(page, "Eva Holm")).toBeFocused();
  await page.keyboard.press("z");
  await expect(tab(page, "Mine", 3)).toBeVisible();
});

test("a snooze ends with the customer's mail and is taken up again in one press; otherwise at its time", async ({
  page,
  workspace,
  mailbox,
}) => {
  test.setTimeout(180_000);
  const here = await openCases(page, workspace, ["Anna Lind"]);
  const anna = `person0@${workspace.slug}.example`;
  await page.goto(here);
  await link(page, "Anna Lind").click();
  await page.getByRole("textbox", { name: /Reply to/ }).fill("Hej Anna! Jag ringer på tisdag.");
  await page.getByRole("button", { name: "Send reply" }).click();
  await expect(page.getByRole("article", { name: /Reply by Maja/ })).toBeVisible();
  const reply = await mailbox.newest(anna, /./);
  await page.getByRole("button", { name: "Snooze" }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^(?:Next Monday|In a week) 09:00/ })
    .first()
    .click();
  await expect(page.getByText(/^Maja Berg snoozed the case until \w{3} \d+ \w{3,4} 09:00/)).toBeVisible();
  await page.goto(`${here}?view=mine`);
  await expect(page.getByText("No cases here")).toBeVisible();

  await mailbox.reply(reply, anna, "Tack!");
  await expect(row(page, "Anna Lind")).toContainText(/Wrote \d+ min ago and waits for your answer/, {
    timeout: 20_000,
  });
  await expect(row(page, "Anna Lind")).toContainText(/Was snoozed until \w{3} \d+ \w{3,4} 09:00/);
  await expect(row(page, "Anna Lind")).toContainText("Due in");
  await expectAccessible(page);
  await row(page, "Anna Lind").getByRole("button", { name: "Snooze again" }).click();
  await expect(page.getByText("No cases here")).toBeVisible();
  await expect(tab(page, "Snoozed", 1)).toBeVisible();

  await letDaysPass(workspace.slug, 9);
  await expect(row(page, "Anna Lind")).toBeVisible({ timeout: 40_000 });
  await expect(row(page, "Anna Lind").getByRole("button", { name: "Snooze again" })).toBeHidden();
});

test("on a phone the list and a case are worked with the thumb, and going back leads to where one was", async ({
  page,
  workspace,
}) => {
  test.setTimeout(120_000);
  const here = await openCases(page, workspace, people);
  for (const width of [320, 390]) {
    await page.setViewportSize({ width, height: 640 });
    await page.goto(here);
    await expect(link(page, "Ola Dahl")).toBeVisible();
    await expectNarrow(page);
    const box = page.getByRole("checkbox", { name: "Select the case of Anna Lind" });
    const target = await box.locator("..").boundingBox();
    expect(Math.min(target!.width, target!.height)).toBeGreaterThanOrEqual(44);
    await box.check();
    const bar = page.getByRole("region", { name: "Selected cases" });
    for (const button of await bar.getByRole("button").all()) {
      expect((await button.boundingBox())!.height).toBeGreaterThanOrEqual(44);
    }
    await expectNarrow(page);
    await bar.getByRole("button", { name: "Snooze" }).click();
    await expect(page.getByRole("dialog").getByRole("button", { name: /^Tomorrow/ })).toBeVisible();
    await expectNarrow(page);
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await bar.getByRole("button", { name: "Select none" }).click();

    await link(page, "Ola Dahl").scrollIntoViewIfNeeded();
    const scrolled = await page.evaluate(() => window.scrollY);
    await link(page, "Ola Dahl").click();
    await expect(page.getByRole("heading", { level: 1, name: "Ola Dahl" })).toBeVisible();
    await expectNarrow(page);
    await page.goBack();
    await expect(link(page, "Ola Dahl")).toBeVisible();
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(scrolled);
  }
});
