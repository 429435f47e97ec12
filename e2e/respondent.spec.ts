import { expectAccessible } from "./accessibility.ts";
import { expect, site, type TestWorkspace, test } from "./fixtures.ts";
import type { Mailbox } from "./mailbox.ts";

async function scoreLink(
  workspace: TestWorkspace,
  mailbox: Mailbox,
  score: number,
  locale = "en",
): Promise<string> {
  const email = `anna-${locale}@${workspace.slug}.example`;
  await workspace.api("POST", "/contacts", { contacts: [{ email, name: "Anna", locale }] });
  const survey = await workspace.api("POST", "/surveys", { name: `In ${locale}` });
  const campaign = await workspace.api("POST", "/campaigns", {
    name: locale,
    surveyId: survey.id,
    audience: { emails: [email] },
  });
  await workspace.api("POST", `/campaigns/${campaign.id}/start`);
  const mail = await mailbox.newest(email);
  return new RegExp(`https?://\\S+/r/\\S+/${score}(?=\\s)`).exec(mail.text)![0];
}

test("a customer answers without JavaScript, changes the answer, and one answer stands", async ({
  browser,
  workspace,
  mailbox,
}) => {
  const link = await scoreLink(workspace, mailbox, 4);
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(link);
  await expect(page.getByRole("radio", { name: /^4/ })).toBeChecked();
  await expect(page.getByRole("status")).toContainText("You chose 4");
  await page.getByRole("textbox").fill("The portal logs me out.");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("heading", { name: /thank you/i })).toBeVisible();
  expect(await workspace.api("GET", "/nps")).toMatchObject({ n: 1, detractors: 1 });

  await page.goto(link.replace(/\/4$/, "/9"));
  await expect(page.getByText("You answered 4")).toBeVisible();
  await page.getByRole("button").click();
  await expect(page.getByRole("heading", { name: /thank you/i })).toBeVisible();
  expect(await workspace.api("GET", "/nps")).toMatchObject({ n: 1, promoters: 1 });
  const { data } = await workspace.api("GET", "/responses");
  expect(data).toMatchObject([{ score: 9, version: 2 }]);
  await context.close();
});

test("nothing typed is lost when the number is missing", async ({ page, workspace, mailbox }) => {
  const link = await scoreLink(workspace, mailbox, 4);
  await page.goto(link.replace(/\/4$/, ""));
  await page.getByRole("textbox").fill("I forgot the number.");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page).toHaveTitle(/^Error:/);
  await expect(page.getByRole("textbox")).toHaveValue("I forgot the number.");
  await page.getByRole("radio", { name: /^10/ }).check({ force: true });
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("heading", { name: /thank you/i })).toBeVisible();
  const { data } = await workspace.api("GET", "/responses");
  expect(data).toMatchObject([{ score: 10, comment: "I forgot the number." }]);
});

test("a customer asks to be called without JavaScript, and is told by whom and by when", async ({
  browser,
  workspace,
  mailbox,
}) => {
  const link = await scoreLink(workspace, mailbox, 9);
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(link);
  await expect(page.getByText("Phone number")).toBeHidden();
  await page.getByRole("textbox").fill("Your invoice is wrong.");
  await page.getByLabel(/to contact me$/).check();
  await page.getByLabel("By phone").check();
  await page.getByRole("button", { name: "Send" }).click();
  await page.getByRole("link", { name: /^Write the phone number/ }).click();
  await expect(page.getByLabel("Phone number")).toBeFocused();
  await expect(page.getByText("Your invoice is wrong.")).toBeVisible();
  await page.getByLabel("Phone number").fill("+45 12 34 56 78");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByText(/will call you on \+45 12 34 56 78 by \d/)).toBeVisible();
  await context.close();
});

test("an agent sees how the customer wishes to be contacted, on the case and in the list", async ({
  page,
  workspace,
  mailbox,
}) => {
  await page.goto(await scoreLink(workspace, mailbox, 8));
  await page.getByLabel(/to contact me$/).check();
  await page.getByLabel("By phone").check();
  await page.getByLabel("Phone number").fill("+45 12 34 56 78");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByText(/will call you on/)).toBeVisible();
  await expectAccessible(page);

  await page.goto(`${site()}/${workspace.slug}/cases`);
  await expect(page.getByRole("list", { name: "Cases" })).toContainText("+45 12 34 56 78");
  await expectAccessible(page);
  await page.getByRole("list", { name: "Cases" }).getByRole("link").first().click();
  await expect(page.getByRole("link", { name: "+45 12 34 56 78" })).toHaveAttribute(
    "href",
    "tel:+4512345678",
  );
  await expectAccessible(page);
  const { data } = await workspace.api("GET", "/responses");
  expect(data).toMatchObject([{ score: 8, contactWish: { by: "phone", phone: "+45 12 34 56 78" } }]);
});

