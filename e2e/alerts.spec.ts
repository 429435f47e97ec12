import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";
import { expectAccessible, expectToFit } from "./accessibility.ts";
import { makeColleague } from "./answers.ts";
import { expect, site, type TestWorkspace, test } from "./fixtures.ts";
import { linksOf, type Mailbox } from "./mailbox.ts";

const customers = ["Anna Lind", "Bo Dahl", "Cilla Berg"];

/** A webhook of this machine, which answers with `status` and keeps what it is asked. */
async function makeWebhook() {
  const hook = { status: 200, text: "ok", bodies: [] as string[] };
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8");
    request.on("data", (part: string) => {
      body += part;
    });
    request.on("end", () => {
      hook.bodies.push(body);
      response.writeHead(hook.status).end(hook.text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(hook, {
    url: `http://127.0.0.1:${port}/services/T0/B0/topsecret`,
    host: `127.0.0.1:${port}`,
    close: () => server.close(),
  });
}

/** Customers of the team North who answer 2 from their mails, each when `heard` is done with those before. */
async function unhappyCustomers(
  page: Page,
  workspace: TestWorkspace,
  mailbox: Mailbox,
  heard: (answers: number) => Promise<void>,
) {
  const contacts = customers.map((name) => ({
    ...{ name, team: "North", email: `${name.toLowerCase().replaceAll(" ", ".")}@${workspace.slug}.example` },
  }));
  await workspace.api("POST", "/contacts", { contacts });
  const survey = await workspace.api("POST", "/surveys", { name: "Relationship" });
  const campaign = { name: "Autumn", surveyId: survey.id, audience: { all: true } };
  const { id } = await workspace.api("POST", "/campaigns", campaign);
  await workspace.api("POST", `/campaigns/${id}/start`);
  for (const [answers, { email }] of contacts.entries()) {
    // Cases that open in the same moment are told in one message.
    await heard(answers);
    const asked = await mailbox.newest(email);
    await page.goto(linksOf(asked).find((link) => link.endsWith("/2"))!);
    await page.getByRole("textbox").fill("Late again, says <!channel>.");
    await page.getByRole("button", { name: "Send" }).click();
    await expect(page.getByRole("heading", { name: "Thank you" })).toBeVisible();
  }
}

const settings = (workspace: TestWorkspace) => `${site()}/${workspace.slug}/settings/alerts`;

test("a member reads, changes, adds and ends their own alerts, and is told what is wrong", async ({
  page,
  workspace,
}) => {
  test.setTimeout(120_000);
  await page.goto(settings(workspace));
  const own = page.getByRole("list", { name: "Your alerts" }).getByRole("listitem");
  await expect(own).toHaveCount(1);
  await expect(own).toContainText(
    "Tell me at once about new cases, handed-over cases, “not solved” answers and messages of mine; at most 10 messages an hour, then bundled.",
  );
  await expect(page.getByText("No channel is told anything yet.")).toBeVisible();
  await expectAccessible(page);
  await expectToFit(page);

  await page.getByRole("link", { name: "New alert" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "A new alert by mail" })).toBeVisible();
  await expect(page.getByText("Tell me at once about new cases of everybody; at most 10")).toBeVisible();
  await expectAccessible(page);
  await expectToFit(page);
  await page.getByLabel("New cases").uncheck();
  await page.getByLabel("Messages an hour at most").fill("many");
  await page.getByRole("button", { name: "Set it up" }).click();
  const problems = page.getByRole("alert");
  await expect(problems.getByRole("link", { name: /one thing at least/ })).toHaveAttribute("href", "#kinds");
  await expect(problems.getByRole("link", { name: /whole number/ })).toHaveAttribute("href", "#most");
  await expect(page.getByLabel("Messages an hour at most")).toHaveAttribute("aria-invalid", "true");
  await expectAccessible(page);
  await expectToFit(page);

  await page.getByLabel("Answers that become overdue").check();
  await page.getByLabel("Messages from customers").check();
  await page.getByRole("radio", { name: /^Each working morning/ }).check();
  await page.getByRole("button", { name: "Set it up" }).click();
  await expect(own).toHaveCount(2);
  await expect(own.last()).toContainText(
    "Tell me each working morning about messages and overdue answers of everybody.",
  );

  await own
    .last()
    .getByRole("link", { name: /^Change/ })
    .click();
  await page.getByRole("radio", { name: /^Every hour/ }).check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(own.last()).toContainText("Tell me every hour about messages and overdue answers");
  await own.last().getByRole("button", { name: /^End/ }).click();
  await expectAccessible(page);
  await page.getByRole("dialog").getByRole("button", { name: "End it" }).click();
  await expect(page.getByText("The alert has ended.")).toBeVisible();
  await expect(own).toHaveCount(1);
});

test("a channel is added, tested, told of cases as one when they come at once, and switched off when it is gone", async ({
  page,
  browser,
  workspace,
  mailbox,
}) => {
  test.setTimeout(240_000);
  const hook = await makeWebhook();
  await page.goto(settings(workspace));
  await page.getByRole("link", { name: "Add a channel" }).click();
  await expectAccessible(page);
  await expectToFit(page);
  await page.getByLabel("Name of the channel").fill("#nps-nordics");
  await page.getByLabel("Address of the webhook").fill("hooks.slack.com/services");
  await page.getByRole("button", { name: "Add it" }).click();
  await expect(
    page.getByRole("alert").getByRole("link", { name: /not the address of a webhook/ }),
  ).toHaveAttribute("href", "#address");
  await page.getByLabel("Address of the webhook").fill("https://169.254.169.254/latest/meta-data");
  await page.getByRole("button", { name: "Add it" }).click();
  await expect(page.getByRole("alert").getByRole("link", { name: /not on the internet/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Address of the webhook").fill(hook.url);
  await page.getByRole("button", { name: "Add it" }).click();
  const channel = page.getByRole("article", { name: "#nps-nordics" });
  await expect(channel).toContainText(`Slack · ${hook.host} … cret · without customers’ names and words`);
  await expect(channel.getByText("Nothing is told here yet.")).toBeVisible();
  await expect(page.locator("body")).not.toContainText("topsecret");

  await test.step("a test shows exactly what was answered", async () => {
    hook.status = 403;
    hook.text = "action_prohibited";
    await channel.getByRole("button", { name: "Send a test to #nps-nordics" }).click();
    await expect(channel.getByText("The test has not arrived")).toBeVisible({ timeout: 15_000 });
    await expect(channel.getByText("It answered 403: action_prohibited").first()).toBeVisible();
    await expectAccessible(page);
    await expectToFit(page);
    hook.status = 200;
    hook.text = "ok";
    await channel.getByRole("button", { name: "Send a test to #nps-nordics" }).click();
    await expect(channel.getByText("The test has arrived")).toBeVisible({ timeout: 15_000 });
    await expect(channel.getByText("It answered 200: ok").first()).toBeVisible();
  });

  await test.step("it is told of new cases, the names of customers stay here", async () => {
    await channel.getByRole("link", { name: "New alert in #nps-nordics" }).click();
    await expect(page.getByRole("radio", { name: /^Mine/ })).toHaveCount(0);
    await page.getByLabel("Messages an hour at most").fill("2");
    await page.getByRole("button", { name: "Set it up" }).click();
    await expect(channel).toContainText(
      "Tell #nps-nordics at once about new cases of everybody; at most 2 messages an hour, then bundled.",
    );
    const context = await browser.newContext();
    const customer = await context.newPage();
    const told = () => hook.bodies.filter((body) => body.includes("A customer answered 2")).length;
    await unhappyCustomers(customer, workspace, mailbox, (answers) =>
      expect.poll(told, { timeout: 30_000 }).toBe(Math.min(answers, 2)),
    );
    await context.close();
    await expect.poll(told, { timeout: 30_000 }).toBe(2);
    expect(hook.bodies.join()).not.toMatch(/Anna|Late again/);
    await expect(async () => {
      await page.reload();
      await expect(channel.getByText(/1 piece of news waits to be told\./)).toBeVisible({ timeout: 2_000 });
    }).toPass({ timeout: 30_000 });
    await expectAccessible(page);
    await expectToFit(page);
  });

  await test.step("cases given to a colleague at once are one mail", async () => {
    const theirs = await makeColleague(page, browser, mailbox, workspace, "agent");
    const email = workspace.owner.email.replace("maja", "agent");
    await page.goto(`${site()}/${workspace.slug}/cases`);
    for (const name of customers) {
      await page.getByRole("checkbox", { name: `Select the case of ${name}` }).check();
    }
    await page
      .getByRole("region", { name: "Selected cases" })
      .getByRole("button", { name: "Assign" })
      .click();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /^Bo of/ })
      .click();
    const mail = await mailbox.newest(email, /cases became yours/);
    expect(mail.subject).toBe("3 cases became yours");
    expect(mail.text).toContain("> Late again, says <!channel>.");
    expect((await mailbox.all(email)).filter(({ subject }) => /yours/.test(subject))).toHaveLength(1);
    const queue = linksOf(mail).find((link) => link.includes("/cases?view=mine"))!;
    await theirs.goto(queue);
    await expect(theirs.getByRole("link", { name: "Cilla Berg" })).toBeVisible();
    await theirs.goto(settings(workspace));
    await expect(theirs.getByRole("article", { name: "#nps-nordics" }).getByRole("button")).toHaveCount(0);
    await expect(theirs.getByText("A manager adds channels")).toBeVisible();
    await theirs.context().close();
  });

  await test.step("it is off when its webhook is gone, says why, and a new address ends that", async () => {
    hook.status = 410;
    hook.text = "channel_is_archived";
    await page.goto(settings(workspace));
    await channel.getByRole("button", { name: "Send a test to #nps-nordics" }).click();
    await expect(channel.getByText("Switched off")).toBeVisible({ timeout: 15_000 });
    await expect(channel.getByRole("button", { name: "Send a test to #nps-nordics" })).toHaveCount(0);
    await expect(channel.getByText(/The last answer was “410 channel_is_archived”\./)).toBeVisible();
    await expectAccessible(page);
    await expectToFit(page);
    const mail = await mailbox.newest(workspace.owner.email, /^No alerts go to #nps-nordics any more/);
    hook.status = 200;
    await page.goto(linksOf(mail).find((link) => link.includes("/alerts/channels/"))!);
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("alert").getByRole("link", { name: /This channel is off/ })).toBeVisible();
    await page.getByLabel("Address of the webhook").fill(hook.url);
    await page.getByLabel("Show the customer’s name and first words").check();
    await page.getByRole("radio", { name: /^Microsoft Teams/ }).check();
    await page.getByRole("button", { name: "Save" }).click();
    await expect(channel).toContainText("Microsoft Teams");
    await expect(channel).toContainText("with customers’ names and first words");
    await channel.getByRole("button", { name: "Send a test to #nps-nordics" }).click();
    await expect(channel.getByText("The test has arrived")).toBeVisible({ timeout: 15_000 });
    expect(JSON.parse(hook.bodies.at(-1)!).attachments[0].content.type).toBe("AdaptiveCard");
  });

  await channel.getByRole("button", { name: "End #nps-nordics" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "End it" }).click();
  await expect(page.getByText("No channel is told anything yet.")).toBeVisible();
  hook.close();
});
