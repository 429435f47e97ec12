import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { expect, signUpLinkOf, site, test } from "./fixtures.ts";

test("the way of one answer, from sign-up to the closed case", async ({ page, context, mailbox }) => {
  test.setTimeout(180_000);
  const end = randomBytes(3).toString("hex");
  const maja = `maja-${end}@fjordline.example`;
  const anna = `anna-${end}@kund.example`;

  await test.step("sign up", async () => {
    await page.goto(site());
    await page.getByRole("link", { name: "Create a workspace" }).first().click();
    await page.getByLabel("E-mail").fill(maja);
    await page.getByRole("button", { name: "Send the link" }).click();
    await expect(page.getByText("Look into your mail")).toBeVisible();
    await page.goto(signUpLinkOf(await mailbox.newest(maja, /Create your workspace/)));
    await page.getByLabel("Your name").fill("Maja Berg");
    await page.getByLabel("Company").fill(`Fjordline ${end}`);
    await page.getByLabel("Password", { exact: true }).fill("en lang kode 1234");
    await page.getByRole("button", { name: "Create workspace" }).click();
    await expect(page).toHaveURL(/\/welcome$/);
  });
  const home = page.url().replace(/\/welcome$/, "");

  await test.step("bring contacts in from Swedish Excel, and see what is wrong with a row", async () => {
    await page.goto(`${home}/imports?kind=contacts`);
    const rows = [
      "Namn;E-post;Språk;Företag;Kundansvarig;Ort",
      `Åsa Öberg;${anna};svenska;Ålesund AS;${maja};Malmö`,
      "Bo;fel adress;;;;",
    ];
    await page.getByLabel("CSV file").setInputFiles({
      name: "kunder.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(rows.join("\r\n"), "latin1"),
    });
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByRole("button", { name: "Check the rows" }).click();
    await expect(page.getByText("1 row can be imported, 1 has a problem.")).toBeVisible();
    await expect(page.getByRole("cell", { name: "fel adress" }).first()).toBeVisible();
    await page.getByRole("button", { name: "Import 1" }).click();
    await expect(page.getByText("The file is imported")).toBeVisible();
  });

  await test.step("make a survey", async () => {
    await page.goto(`${home}/surveys`);
    await page.getByRole("button", { name: "New survey" }).first().click();
    await page.getByRole("dialog").getByLabel("Name").fill("Relationship");
    await page.getByRole("button", { name: "Create survey" }).click();
    await expect(page).toHaveURL(/\/surveys\/.+\/edit/);
  });

  await test.step("send a campaign", async () => {
    await page.goto(`${home}/campaigns/new`);
    await page.getByLabel("Name of the campaign").fill("Autumn 2026");
    await page.getByRole("button", { name: "Continue to people" }).click();
    await expect(page.getByText("1 person would be asked")).toBeVisible();
    await page.getByRole("link", { name: "Review" }).click();
    await page.getByRole("button", { name: "Send to 1 person" }).click();
    await page.getByRole("button", { name: "Send now without waiting" }).click();
    await expect(page.getByText("Sent to 1 person.")).toBeVisible({ timeout: 20_000 });
    await page.getByRole("link", { name: "People", exact: true }).click();
    const [ledger] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Download everybody" }).click(),
    ]);
    expect(ledger.suggestedFilename()).toBe("Autumn 2026 who was asked.csv");
    expect(await readFile(await ledger.path(), "utf8")).toMatch(/,Sent,,,20\d\d-/);
  });

  const dashboard = await context.newPage();
  await test.step("watch the dashboard", async () => {
    await dashboard.goto(`${home}/dashboard`);
    await expect(dashboard.getByRole("heading", { level: 1 })).toBeVisible();
  });

  await test.step("the customer answers from the mail", async () => {
    const mail = await mailbox.newest(anna);
    expect(mail.subject).toContain("Fjordline");
    const customer = await context.browser()!.newContext();
    const answer = await customer.newPage();
    await answer.goto(/https?:\S+\/3(?=\s)/.exec(mail.text)![0]);
    await answer.getByRole("textbox").fill("Tredje veckan utan svar om ventilen.");
    await answer.getByRole("button", { name: "Skicka" }).click();
    await expect(answer.getByRole("heading", { name: /Tack/ })).toBeVisible();
    await customer.close();
  });

  await test.step("the answer appears by itself", async () => {
    await expect(dashboard.getByText("Tredje veckan utan svar om ventilen.")).toBeVisible({ timeout: 5_000 });
    await expect(dashboard.getByRole("status").filter({ hasText: "Live" })).toBeVisible();
    await dashboard.close();
  });

  await test.step("the colleague on the contact is told, and answers", async () => {
    const alert = await mailbox.newest(maja, /3/);
    await page.goto(/https?:\S+\/cases\/\S+/.exec(alert.text)![0]);
    await expect(page.getByRole("heading", { level: 1, name: /Åsa Öberg/ })).toBeVisible();
    await page.getByRole("textbox", { name: /Reply to/ }).fill("Hej Åsa! Jag ringer dig i eftermiddag.");
    await page.getByRole("button", { name: "Send reply" }).click();
    await expect(page.getByRole("article", { name: /Reply by Maja/ })).toContainText("Jag ringer dig");
  });

  await test.step("the customer writes back from an ordinary mail program", async () => {
    const reply = await mailbox.newest(anna, /^Re:/);
    expect(reply.headers["in-reply-to"]).toBeTruthy();
    await mailbox.reply(reply, anna, "Tack, det gick snabbt!");
    const article = page.getByRole("article", { name: /Mail from Åsa/ });
    await expect(article).toContainText("Tack, det gick snabbt!", { timeout: 15_000 });
    await expect(article).toContainText("Show quoted text");
  });

  await test.step("a note, then the closing", async () => {
    await page.getByRole("tab", { name: "Note" }).click();
    await page.getByRole("textbox", { name: "Note for colleagues" }).fill("Lagret skickar ventilen i dag.");
    await page.getByRole("button", { name: "Add note" }).click();
    await expect(page.getByRole("article", { name: /Note by Maja/ })).toBeVisible();
    await page.getByRole("button", { name: "Close case" }).click();
    await page.getByLabel("Cause").fill("Delivery");
    await page.getByLabel("Outcome").fill("The valve was sent the same day.");
    await page.getByRole("dialog").getByRole("button", { name: "Close case" }).click();
    await expect(page.getByText("closed the case: Delivery")).toBeVisible();
    await page.getByRole("button", { name: "Open again" }).click();
    await expect(page.getByRole("button", { name: "Close case" })).toBeVisible();
    expect((await mailbox.all(anna)).filter(({ text }) => text.includes("Lagret"))).toEqual([]);
  });
});
