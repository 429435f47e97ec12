import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessibility.ts";
import { theCase } from "./cases.ts";
import { expect, site, type TestWorkspace, test } from "./fixtures.ts";

test.describe.configure({ timeout: 120_000 });

const contact = (name: string, more: Record<string, unknown> = {}) => ({
  email: `${name}@customer.example`,
  name,
  ...more,
});

/** A draft of a campaign at its People step. */
async function draftAt(page: Page, workspace: TestWorkspace, name: string): Promise<void> {
  await workspace.api("POST", "/surveys", { name: "Relationship" });
  await page.goto(`${site()}/${workspace.slug}/campaigns/new`);
  await page.getByLabel("Name of the campaign").fill(name);
  await page.getByRole("button", { name: "Continue to people" }).click();
  await expect(page.getByText("Who will be asked")).toBeVisible();
}

test("a campaign leaves people out by hand and says so in its report", async ({ page, workspace }) => {
  const contacts = ["ada", "bo", "cy"].map((name) => contact(name, { team: "North" }));
  await workspace.api("POST", "/contacts", { contacts });
  await draftAt(page, workspace, "Winter");
  await expect(page.getByText("3 people would be asked")).toBeVisible();
  await page.getByLabel("Leave certain people out").check();
  await page.getByLabel("Their e-mail addresses").fill("cy@customer.example");
  await page.getByLabel("Why").fill("In a dispute with us");
  await expect(page.getByText("2 people would be asked")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Review" }).click();
  await page.getByRole("button", { name: "Send to 2 people" }).click();
  await page.getByRole("button", { name: "Send now without waiting" }).click();
  await expect(page.getByText("Sent to 2 people.")).toBeVisible({ timeout: 20_000 });
  await expectAccessible(page);
  await page.getByRole("link", { name: "People", exact: true }).click();
  await expect(page.getByText("Why people were left out by hand: In a dispute with us")).toBeVisible();
  await expect(page.getByText("by Maja Berg")).toBeVisible();
  await page.getByRole("link", { name: "Team", exact: true }).click();
  const north = page.getByRole("row", { name: /^North/ });
  await expect(north.getByRole("cell")).toHaveText(["3", "2", "0 (0%)", "1", "1"]);
  await expectAccessible(page);
  await page.getByRole("link", { name: "The mail", exact: true }).click();
  await expect(page.getByTitle(/^The mail in English/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Duplicate" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Winter (copy)");
});

test("the law of a country decides who is asked, and a neutral survey reaches more", async ({
  page,
  workspace,
}) => {
  const home = `${site()}/${workspace.slug}`;
  await page.goto(`${home}/settings/legal`);
  await page.getByLabel("None is known").check();
  await page.getByRole("button", { name: "Save" }).first().click();
  await expect(page.getByText("Saved")).toBeVisible();
  const contacts = [
    contact("anna", { attributes: { country: "Denmark" } }),
    contact("bernd", { attributes: { country: "Germany" } }),
    contact("cilla", { legalGround: "consent", consentedAt: "2026-05-31", groundSource: "web shop" }),
  ];
  await workspace.api("POST", "/contacts", { contacts });
  await draftAt(page, workspace, "Neutral");
  await expect(page.getByText("1 person would be asked")).toBeVisible();
  await expect(page.getByText("counts as advertising")).toBeVisible();
  await page.getByRole("link", { name: "Text and sender" }).click();
  await page.getByLabel("Ask as a neutral survey").check();
  await page.getByLabel("Sender’s name").fill("Best offers!");
  await expect(page.getByText("Not neutral yet")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Review" }).click();
  await expect(page.getByText("The texts are not neutral")).toBeVisible();
  await page.getByRole("link", { name: "Text and sender" }).click();
  await page.getByLabel("Sender’s name").fill("Maja");
  await expect(page.getByText("Not neutral yet")).toBeHidden();
  await page.getByRole("link", { name: "Review" }).click();
  await expect(page.getByRole("button", { name: "Send to 2 people" })).toBeEnabled();
});

test("an address is left alone by hand, with a reason, and asked again", async ({ page, workspace }) => {
  await workspace.api("POST", "/contacts", { contacts: [contact("dag")] });
  const home = `${site()}/${workspace.slug}`;
  await page.goto(`${home}/contacts/suppressions`);
  await page.getByLabel("E-mail addresses").fill("dag@customer.example\nno address");
  await page.getByRole("button", { name: "Leave them alone" }).click();
  await expect(page.getByText("1 address is left alone.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Allow again" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").fill("Asked us to write again");
  await dialog.getByRole("button", { name: "Allow surveys again" }).click();
  await expect(page.getByText("Nobody is left alone.")).toBeVisible();
});

test("a domain of one's own shows what is missing, and mail goes on leaving from Svar's", async ({
  page,
  workspace,
}) => {
  await page.goto(`${site()}/${workspace.slug}/settings/sender`);
  await page.getByLabel("Domain", { exact: true }).fill("fjordline.invalid");
  await page.getByRole("button", { name: "Add the domain" }).click();
  await expect(page.getByText("DNS records")).toBeVisible();
  await expect(page.getByText(/v=DKIM1/).first()).toBeVisible();
  await expect(
    page.getByText("fjordline.invalid is used as soon as all of its records are right."),
  ).toBeVisible();
  await expectAccessible(page);
});

test("a campaign that listens asks after each event, once", async ({ page, workspace, mailbox }) => {
  await draftAt(page, workspace, "After delivery");
  await page.getByRole("link", { name: "When", exact: false }).first().click();
  await page.getByLabel("After an event").check();
  await page.getByLabel("The event", { exact: true }).fill("order.delivered");
  await page.getByLabel("Hours after it").fill("0");
  await page.getByLabel("Only during sending hours").uncheck();
  await page.getByRole("link", { name: "Review" }).click();
  await page.getByRole("button", { name: "Start listening" }).click();
  await expect(page.getByText("Listens for order.delivered.")).toBeVisible();
  await expectAccessible(page);
  const eva = `eva-${workspace.slug}@customer.example`;
  const event = {
    type: "order.delivered",
    contact: { email: eva, name: "Eva" },
    occurredAt: new Date().toISOString(),
    idempotencyKey: "order 1",
  };
  await workspace.api("POST", "/events", event);
  await workspace.api("POST", "/events", event);
  await mailbox.newest(eva);
  await expect(page.getByText("1 person has been asked.")).toBeVisible({ timeout: 20_000 });
  expect(await mailbox.all(eva)).toHaveLength(1);
});

test("two versions are tried on a part of the people, and the rest waits", async ({ page, workspace }) => {
  const contacts = Array.from({ length: 20 }, (_, n) => contact(`person${n}`));
  await workspace.api("POST", "/contacts", { contacts });
  await draftAt(page, workspace, "Two subjects");
  await page.getByRole("link", { name: "Text and sender" }).click();
  await page.getByLabel("Try two versions").check();
  await page.getByLabel("Subject in English").fill("How are we doing?");
  await page.getByLabel("Percent of the people").fill("50");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Review" }).click();
  await expect(page.getByText("Tried on 50 % of the people")).toBeVisible();
  await page.getByRole("button", { name: "Send to 20 people" }).click();
  await page.getByRole("button", { name: "Send now without waiting" }).click();
  await expect(page.getByText("Tries two versions on 10 people")).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText("Cannot tell yet.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Send version B to the rest" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Send version B to the rest" }).click();
  await expect(page.getByText("Ended by hand: everybody else got version B.")).toBeVisible();
});

test("a customer answers by replying to the mail, and a question in a reply opens a case", async ({
  page,
  workspace,
  mailbox,
}) => {
  const [ida, jon] = ["ida", "jon"].map((name) => `${name}-${workspace.slug}@customer.example`);
  await workspace.api("POST", "/contacts", { contacts: [ida, jon].map((email) => ({ email })) });
  const survey = await workspace.api("POST", "/surveys", { name: "Relationship" });
  const campaign = await workspace.api("POST", "/campaigns", { name: "Autumn", surveyId: survey.id });
  await workspace.api("POST", `/campaigns/${campaign.id}/start`);
  await mailbox.reply(await mailbox.newest(ida!), ida!, "9, you were quick");
  await mailbox.reply(await mailbox.newest(jon!), jon!, "Where did you get my address?");
  await page.goto(`${site()}/${workspace.slug}/responses`);
  await expect(page.getByText("you were quick")).toBeVisible({ timeout: 20_000 });
  await page.goto(`${site()}/${workspace.slug}/cases`);
  await page.getByRole("list", { name: "Cases" }).getByRole("link").first().click();
  await expect(theCase(page).getByText("Where did you get my address?")).toBeVisible();
  await expectAccessible(page);
});
