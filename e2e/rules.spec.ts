import type { Browser, Page } from "@playwright/test";
import { expectAccessible, expectToFit } from "./accessibility.ts";
import { call, makeColleague } from "./answers.ts";
import { expect, site, type TestWorkspace, test } from "./fixtures.ts";
import { linksOf, type Mailbox } from "./mailbox.ts";

type Customer = { name: string; value: string; score: number; comment: string; reason?: string };

/** Customers who are asked at once and answer from the mail, one after the other. */
async function answers(browser: Browser, workspace: TestWorkspace, mailbox: Mailbox, customers: Customer[]) {
  const addressOf = ({ name }: Customer) => `${name.split(" ")[0]!.toLowerCase()}@${workspace.slug}.example`;
  const contacts = customers.map((one) => ({
    ...{ email: addressOf(one), name: one.name, attributes: { Value: one.value } },
  }));
  await workspace.api("POST", "/contacts", { contacts });
  const survey = await workspace.api("POST", "/surveys", { name: "Relationship" });
  const { id } = await workspace.api("POST", "/campaigns", {
    ...{ name: "Autumn", surveyId: survey.id, audience: { all: true } },
  });
  await workspace.api("POST", `/campaigns/${id}/start`);
  const give = async (one: Customer) => {
    const asked = await mailbox.newest(addressOf(one));
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(linksOf(asked).find((link) => link.endsWith(`/${one.score}`))!);
    await page.getByRole("textbox").first().fill(one.comment);
    if (one.reason) await page.getByLabel(one.reason).check();
    await page.getByRole("button", { name: "Send" }).click();
    await expect(page.getByRole("heading", { name: "Thank you" })).toBeVisible();
    await context.close();
  };
  return { give, survey };
}

const rule = (page: Page, name: string) =>
  page
    .getByRole("list", { name: "Rules in their order" })
    .getByRole("listitem")
    .filter({ has: page.getByText(name, { exact: true }) });

