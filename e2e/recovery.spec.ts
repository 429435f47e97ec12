import type { Browser, Page } from "@playwright/test";
import { expectAccessible, expectToFit } from "./accessibility.ts";
import { expect, site, type TestWorkspace, test } from "./fixtures.ts";
import { type CaughtMail, linksOf, type Mailbox } from "./mailbox.ts";
import { letDaysPass } from "./time.ts";

/** A customer who answered 2 from the mail, whose case is open by now. */
async function unhappyCustomer(browser: Browser, workspace: TestWorkspace, mailbox: Mailbox) {
  const email = `anna@${workspace.slug}.example`;
  await workspace.api("POST", "/contacts", { contacts: [{ email, name: "Anna Lindqvist" }] });
  const survey = await workspace.api("POST", "/surveys", { name: "Relationship" });
  const campaign = { name: "Autumn", surveyId: survey.id, audience: { all: true } };
  const { id } = await workspace.api("POST", "/campaigns", campaign);
  await workspace.api("POST", `/campaigns/${id}/start`);
  const asked = await mailbox.newest(email);
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(linksOf(asked).find((link) => link.endsWith("/2"))!);
  await page.getByRole("textbox").first().fill("Two crates were missing.");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("heading", { name: "Thank you" })).toBeVisible();
  await context.close();
  return { email, asked };
}

/** Closes the customer's case as a colleague does, and shows it. */
async function closeCase(page: Page, workspace: TestWorkspace): Promise<void> {
  await page.goto(`${site()}/${workspace.slug}/cases`);
  await page.getByRole("link", { name: "Anna Lindqvist" }).click();
  await page.getByRole("button", { name: "Close case" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Cause").fill("Delivery");
  await dialog.getByLabel("Outcome").fill("Both crates were sent again.");
  await expect(
    dialog.getByRole("checkbox", { name: /^Ask Anna Lindqvist on \d+ \w+ \d+ whether/ }),
  ).toBeChecked();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Close case" }).click();
  await expect(page.getByText("closed the case: Delivery")).toBeVisible();
}

const checkLinks = (mail: CaughtMail) =>
  linksOf(mail).filter((link) => /\/c\/[^/]+\/(?:yes|partly|no)$/.test(link));

/** The mail that asks, once a fortnight has passed. */
async function askedWhether(workspace: TestWorkspace, mailbox: Mailbox, email: string): Promise<CaughtMail> {
  await letDaysPass(workspace.slug, 17);
  const mail = await mailbox.newest(email, /^Re:/);
  expect(checkLinks(mail)).toHaveLength(3);
  return mail;
}

test("a closed case comes back when the customer says it is solved only partly", async ({
  page,
  browser,
  workspace,
  mailbox,
}) => {
  test.setTimeout(180_000);
  const { email, asked } = await unhappyCustomer(browser, workspace, mailbox);
  await closeCase(page, workspace);
  await expect(page.getByText(/^Anna Lindqvist will be asked on .* whether it is solved\.$/)).toBeVisible();
  await expectAccessible(page);
  await expectToFit(page);

  const mail = await askedWhether(workspace, mailbox, email);
  expect(mail.headers["in-reply-to"]).toBe(asked.headers["message-id"]);
  expect(mail.headers["reply-to"]).toMatch(/^<?case\+/);
  expect(mail.text).toContain("> Two crates were missing.");

  await test.step("the customer answers without JavaScript", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const answer = await context.newPage();
    await answer.goto(checkLinks(mail).find((link) => link.endsWith("/partly"))!);
    await expect(answer.getByRole("heading", { name: "Is it solved?" })).toBeVisible();
    await expect(answer.getByRole("radio", { name: "Partly" })).toBeChecked();
    await answer.getByLabel("Would you like to add something?").fill("One crate came.");
    await answer.getByRole("button", { name: "Send" }).click();
    await expect(answer.getByRole("status")).toHaveText("You answered “Partly”.");
    await expect(answer.getByText("takes it up again.")).toBeVisible();
    expect(await context.cookies()).toEqual([]);
    await context.close();
  });

  await test.step("the case is back with the words, by itself, and the colleague is told", async () => {
    const words = page.getByRole("article", {
      name: "Anna Lindqvist answers “Partly” to whether it is solved",
    });
    await expect(words).toContainText("One crate came.", { timeout: 20_000 });
    await expect(
      page.getByText("It is not solved, the customer says, so the case is open again"),
    ).toBeVisible();
    await expect(page.getByRole("button", { name: "Close case" })).toBeVisible();
    const alert = await mailbox.newest(workspace.owner.email, /solved/);
    expect(alert.text).toContain("> One crate came.");
    await expectAccessible(page);
    await expectToFit(page);
    await page.goto(`${site()}/${workspace.slug}/cases`);
    await expect(page.getByRole("link", { name: "Anna Lindqvist" })).toBeVisible();
    await page.getByRole("link", { name: "Figures" }).click();
    await expect(page.getByText("0 yes, 1 partly, 0 no")).toBeVisible();
    await expect(
      page.getByRole("row", { name: /^Closed cases: Delivery 1 100\s% .* 1 0 of 1/ }),
    ).toBeVisible();
    await expectAccessible(page);
    await expectToFit(page);
  });

  await test.step("nothing of it is in the NPS", async () => {
    expect(await workspace.api("GET", "/nps")).toMatchObject({ n: 1, nps: -100 });
    expect((await workspace.api("GET", "/responses")).data).toHaveLength(1);
  });
});

test("a scanner that opens every link of the mail, with JavaScript and without, answers nothing", async ({
  page,
  browser,
  workspace,
  mailbox,
}) => {
  test.setTimeout(180_000);
  const { email } = await unhappyCustomer(browser, workspace, mailbox);
  await closeCase(page, workspace);
  const mail = await askedWhether(workspace, mailbox, email);
  const links = [...new Set(linksOf(mail))];
  for (const link of links) {
    for (const method of ["HEAD", "GET"]) expect((await fetch(link, { method })).status, link).toBe(200);
  }
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ javaScriptEnabled });
    const scanner = await context.newPage();
    for (const link of links) {
      await scanner.goto(link);
      await expect(scanner.getByRole("button").first()).toBeVisible();
      await scanner.mouse.move(200, 200);
      if (javaScriptEnabled && link.includes("/c/")) {
        await scanner.evaluate(() => {
          document.querySelector<HTMLElement>("#send")?.click();
          document.forms[0]?.requestSubmit();
        });
        expect(scanner.url()).toBe(link);
      }
    }
    expect(await context.cookies()).toEqual([]);
    await context.close();
  }
  const withoutNonce = await fetch(checkLinks(mail)[0]!, {
    method: "POST",
    body: new URLSearchParams({ answer: "no", comment: "x" }),
    redirect: "manual",
  });
  expect(withoutNonce.status).toBe(422);
  await page.reload();
  await expect(
    page.getByText(/Anna Lindqvist was asked whether it is solved; an answer is taken until/),
  ).toBeVisible();
  await expect(page.getByRole("article", { name: /to whether it is solved/ })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Open again" })).toBeVisible();

  await test.step("a person does, with scripts, and the page is for everybody", async () => {
    const context = await browser.newContext();
    const customer = await context.newPage();
    await customer.goto(checkLinks(mail)[0]!);
    await expectAccessible(customer);
    await expectToFit(customer);
    await customer.getByRole("radio", { name: "Yes" }).check();
    await customer.getByRole("button", { name: "Send" }).click();
    await expect(customer.getByText("There is nothing more for you to do.")).toBeVisible();
    await expectAccessible(customer);
    await expectToFit(customer);
    await context.close();
    const noted = page.getByRole("article", { name: "Anna Lindqvist answers “Yes” to whether it is solved" });
    await expect(noted).toBeVisible({ timeout: 20_000 });
    await expect(page.getByRole("button", { name: "Open again" })).toBeVisible();
  });
});

