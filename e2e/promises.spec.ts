import type { Page } from "@playwright/test";
import { expectAccessible, expectAccessibleEverywhere, expectToFit } from "./accessibility.ts";
import { call, makeColleague } from "./answers.ts";
import { openCases } from "./cases.ts";
import { dayFromNow } from "./days.ts";
import { expect, tabOf, test } from "./fixtures.ts";

const people = ["Anna Lind", "Bo Hansen", "Eva Holm"];

const queue = (page: Page) => page.getByRole("list", { name: "Cases" });
const row = (page: Page, name: string) => queue(page).getByRole("listitem").filter({ hasText: name });
const tab = (page: Page, name: string, count: number) =>
  page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: `${name} ${count}` });
const openPromises = (page: Page) => page.getByRole("list", { name: "Open promises" });
const dialog = (page: Page) => page.getByRole("dialog");

async function fillClosing(page: Page): Promise<void> {
  await dialog(page).getByLabel("Cause").fill("Delivery");
  await dialog(page).getByLabel("Outcome").fill("Sent again.");
  await dialog(page).getByRole("button", { name: "Close case" }).click();
  await expect(dialog(page)).toBeHidden();
}

test("a promise is noted from a sentence, comes up on its day, keeps the case open, and is kept", async ({
  page,
  browser,
  workspace,
  mailbox,
}) => {
  test.setTimeout(180_000);
  const here = await openCases(page, workspace, people);
  const bo = await makeColleague(page, browser, mailbox, workspace, "agent");
  await page.goto(here);
  await row(page, "Eva Holm").getByRole("link", { name: "Eva Holm" }).click();
  const field = page.getByLabel("Reply to Eva Holm");
  await expect(field).toBeVisible();
  await bo.goto(page.url());

  await test.step("what looks like one is offered with its day, and nothing is noted by itself", async () => {
    await field.fill("Dear Eva,\n\nI am sorry. I will call you today. Was it heavy?\n\nMaja");
    const likely = page.getByRole("list", { name: "Likely promises" });
    await expect(likely).toContainText("“I will call you today.” Note it as a promise for");
    await expectAccessible(page);
    await expect(openPromises(page)).toBeHidden();
    await likely.getByRole("button", { name: "Note it" }).click();
    await expect(dialog(page).getByLabel("What was promised")).toHaveValue("I will call you today.");
    await expect(dialog(page).getByLabel("By which day")).not.toHaveValue("");
    await expectAccessible(page);
    await expectToFit(page);
    await dialog(page).getByRole("button", { name: "Note a promise" }).click();
    await expect(dialog(page)).toBeHidden();
    await expect(openPromises(page)).toContainText("I will call you today.");
    await expect(openPromises(page)).toContainText("due today");
    await expect(likely).toBeHidden();
    await expect(page.getByText(/Maja Berg promised for .*: “I will call you today\.”/)).toBeVisible();
  });

  await test.step("a colleague sees it come, without a reload", async () => {
    await expect(openPromises(bo)).toContainText("due today");
    await bo.context().close();
  });

  await test.step("words that are selected become one by hand, and are for another day", async () => {
    await field.fill("We will refund the crate.");
    await field.selectText();
    await page.getByRole("button", { name: "Note a promise" }).last().click();
    await expect(dialog(page).getByLabel("What was promised")).toHaveValue("We will refund the crate.");
    await dialog(page).getByLabel("By which day").fill(dayFromNow(2));
    await dialog(page).getByRole("button", { name: "Note a promise" }).click();
    await expect(openPromises(page).getByRole("listitem")).toHaveCount(2);
    await expectAccessibleEverywhere(page);
  });

  await test.step("on the queue its case comes before those that were due before, and says why", async () => {
    await page.goto(here);
    await expect(queue(page).getByRole("link").first()).toHaveText("Eva Holm");
    await expect(row(page, "Eva Holm")).toContainText("A promise is due today");
    await expect(row(page, "Eva Holm")).toContainText("I will call you today. · due today · Maja Berg");
    await expectAccessibleEverywhere(page);
    await tab(page, "Promises", 1).click();
    await expect(queue(page).getByRole("listitem")).toHaveCount(1);
  });

  await test.step("the case does not close over it; kept, withdrawn and closed without a mouse", async () => {
    await row(page, "Eva Holm").getByRole("link").click();
    await expect(openPromises(page).getByRole("listitem")).toHaveCount(2);
    const id = page.url().match(/cases\/([0-9a-f-]+)/)![1]!;
    const { data: causes } = await workspace.api("GET", "/causes");
    const closing = { causeId: causes[0]!.id, outcome: "Sent" };
    const refused = await workspace.api("POST", `/cases/${id}/close`, closing);
    expect(JSON.stringify(refused)).toContain("A promise to this customer is open: “I will call you today.”");

    await page.keyboard.press("e");
    await expect(dialog(page)).toContainText("Something is promised here.");
    await expect(dialog(page).getByLabel("Cause")).toBeHidden();
    await expect(dialog(page).getByRole("button", { name: "Kept" }).first()).toBeFocused();
    await expectAccessible(page);
    await expectToFit(page);
    await page.keyboard.press("Enter");
    await expect(dialog(page).getByRole("listitem")).toHaveCount(1);
    await dialog(page).getByRole("button", { name: "Withdraw…" }).press("Enter");
    await expect(dialog(page).getByLabel("Reason")).toBeFocused();
    await expectAccessible(page);
    await page.keyboard.type("The customer wants a new one instead");
    await page.keyboard.press("Enter");
    await expect(dialog(page).getByLabel("Cause")).toBeFocused();
    await fillClosing(page);
    await page.goto(`${here}/${id}`);
    await expect(page.getByText("Maja Berg closed the case: Delivery")).toBeVisible();
    const over = page.getByRole("list", { name: "Promises that are over" });
    await expect(over).toContainText(/Kept: I will call you today\. \(for/);
    await expect(over).toContainText(/Withdrawn: We will refund the crate\. \(for/);
    await expect(
      page.getByText(/withdrew the promise .*: The customer wants a new one instead/),
    ).toBeVisible();
  });
});

test("closing several leaves those with a promise and says so; a promise is moved, and kept is taken back", async ({
  page,
  workspace,
}) => {
  test.setTimeout(120_000);
  const here = await openCases(page, workspace, people);
  await page.goto(here);
  await row(page, "Anna Lind").getByRole("link", { name: "Anna Lind" }).click();
  await page.getByRole("button", { name: "Note a promise" }).click();
  await dialog(page).getByLabel("What was promised").fill("A new crate");
  await dialog(page).getByLabel("By which day").fill("2020-01-01");
  await dialog(page).getByRole("button", { name: "Note a promise" }).click();
  await expect(dialog(page).getByText("That day is past. Choose today or a later one.")).toBeVisible();
  await dialog(page).getByLabel("By which day").fill(dayFromNow(2));
  await dialog(page).getByRole("button", { name: "Note a promise" }).click();
  await expect(openPromises(page)).toContainText("A new crate");

  await test.step("kept is one press, and one to take it back", async () => {
    await openPromises(page).getByRole("button", { name: "Kept" }).click();
    await expect(openPromises(page)).toBeHidden();
    await page.getByRole("button", { name: "Undo" }).first().click();
    await expect(openPromises(page)).toContainText("A new crate");
  });

  await test.step("a new day needs a reason", async () => {
    const day = dayFromNow(9);
    await openPromises(page).getByRole("button", { name: "Move…" }).click();
    await openPromises(page).getByLabel("By which day").fill(day);
    await openPromises(page).getByLabel("Reason").fill("The depot is closed");
    await expectAccessible(page);
    await openPromises(page).getByRole("button", { name: "Move it" }).click();
    await expect(
      page.getByText(/moved the promise “A new crate” from .*: The depot is closed/),
    ).toBeVisible();
  });

  await test.step("the others are closed", async () => {
    await page.goto(here);
    await row(page, "Anna Lind").getByRole("link", { name: "Anna Lind" }).focus();
    await page.keyboard.press("x");
    await page.keyboard.press("j");
    await page.keyboard.press("x");
    await page.keyboard.press("e");
    await expect(dialog(page)).toContainText("One of the cases stays open: something is promised in it.");
    await expect(dialog(page).getByRole("heading", { name: "Anna Lind" })).toBeVisible();
    await expectAccessible(page);
    await fillClosing(page);
    await expect(
      page.getByText("One case stays open, because something is promised in it: Anna Lind."),
    ).toBeVisible();
    await expect(tab(page, "Open", 2)).toBeVisible();
    await expect(row(page, "Bo Hansen")).toBeHidden();
  });
});

test("a call is noted for somebody new, stands in the queue without a score, and is answered by mail", async ({
  page,
  workspace,
  mailbox,
}) => {
  test.setTimeout(120_000);
  const here = await openCases(page, workspace, ["Anna Lind"]);
  const email = `ola@${workspace.slug}.example`;
  await page.goto(here);
  await page.getByRole("link", { name: "New case" }).click();
  await expect(page.getByRole("heading", { name: "New case" })).toBeVisible();

  await test.step("what is missing is said at its field", async () => {
    await page.getByRole("button", { name: "Open the case" }).click();
    await expect(page.getByRole("main")).toContainText("Write what the customer said.");
    await expectAccessibleEverywhere(page);
  });

  await test.step("a search that does not reach Svar says so, not that nobody is known", async () => {
    const tab = await tabOf(page.context());
    await tab.route("**/api/trpc/*contact.list*", (route) => route.abort());
    await tab.goto(`${here}/new`);
    await expect(async () => {
      await tab.getByRole("searchbox", { name: "Customer" }).fill("");
      await tab.getByRole("searchbox", { name: "Customer" }).fill("Anna");
      await expect(tab.getByText("Svar could not be reached. Try again.")).toBeVisible({ timeout: 15_000 });
    }).toPass();
    await expect(tab.getByText("Nobody found")).toHaveCount(0);
    await tab.close();
  });

  await test.step("nobody is found, so it is somebody new", async () => {
    await page.getByRole("searchbox", { name: "Customer" }).fill("Ola Dahl");
    await expect(page.getByRole("status").filter({ hasText: "Nobody found" })).toBeAttached();
    await page.getByRole("button", { name: "Somebody new" }).click();
    await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue("Ola Dahl");
    await page.getByRole("textbox", { name: "E-mail" }).fill(email);
    await page.getByLabel("What they said").fill("The lid was broken.");
    await expectAccessibleEverywhere(page);
    await page.getByRole("button", { name: "Open the case" }).click();
  });

  await test.step("the case says how they came, who noted it and what they said", async () => {
    const origin = page.getByRole("article", { name: "By phone, noted by Maja Berg" });
    await expect(origin).toContainText("The lid was broken.");
    await expectAccessibleEverywhere(page);
  });

  await test.step("a reply goes out under its own subject", async () => {
    await page.getByLabel("Reply to Ola Dahl").fill("I am sorry. A new lid is on its way.");
    await page.getByRole("button", { name: "Send reply" }).click();
    const mail = await mailbox.newest(email);
    expect(mail.subject).toBe(`Your enquiry at ${workspace.name}`);
    expect(mail.headers["reply-to"]).toMatch(/^<?case\+/);
  });

  await test.step("the queue shows it beside those with a score", async () => {
    await page.goto(here);
    await expect(row(page, "Ola Dahl")).toContainText("By phone");
    await expect(row(page, "Ola Dahl")).toContainText("The lid was broken.");
    await expectAccessibleEverywhere(page);
  });

  await test.step("for a known customer it begins on their page", async () => {
    await row(page, "Anna Lind").getByRole("link", { name: "Anna Lind" }).click();
    await page.getByRole("link", { name: "Open the contact" }).click();
    await page.getByRole("link", { name: "New case" }).click();
    await page.getByLabel("What they said").fill("Asked about the invoice.");
    await page.getByRole("radio", { name: "In person" }).check();
    await page.getByRole("button", { name: "Open the case" }).click();
    await expect(page.getByRole("article", { name: "In person, noted by Maja Berg" })).toBeVisible();
    await expect(page.getByRole("heading", { name: "Other cases" })).toBeVisible();
  });
});

test("two open cases of a customer are made one, taken apart, and made one again", async ({
  page,
  workspace,
}) => {
  test.setTimeout(120_000);
  const here = await openCases(page, workspace, ["Anna Lind"]);
  await page.goto(here);
  await row(page, "Anna Lind").getByRole("link", { name: "Anna Lind" }).click();
  await page.getByRole("link", { name: "Open the contact" }).click();
  await page.getByRole("link", { name: "New case" }).click();
  await page.getByLabel("What they said").fill("The lid is broken, too.");
  await page.getByRole("button", { name: "Open the case" }).click();
  await expect(page.getByText("There is another open case of Anna Lind")).toBeVisible();
  await expectAccessibleEverywhere(page);

  const merge = page.getByRole("button", { name: "Merge it into this one" });
  const answer = page.getByRole("article", { name: "Answer by Anna Lind in the merged case" });
  await merge.click();
  await expect(answer).toContainText("Late again");
  await expect(merge).toBeHidden();
  await page.getByRole("button", { name: "Undo" }).first().click();
  await expect(page.getByText("Maja Berg took the cases apart again")).toBeVisible();
  await expect(answer).toBeHidden();
  await merge.click();
  await expect(answer).toBeVisible();
  await expectAccessibleEverywhere(page);
  const survivor = page.url();

  await page.goto(here);
  await expect(tab(page, "Open", 1)).toBeVisible();
  await tab(page, "Closed", 1).click();
  await expect(row(page, "Anna Lind")).toContainText("Merged into another case of the customer");
  await row(page, "Anna Lind").getByRole("link", { name: "Anna Lind" }).click();
  await expect(page.getByText("This case was merged")).toBeVisible();
  await expect(page.getByRole("button", { name: "Open again" })).toBeHidden();
  await expectAccessibleEverywhere(page);
  await page.getByRole("link", { name: "Go on in the other case" }).click();
  await expect(page).toHaveURL(survivor);
});

test("a long promise stays within its row, whole in the queue and at hand beside a case", async ({
  page,
  workspace,
}) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 1280, height: 800 });
  const here = await openCases(page, workspace, people);
  await page.goto(here);
  await row(page, "Eva Holm").getByRole("link", { name: "Eva Holm" }).click();
  await expect(page.getByLabel("Reply to Eva Holm")).toBeVisible();
  const caseId = new URL(page.url()).pathname.split("/").at(-1)!;
  const text =
    `Send the crate again with ${"a-very-long-word-".repeat(8)} ${"and call before it leaves ".repeat(5)}`.trim();
  await call(page, "promise.make", { workspace: workspace.slug, caseId, text, dueOn: dayFromNow(2) });

  const said = (list: ReturnType<typeof queue>) => list.getByText("Send the crate again").first();
  const within = async (list: ReturnType<typeof queue>) => {
    const [box, line] = [await list.boundingBox(), await said(list).boundingBox()];
    expect(line!.x + line!.width).toBeLessThanOrEqual(box!.x + box!.width);
    expect(await list.evaluate((it) => it.scrollWidth - it.clientWidth)).toBeLessThanOrEqual(0);
  };
  const beside = page.getByRole("listbox", { name: "Cases" });
  await expect(said(beside)).toHaveAttribute("title", new RegExp(`^${text.slice(0, 60)}.*Maja Berg$`));
  await within(beside);
  await page.goto(here);
  await expect(said(queue(page))).toContainText("Maja Berg");
  await within(queue(page));
  await expectAccessible(page);
  await expectToFit(page);
});