test("a rule is built as a sentence, tried, switched on, and opens the case of the next answer", async ({
  page,
  browser,
  workspace,
  mailbox,
}) => {
  test.setTimeout(240_000);
  const bo = await makeColleague(page, browser, mailbox, workspace, "agent");
  const boName = `Bo of ${workspace.name}`;
  const customers: Customer[] = [
    { name: "Anna Lindqvist", value: "60,000", score: 3, comment: "The delivery was late again." },
    { name: "Carl Holm", value: "20,000", score: 2, comment: "Delivered to the wrong door." },
    { name: "Dina Berg", value: "75 000", score: 1, comment: "Late once more; nobody picks up the phone." },
  ];
  const [anna, carl, dina] = customers as [Customer, Customer, Customer];
  const { give } = await answers(browser, workspace, mailbox, customers);
  await give(anna);
  await give(carl);
  const home = `${site()}/${workspace.slug}/settings/rules`;

  await test.step("the list says in sentences what holds, and how it fares", async () => {
    await page.goto(home);
    await expect(page.getByRole("heading", { level: 1, name: "Rules" })).toBeVisible();
    await expect(rule(page, "Detractors")).toContainText(
      "When a detractor answers, open a case for the colleague who knows the customer, due in 24 hours of working time, and tell them.",
    );
    await expect(rule(page, "Detractors")).toContainText("Takes 2 of these answers.");
    await expectAccessible(page);
    await expectToFit(page);
  });

  await test.step("what is missing is said at its field", async () => {
    await page.getByRole("link", { name: "New rule" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "New rule" })).toBeVisible();
    await page.getByRole("button", { name: "Add a condition" }).click();
    await page.getByRole("button", { name: /^Try on the last/ }).click();
    await expect(page.getByRole("alert").getByRole("link", { name: "Give it a name" })).toBeVisible();
    await expect(page.getByText("Choose one at least, or take the condition away.").first()).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("the sentence grows with the fields", async () => {
    await page.getByLabel("Name", { exact: true }).fill("Large and late");
    await page.getByLabel("Detractor", { exact: true }).check();
    await page.getByLabel("Condition", { exact: true }).selectOption("words");
    await page.getByRole("button", { name: "Add a condition" }).click();
    await page.getByLabel("Words in the comment, any of").fill("late, wrong door");
    await page.getByLabel("Condition", { exact: true }).selectOption("attribute");
    await page.getByRole("button", { name: "Add a condition" }).click();
    await page.getByLabel("Attribute", { exact: true }).fill("Value");
    await page.getByLabel("How it compares").selectOption("over");
    await page.getByLabel("Value", { exact: true }).fill("50,000");
    await page.getByLabel("The colleague who knows the customer").uncheck();
    await page.getByLabel(boName).check();
    await page.getByLabel("Hours of working time until it is due").fill("4");
    await page.getByLabel("The lead of the team").check();
    await page.getByLabel("Tags for the case").fill("Delivery");
    await expect(
      page.getByText(
        `When a detractor answers, says “late” or “wrong door” in the comment and has Value over 50,000, open a case for ${boName}, due in 4 hours of working time, tell them and the team’s lead, and tag it “Delivery”.`,
      ),
    ).toBeVisible();
    await expectAccessible(page);
    await expectToFit(page);
  });

  await test.step("a trial says what it would have done, and writes nothing", async () => {
    await expect(page.getByRole("button", { name: "Save and switch on" })).toHaveCount(0);
    await page.getByRole("button", { name: /^Try on the last/ }).click();
    await expect(page.getByText("It takes one of 2 answers of the last 90 days.")).toBeVisible();
    await expect(page.getByText("One case would have opened.")).toBeVisible();
    await expect(page.getByText("One of the answers it takes has a case in truth.")).toBeVisible();
    await expect(page.getByRole("cell", { name: boName })).toBeVisible();
    await expect(page.getByRole("link", { name: "Anna Lindqvist" })).toBeVisible();
    await expectAccessible(page);
    await expectToFit(page);
    await page.getByLabel("Hours of working time until it is due").fill("3");
    await expect(page.getByText("You changed the rule since it was tried.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Save and switch on" })).toHaveCount(0);
    await page.getByLabel("Hours of working time until it is due").fill("4");
    await page.getByRole("button", { name: "Save and switch on" }).click();
    await expect(rule(page, "Large and late")).toContainText(/On\s*since/);
    await expect(rule(page, "Detractors")).toContainText(
      "Alone it would be 2: one is taken by “Large and late” above.",
    );
  });

  await test.step("an answer that fits opens a case for whom and by when the rule says, and names it", async () => {
    await give(dina);
    const alert = await mailbox.newest(`agent-`.concat(workspace.owner.email.split("-")[1]!), /Dina/);
    expect(alert.subject).toContain("the case is yours");
    const told = await mailbox.newest(workspace.owner.email, /Dina/);
    expect(told.text).toContain(`The case is with ${boName}.`);
    expect(told.text).toContain("the rule “Large and late”");
    await bo.goto(`${site()}/${workspace.slug}/cases?view=mine`);
    await bo.getByRole("link", { name: "Dina Berg" }).click();
    await expect(bo.getByText("Opened by the rule “Large and late”")).toBeVisible();
    await expect(bo.getByText("gave the case the tag Delivery")).toBeVisible();
    await expectAccessible(bo);
  });

  await test.step("who may not change rules reads them", async () => {
    await bo.goto(home);
    await expect(rule(bo, "Large and late")).toContainText("Takes 2 of these answers.");
    await expect(bo.getByRole("link", { name: "New rule" })).toHaveCount(0);
    await expect(bo.getByRole("button", { name: /^Move/ })).toHaveCount(0);
    await bo.goto(`${home}/new`);
    await expect(bo).toHaveURL(home);
    await expectAccessible(bo);
  });
});