test("what is planned can be called off, and not be planned at all", async ({
  page,
  browser,
  workspace,
  mailbox,
}) => {
  test.setTimeout(120_000);
  const { email } = await unhappyCustomer(browser, workspace, mailbox);
  await closeCase(page, workspace);
  await page.getByRole("button", { name: "Don’t ask" }).click();
  await expect(
    page.getByText(/^Anna Lindqvist was not asked whether it is solved: it was called off ·/),
  ).toBeVisible();
  await expect(page.getByRole("button", { name: "Don’t ask" })).toHaveCount(0);

  await page.getByRole("button", { name: "Open again" }).click();
  await page.getByRole("button", { name: "Close case" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Cause").fill("Delivery");
  await dialog.getByLabel("Outcome").fill("Sent again.");
  await dialog.getByRole("checkbox", { name: /whether it is solved/ }).uncheck();
  await dialog.getByRole("button", { name: "Close case" }).click();
  await expect(page.getByText("closed the case: Delivery")).toHaveCount(2);
  await expect(page.getByText(/will be asked on/)).toHaveCount(0);

  await letDaysPass(workspace.slug, 17);
  await page.goto(`${site()}/${workspace.slug}/settings/workspace`);
  const days = page.getByLabel("Days until a customer is asked whether it is solved");
  await expect(days).toHaveValue("14");
  await days.fill("0");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.goto(`${site()}/${workspace.slug}/cases?view=closed`);
  await page.getByRole("link", { name: "Anna Lindqvist" }).click();
  await page.getByRole("button", { name: "Open again" }).click();
  await page.getByRole("button", { name: "Close case" }).click();
  await expect(page.getByRole("dialog").getByRole("checkbox")).toHaveCount(0);
  expect((await mailbox.all(email)).filter((mail) => mail.subject.startsWith("Re:"))).toEqual([]);
});
