import { readFile } from "node:fs/promises";
import { expectAccessible, expectToFit } from "./accessibility.ts";
import { expect, site, test } from "./fixtures.ts";

test("a customer without JavaScript gives leave to quote and takes it back, and staff see and filter it", async ({
  page,
  browser,
  workspace,
  mailbox,
}) => {
  test.setTimeout(120_000);
  const home = `${site()}/${workspace.slug}`;
  await page.goto(`${home}/settings/workspace`);
  await page.getByLabel("Ask customers whether their words may be quoted").check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await expectAccessible(page);

  const email = `anna@${workspace.slug}.example`;
  await workspace.api("POST", "/contacts", {
    contacts: [{ email, name: "Anna Lind", locale: "en", account: "Nordhavn" }],
  });
  const survey = await workspace.api("POST", "/surveys", { name: "Relationship" });
  const campaign = await workspace.api("POST", "/campaigns", {
    name: "Autumn",
    surveyId: survey.id,
    audience: { emails: [email] },
  });
  await workspace.api("POST", `/campaigns/${campaign.id}/start`);
  const mail = await mailbox.newest(email);
  expect(mail.text).not.toMatch(/quote/i);
  const link = /https?:\/\/\S+\/r\/\S+\/6(?=\s)/.exec(mail.text)![0];

  const context = await browser.newContext({ javaScriptEnabled: false });
  const theirs = await context.newPage();
  await theirs.goto(link);
  await theirs.getByRole("textbox").fill("Kind people, slow boats.");
  await theirs.getByRole("button", { name: "Send" }).click();
  await expect(theirs.getByRole("heading", { name: /quote your words\?/ })).toBeVisible();
  for (const manner of await theirs.getByRole("radio").all()) await expect(manner).not.toBeChecked();
  await theirs.getByRole("button", { name: "Yes, you may quote me" }).click();
  await expect(theirs).toHaveTitle(/^Error:/);
  await expect(theirs.getByRole("alert")).toContainText("Choose how you may be named");
  await theirs.getByRole("radio", { name: "With my name and company" }).check();
  await theirs.getByRole("button", { name: "Yes, you may quote me" }).click();
  await expect(theirs.getByRole("heading", { name: /may quote your words$/ })).toBeVisible();
  await expectToFit(theirs);

  await page.goto(`${home}/responses`);
  await page.getByText("Filter", { exact: true }).click();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
  await page.getByRole("checkbox", { name: "May be quoted" }).check();
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page).toHaveURL(/quotable=yes/);
  await expect(page.getByText("One answer, newest first.")).toBeVisible();
  await page.getByRole("link", { name: "Anna Lind", exact: true }).click();
  await expect(page.getByRole("dialog").getByText(/With name and company, since/)).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByText("Export", { exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download" }).click(),
  ]);
  const file = await readFile(await download.path(), "utf8");
  expect(file.split("\r\n")[0]).toContain("consent to quote");
  expect(file).toContain("With name and company");

  await theirs.getByRole("link", { name: "Your answer, and what happens with it" }).click();
  await theirs.getByRole("button", { name: "Take it back" }).click();
  await expect(theirs.getByRole("heading", { name: /quote your words\?/ })).toBeVisible();
  await expect(theirs.getByText(/^You took this back on .* may not quote your words\.$/)).toBeVisible();
  await expectToFit(theirs);
  await context.close();
  await page.goto(`${home}/responses?quotable=yes`);
  await expect(page.getByRole("heading", { name: "No answers here" })).toBeVisible();
  await page.goto(`${home}/responses`);
  await page.getByRole("link", { name: "Anna Lind", exact: true }).click();
  await expect(page.getByText(/The customer took the consent back/)).toBeVisible();
});

test("the pages that ask for leave to quote are accessible", async ({ page, workspace, mailbox }) => {
  const home = `${site()}/${workspace.slug}`;
  await page.goto(`${home}/settings/workspace`);
  await page.getByLabel("Ask customers whether their words may be quoted").check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  const email = `bo@${workspace.slug}.example`;
  await workspace.api("POST", "/contacts", { contacts: [{ email, name: "Bo Ek", locale: "en" }] });
  const survey = await workspace.api("POST", "/surveys", { name: "Relationship" });
  const campaign = await workspace.api("POST", "/campaigns", {
    name: "Autumn",
    surveyId: survey.id,
    audience: { emails: [email] },
  });
  await workspace.api("POST", `/campaigns/${campaign.id}/start`);
  const link = /https?:\/\/\S+\/r\/\S+\/9(?=\s)/.exec((await mailbox.newest(email)).text)![0];
  await page.goto(link);
  await page.getByRole("textbox").fill("A quiet crossing.");
  await page.getByRole("button", { name: "Send" }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Yes, you may quote me" }).click();
  await expectAccessible(page);
  await page.getByRole("radio", { name: "Without a name" }).check();
  await page.getByRole("button", { name: "Yes, you may quote me" }).click();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Your answer, and what happens with it" }).click();
  await expectAccessible(page);
});