test("the order of rules is seen and changed, by buttons and by keys", async ({ page, workspace }) => {
  test.setTimeout(120_000);
  const usual = { opens: true, known: true, people: [], dueHours: "", tellAssignee: true, tellLead: false };
  const save = (name: string, conditions: object[], over: object = {}) =>
    call(page, "rule.save", {
      ...{
        workspace: workspace.slug,
        name,
        conditions,
        ...usual,
        tags: [],
        templateId: null,
        on: true,
        ...over,
      },
    });
  await save("Worst", [{ kind: "score", from: 0, to: 2 }]);
  await save("Everybody", [], { opens: false });
  await page.goto(`${site()}/${workspace.slug}/settings/rules`);
  const order = () =>
    page
      .getByRole("list", { name: "Rules in their order" })
      .getByRole("listitem")
      .locator("b")
      .allTextContents();
  await expect.poll(order).toEqual(["Everybody", "Worst", "Asks to be contacted", "Detractors"]);
  const covered = "Never reached: “Everybody” above takes every answer that fits this rule.";
  await expect(rule(page, "Worst")).toContainText(covered);
  await expectAccessible(page);
  await expectToFit(page);

  const down = page.getByRole("button", { name: "Move Everybody down" });
  await down.click();
  await expect.poll(order).toEqual(["Worst", "Everybody", "Asks to be contacted", "Detractors"]);
  await expect(rule(page, "Worst")).not.toContainText(covered);
  await expect(down).toBeFocused();
  for (const expected of [
    ["Worst", "Asks to be contacted", "Everybody", "Detractors"],
    ["Worst", "Asks to be contacted", "Detractors", "Everybody"],
  ]) {
    await page.keyboard.press("Shift+ArrowDown");
    await expect.poll(order).toEqual(expected);
    await expect(down).toBeFocused();
  }
  await expect(page.getByText("“Everybody” is rule 4 of 4 now.")).toBeVisible();

  await page.getByRole("button", { name: "Switch off the rule Detractors" }).click();
  await expectAccessible(page);
  await page.getByRole("dialog").getByRole("button", { name: "Switch off" }).click();
  await expect(rule(page, "Detractors")).toContainText(/Off\s*since/);
  await page.getByRole("link", { name: "Try and switch on the rule Detractors" }).click();
  await expect(page.getByRole("list", { name: "History" })).toContainText("Switched off, Maja Berg");
  await page.getByRole("button", { name: /^Try on the last/ }).click();
  await page.getByRole("button", { name: "Save and switch on" }).click();
  await expect(rule(page, "Detractors")).toContainText(/On\s*since/);

  await page.getByRole("link", { name: "Change the rule Worst" }).click();
  await expect(page.getByRole("button", { name: "Save the change" })).toHaveCount(0);
  await page.getByLabel("To", { exact: true }).selectOption("3");
  await page.getByRole("button", { name: /^Try on the last/ }).click();
  await page.getByRole("button", { name: "Save the change" }).click();
  await expect(rule(page, "Worst")).toContainText("with 0 to 3");
  await page.getByRole("button", { name: "End the rule Everybody" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "End" }).click();
  await expect(rule(page, "Everybody")).toHaveCount(0);
});

test("a promoter is thanked with the template that the rule suggests, never asked alone for a review", async ({
  page,
  browser,
  workspace,
  mailbox,
}) => {
  test.setTimeout(180_000);
  const template = (name: string, text: string) =>
    call<{ id: string }>(page, "template.save", { workspace: workspace.slug, name, locale: "en", text });
  await template("Review us", "Thank you! https://www.trustpilot.com/evaluate/fjordline.example");
  await template("Thank you", "Dear {{first_name}}, thank you for recommending us.");
  await page.goto(`${site()}/${workspace.slug}/settings/rules/new`);
  await page.getByLabel("Name", { exact: true }).fill("Thank promoters");
  await page.getByRole("button", { name: "Add a condition" }).click();
  await page.getByLabel("Promoter").check();
  await page.getByLabel("Template suggested").selectOption({ label: "Review us · English" });
  await page.getByRole("button", { name: "Save as draft" }).click();
  await expect(page.getByText("This template leads to trustpilot.").first()).toBeVisible();
  await page.getByLabel("Template suggested").selectOption({ label: "Thank you · English" });
  await page.getByRole("button", { name: /^Try on the last/ }).click();
  await page.getByRole("button", { name: "Save and switch on" }).click();
  await expect(rule(page, "Thank promoters")).toContainText("suggest the template “Thank you”");

  const eva: Customer = { name: "Eva Lund", value: "1", score: 10, comment: "Always on time." };
  const { give } = await answers(browser, workspace, mailbox, [eva]);
  await give(eva);
  await page.goto(`${site()}/${workspace.slug}/cases`);
  await page.getByRole("link", { name: "Eva Lund" }).click();
  await page.getByRole("button", { name: "Begin with “Thank you”" }).click();
  await expect(page.getByLabel(/^Reply to/)).toHaveValue("Dear Eva, thank you for recommending us.");
  await expect(page.getByRole("button", { name: "Begin with" })).toHaveCount(0);
  await expectAccessible(page);
});