test("a customer sees what became of the answer, changes the wish, and asks for a break", async ({
  browser,
  page,
  workspace,
  mailbox,
}) => {
  const link = await scoreLink(workspace, mailbox, 3);
  const context = await browser.newContext({ javaScriptEnabled: false });
  const customer = await context.newPage();
  await customer.goto(link);
  await customer.getByRole("textbox").fill("The ferry was late.");
  await customer.getByRole("button", { name: "Send" }).click();
  await customer.getByRole("link", { name: "Your answer, and what happens with it" }).click();
  await expect(customer.getByText("The ferry was late.")).toBeVisible();
  await expect(customer.getByText(/will look into your answer by/)).toBeVisible();
  const download = customer.waitForEvent("download");
  await customer.getByRole("link", { name: "Download your answer as a file" }).click();
  expect((await download).suggestedFilename()).toBe("svar.json");
  await customer.getByLabel(/to contact me$/).check();
  await customer.getByRole("button", { name: "Save" }).click();
  await expect(customer.getByText(/will write to you by/)).toBeVisible();
  const mine = customer.url();
  await customer.getByRole("button", { name: "Not for 6 months" }).click();
  await expect(
    customer.getByRole("heading", { name: "You will get no e-mails like this for a while" }),
  ).toBeVisible();
  await customer.goto(mine);
  expect(await workspace.api("GET", "/nps")).toMatchObject({ n: 1 });
  await customer.getByRole("button", { name: "Withdraw my answer" }).click();
  await expect(customer.getByText(/^You withdrew this answer on/)).toBeVisible();
  expect(await workspace.api("GET", "/nps")).toMatchObject({ n: 0 });
  await customer.getByRole("link", { name: "Answer again" }).click();
  await customer.getByLabel("4", { exact: true }).check({ force: true });
  await customer.getByRole("button", { name: "Send" }).click();
  await expect(customer.getByRole("heading", { name: /thank you/i })).toBeVisible();
  expect(await workspace.api("GET", "/nps")).toMatchObject({ n: 1 });
  await context.close();

  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(mine);
  await expect(page.getByText(/will not ask you for feedback by e-mail before/)).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await expectAccessible(page);
});

test("a manager offers reasons to choose from, a customer ticks two, and an agent sees them", async ({
  browser,
  page,
  workspace,
  mailbox,
}) => {
  const link = await scoreLink(workspace, mailbox, 5);
  await page.goto(`${site()}/${workspace.slug}/surveys`);
  await page.getByRole("link", { name: "In en" }).click();
  await page.getByRole("button", { name: "Use five neutral ones" }).click();
  await expectAccessible(page);
  await page.getByLabel("Reason 5", { exact: true }).fill("The crew");
  await page.getByRole("button", { name: "Remove reason 1", exact: true }).click();
  await page.getByRole("button", { name: "Add a reason" }).click();
  await page.getByLabel("Reason 5", { exact: true }).fill("Food");
  await expect(page.getByText(/^Not offered in .*German/)).toBeVisible();
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(page.getByText(/^Published\./)).toBeVisible();
  await page.getByText("Answer page", { exact: true }).click();
  await expect(page.frameLocator("iframe").getByText("The crew")).toBeVisible();
  await page.getByText("German", { exact: true }).click();
  await expect(page.frameLocator("iframe").getByText(/^Wähle eine Zahl/)).toBeVisible();
  await page.getByLabel("Formally: Sie, te").check();
  await expect(page.frameLocator("iframe").getByText(/^Wählen Sie eine Zahl/)).toBeVisible();
  await expect(page.getByLabel("Subject")).toHaveAttribute("placeholder", /^Würden Sie/);

  const context = await browser.newContext({ javaScriptEnabled: false });
  const customer = await context.newPage();
  await customer.goto(link);
  await expect(customer.getByRole("group", { name: /What is it about/ }).getByRole("checkbox")).toHaveCount(
    5,
  );
  await customer.getByLabel("The crew").check({ force: true });
  await customer.getByLabel("Food").check({ force: true });
  await customer.getByRole("button", { name: "Send" }).click();
  await expect(customer.getByRole("heading", { name: /thank you/i })).toBeVisible();
  await context.close();

  await page.goto(`${site()}/${workspace.slug}/cases`);
  await page.getByRole("list", { name: "Cases" }).getByRole("link").first().click();
  await expect(page.getByRole("list", { name: "Reasons chosen" }).getByRole("listitem")).toHaveText([
    "The crew",
    "Food",
  ]);
  await page.goto(`${site()}/${workspace.slug}/responses`);
  await page.getByRole("table", { name: "Answers" }).getByRole("link", { name: "Anna" }).click();
  await expect(page.getByRole("list", { name: "Reasons chosen" })).toContainText("Food");
  await expectAccessible(page);
  const { data } = await workspace.api("GET", "/responses");
  expect(data).toMatchObject([{ drivers: [{ label: "The crew" }, { label: "Food" }] }]);
});

