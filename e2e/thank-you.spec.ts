import type { Browser } from "@playwright/test";
import { expectAccessible, expectToFit } from "./accessibility.ts";
import { call } from "./answers.ts";
import { expect, site, type TestWorkspace, test } from "./fixtures.ts";
import { linksOf, type Mailbox } from "./mailbox.ts";
import { letMinutesPass } from "./time.ts";

/** Customers who are asked at once, and a way for each to answer from the mail. */
async function askThem(browser: Browser, workspace: TestWorkspace, mailbox: Mailbox, names: string[]) {
  const addressOf = (name: string) => `${name.split(" ")[0]!.toLowerCase()}@${workspace.slug}.example`;
  const contacts = names.map((name) => ({ email: addressOf(name), name, locale: "en" }));
  await workspace.api("POST", "/contacts", { contacts });
  const survey = await workspace.api("POST", "/surveys", { name: "Relationship" });
  const always = { days: [1, 2, 3, 4, 5, 6, 7], from: 0, to: 24 };
  const campaign = {
    ...{ name: "Autumn", surveyId: survey.id, audience: { all: true }, sendingHours: always },
  };
  const { id } = await workspace.api("POST", "/campaigns", campaign);
  await workspace.api("POST", `/campaigns/${id}/start`);
  return {
    addressOf,
    async give(name: string, score: number) {
      const asked = await mailbox.newest(addressOf(name));
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(linksOf(asked).find((link) => link.endsWith(`/${score}`))!);
      await page.getByRole("button", { name: "Send" }).click();
      await expect(page.getByRole("heading", { name: "Thank you" })).toBeVisible();
      await context.close();
    },
  };
}

test("a rule thanks promoters once, asks them to pass the company on, and leaves them alone when they say so", async ({
  page,
  browser,
  workspace,
  mailbox,
}) => {
  test.setTimeout(240_000);
  const { give, addressOf } = await askThem(browser, workspace, mailbox, ["Anna Lindqvist", "Bea Holm"]);
  const template = (name: string, text: string) =>
    call(page, "template.save", { workspace: workspace.slug, name, locale: "en", text });
  await template("Warm thanks", "Dear {{first_name}},\n\nthank you for your {{score}}.");
  await template("Tell others", "Do you know somebody who would like {{workspace}}?");
  await give("Anna Lindqvist", 9);
  const home = `${site()}/${workspace.slug}`;

  await test.step("choosing a thank-you leaves out whom it must not go to, and says so in the sentence", async () => {
    await page.goto(`${home}/settings/rules/new`);
    await page.getByLabel("Name", { exact: true }).fill("Thank them");
    await page.getByRole("radio", { name: "Open no case, send a thank-you" }).check();
    await expect(
      page.getByText("When a passive or a promoter answers and does not ask to be contacted, open no case"),
    ).toBeVisible();
    await expect(page.getByRole("checkbox", { name: "Detractor" })).not.toBeChecked();
    await page.getByRole("button", { name: /^Try on the last/ }).click();
    await expect(
      page.getByRole("alert").getByRole("link", { name: "Choose the text that thanks" }),
    ).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("a detractor cannot be thanked", async () => {
    await page.getByLabel("Text that thanks").selectOption({ label: "Warm thanks · English" });
    await page.getByRole("checkbox", { name: "Detractor" }).check();
    await page.getByRole("button", { name: /^Try on the last/ }).click();
    await expect(
      page.getByRole("alert").getByRole("link", { name: /A detractor gets a person, not a thank-you/ }),
    ).toBeVisible();
    await page.getByRole("checkbox", { name: "Detractor" }).uncheck();
  });

  await test.step("reviews cannot be asked for, and the mail is shown as it would be sent", async () => {
    await page.getByLabel("Ask to pass you on").check();
    await page.getByLabel("Text that asks").selectOption({ label: "Tell others · English" });
    await page.getByLabel("What is passed on").fill("https://www.trustpilot.com/evaluate/fjordline");
    await page.getByRole("button", { name: /^Try on the last/ }).click();
    await expect(
      page.getByRole("alert").getByRole("link", { name: /This leads to trustpilot/ }),
    ).toBeVisible();
    await page.getByLabel("What is passed on").fill("https://fjordline.example/friends");
    const mail = page.frameLocator('iframe[title="The thank-you in English"]');
    await expect(mail.getByText("thank you for your 9.")).toBeVisible();
    await expect(mail.getByRole("link", { name: "https://fjordline.example/friends" })).toBeVisible();
    await expect(page.getByText(/^Not written in Swedish, Danish, .* get no thank-you\.$/)).toBeVisible();
    await expectAccessible(page);
    await expectToFit(page);
  });

  await test.step("the trial says whom it would thank, and writes nothing", async () => {
    await page.getByRole("button", { name: /^Try on the last/ }).click();
    await expect(page.getByText("One customer would have been thanked, as things are today.")).toBeVisible();
    await expect(page.getByText("would be thanked", { exact: false }).first()).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Save and switch on" }).click();
    await expect(page).toHaveURL(/settings\/rules$/);
  });

  await test.step("the page of templates says which rule sends one, and asks with that before it ends", async () => {
    await page.goto(`${home}/settings/templates`);
    const sends = "The rule “Thank them” sends it to customers";
    await expect(page.getByText(`${sends}.`)).toHaveCount(2);
    await page.getByRole("button", { name: "End the template Warm thanks" }).click();
    await expect(page.getByText(`${sends}: whoever answers in English gets it no more.`)).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Close dialog" }).click();
    await expectToFit(page);
  });

  await test.step("the next promoter is thanked half an hour later, once", async () => {
    await give("Bea Holm", 10);
    await page.goto(`${home}/responses`);
    await page.getByRole("link", { name: "Bea Holm", exact: true }).click();
    await expect(page.getByRole("dialog").getByText(/^Goes out/)).toBeVisible();
    await page.getByRole("link", { name: "Open as a page" }).click();
    await expect(page).toHaveURL(/\/responses\/[0-9a-f-]{36}/);
    await letMinutesPass(workspace.slug, 31);
    const mail = await mailbox.newest(addressOf("Bea Holm"), /^Thank you for your answer to/);
    expect(mail.text).toContain("thank you for your 10.");
    expect(mail.text).toContain("https://fjordline.example/friends");
    expect(mail.headers["list-unsubscribe-post"]).toBe("List-Unsubscribe=One-Click");
    await page.reload();
    await expect(page.getByText("By the rule “Thank them”, with the ask to pass you on.")).toBeVisible();
    await expectAccessible(page);
    const mails = await mailbox.all(addressOf("Bea Holm"));
    expect(mails.filter(({ subject }) => subject.startsWith("Thank you"))).toHaveLength(1);
    expect(await mailbox.all(addressOf("Anna Lindqvist"))).toHaveLength(1);
    await page.getByRole("link", { name: "Bea Holm", exact: true }).click();
    await expect(page.getByText("Thanked by a rule, and asked to pass you on")).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("the link in it stops mails like it", async () => {
    const mail = await mailbox.newest(addressOf("Bea Holm"), /^Thank you/);
    const context = await browser.newContext();
    const theirs = await context.newPage();
    await theirs.goto(linksOf(mail).find((link) => link.includes("/u/"))!);
    await theirs.getByRole("button", { name: "No more e-mails like this" }).click();
    await expect(
      theirs.getByRole("heading", { name: "You will get no more e-mails like this" }),
    ).toBeVisible();
    await context.close();
    await page.goto(`${home}/contacts/suppressions`);
    await expect(page.getByText(addressOf("Bea Holm")).first()).toBeVisible();
  });
});