test("a customer answers with keys alone", async ({ page, workspace, mailbox }) => {
  const link = await scoreLink(workspace, mailbox, 7);
  await page.goto(link.replace(/\/7$/, ""));
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expect(page.getByRole("radio", { name: /^0/ })).toBeChecked();
  for (let n = 0; n < 8; n++) await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("radio", { name: /^8/ })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("textbox")).toBeFocused();
  await page.keyboard.type("Quick and kind.");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("checkbox", { name: /contact me$/ })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Send" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: /thank you/i })).toBeVisible();
  const { data } = await workspace.api("GET", "/responses");
  expect(data).toMatchObject([{ score: 8, comment: "Quick and kind." }]);
});

test("two presses and the way back count once", async ({ page, workspace, mailbox }) => {
  await page.goto(await scoreLink(workspace, mailbox, 7));
  await page.getByRole("button", { name: "Send" }).dblclick();
  await expect(page.getByRole("heading", { name: /thank you/i })).toBeVisible();
  await page.goBack();
  await page.getByRole("button").click();
  await expect(page.getByRole("heading", { name: /thank you/i })).toBeVisible();
  expect(await workspace.api("GET", "/nps")).toMatchObject({ n: 1, passives: 1 });
});

for (const locale of ["en", "sv", "da", "nb", "fi", "de"]) {
  test(`the pages in ${locale} are one request each and accessible, at 320 pixels too`, async ({
    page,
    workspace,
    mailbox,
  }) => {
    const link = await scoreLink(workspace, mailbox, 2, locale);
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(link);
    expect(requests.filter((url) => !url.startsWith("data:"))).toEqual([link]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await expect(page.locator("html")).toHaveAttribute("lang", locale);
    await expectAccessible(page);
    await page.getByRole("button").click();
    await expect(page).toHaveURL(/\/thanks$/);
    await expectAccessible(page);
  });
}

test("a customer has everything sent to the own address, downloads it, and is erased", async ({
  browser,
  workspace,
  mailbox,
}) => {
  const link = await scoreLink(workspace, mailbox, 2);
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(link);
  await page.getByRole("textbox").fill("My name is on the parcel.");
  await page.getByRole("button", { name: "Send" }).click();
  await page.getByRole("link", { name: "Your answer, and what happens with it" }).click();
  await page.getByRole("button", { name: "Send me the link" }).click();
  await expect(page.getByText("A mail with the link is on its way")).toBeVisible();
  await expectAccessible(page);

  const mail = await mailbox.newest(`anna-en@${workspace.slug}.example`, /^Your data at/);
  const own = /https?:\S+\/p\/\S+/.exec(mail.text)![0];
  await page.goto(own);
  await expect(page.getByRole("heading", { level: 1, name: /^Your data at/ })).toBeVisible();
  await expectAccessible(page);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download everything as a file" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("data.json");

  await page.getByRole("button", { name: "Erase my data" }).click();
  await expect(page.getByText("Tick the box first")).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("I want this, and know that it cannot be undone").check();
  await page.getByRole("button", { name: "Erase my data" }).click();
  await expect(page.getByRole("heading", { name: "Your data is erased" })).toBeVisible();
  await expectAccessible(page);
  expect((await page.request.get(own)).status()).toBe(404);
  await context.close();

  expect(await workspace.api("GET", "/nps")).toMatchObject({ n: 1, detractors: 1 });
  const { data } = await workspace.api("GET", "/responses");
  expect(data).toMatchObject([{ score: 2, comment: null }]);
});
