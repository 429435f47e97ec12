import type { Page } from "@playwright/test";
import { expectAccessible, expectToFit } from "./accessibility.ts";
import { call } from "./answers.ts";
import { theCase } from "./cases.ts";
import { expect, site, type TestWorkspace, test } from "./fixtures.ts";
import { type CaughtMail, linksOf, type Mailbox } from "./mailbox.ts";

/** The case of a customer who answered 2 from the mail, which the owner takes and replies to once; with that reply. */
async function openDialogue(page: Page, workspace: TestWorkspace, mailbox: Mailbox) {
  const email = `anna@${workspace.slug}.example`;
  await workspace.api("POST", "/contacts", {
    contacts: [{ email, name: "Anna Lindqvist", employee: workspace.owner.email }],
  });
  const survey = await workspace.api("POST", "/surveys", { name: "Relationship" });
  const campaign = { name: "Autumn", surveyId: survey.id, audience: { all: true } };
  const { id } = await workspace.api("POST", "/campaigns", campaign);
  await workspace.api("POST", `/campaigns/${id}/start`);
  const asked = await mailbox.newest(email);
  await page.goto(linksOf(asked).find((link) => link.endsWith("/2"))!);
  await page.getByRole("textbox").first().fill("Two crates were missing.");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("heading", { name: "Thank you" })).toBeVisible();
  await mailbox.newest(workspace.owner.email, /answered 2/);
  await page.goto(`${site()}/${workspace.slug}/cases`);
  await page.getByRole("link", { name: "Anna Lindqvist" }).click();
  await call(page, "workspace.changeUndo", { workspace: workspace.slug, seconds: 0 });
  const send = async (text: string): Promise<CaughtMail> => {
    await page.getByRole("textbox", { name: /^Reply to/ }).fill(text);
    await page.getByRole("button", { name: "Send reply" }).click();
    return mailbox.newest(email, /^Re:/);
  };
  return { email, send };
}

const picture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAIAAAACUFjqAAAAEklEQVR4nGNkYPjPgAcw4ZMcbAAATy4BE3tPmCcAAAAASUVORK5CYII=",
  "base64",
);

const invoice = `<html><head><style>p{color:red}</style><script>document.title = "taken over"</script></head><body>
<p>Hello,</p><p>this is what <b>we</b> got:</p>
<table width="700" border="1" cellpadding="6"><tr><th>Crate</th><th>Arrived</th></tr><tr><td>One</td><td>no</td></tr></table>
<img src="https://tracker.example/pixel.gif" width="1" height="1"><img src="https://pictures.example/shop.png" alt="Our shop">
<img src="cid:crate@kund" alt="The crate" width="10" height="10" onerror="document.title = 'taken over'">
<p>See <a href="https://elsewhere.example/login">www.bank.example</a>.</p>
<div class="gmail_quote"><div>On Mon, 23 Nov 2026, Fjordline wrote:</div><blockquote>Which crate was it?</blockquote></div>
</body></html>`;

test("a customer's mail is shown as it was written, and does nothing", async ({
  page,
  workspace,
  mailbox,
}) => {
  test.setTimeout(240_000);
  const { email, send } = await openDialogue(page, workspace, mailbox);
  const reply = await send("Which crate was it?");
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.route("https://pictures.example/**", (route) =>
    route.fulfill({ body: picture, contentType: "image/png" }),
  );
  await mailbox.write(reply, {
    from: `Anna <${email}>`,
    text: "Hello, this is what we got: no crate.",
    html: invoice,
    attachments: [
      { filename: "crate.png", content: picture, cid: "crate@kund", contentType: "image/png" },
      { filename: "<script>.html", content: "<script>alert(1)</script>", contentType: "text/html" },
    ],
  });
  const article = page.getByRole("article", { name: "Mail from Anna Lindqvist" });
  const frame = article.frameLocator("iframe");
  await expect(frame.getByRole("cell", { name: "One" })).toBeVisible({ timeout: 20_000 });
  await expect(frame.getByRole("img", { name: "The crate" })).toBeVisible();
  expect(
    await frame.getByRole("img", { name: "The crate" }).evaluate((it: HTMLImageElement) => it.naturalWidth),
  ).toBe(10);
  await expect(frame.getByText("Our shop")).toBeVisible();
  const link = frame.getByRole("link", { name: /www.bank.example/ });
  await expect(link).toHaveText("www.bank.example (elsewhere.example)");
  await expect(link).toHaveAttribute("rel", "noopener noreferrer");
  await expect(link).toHaveAttribute("target", "_blank");
  expect(await page.title()).not.toBe("taken over");
  expect(requests.filter((url) => !url.startsWith(site()))).toEqual([]);

  await test.step("its quotation is folded, and the frame is as high as what it shows", async () => {
    const height = async () => (await article.locator("iframe").boundingBox())!.height;
    const folded = await height();
    await expect(frame.getByText("Which crate was it?")).toBeHidden();
    await frame.getByText("Show quoted text").focus();
    await page.keyboard.press("Enter");
    await expect(frame.getByText("Which crate was it?")).toBeVisible();
    await expect.poll(height).toBeGreaterThan(folded);
    const scrolls = await frame.locator("html").evaluate((it) => it.scrollHeight - it.clientHeight);
    expect(scrolls).toBeLessThanOrEqual(1);
  });

  await test.step("pictures from elsewhere come when they are wanted, what tells of the reader never", async () => {
    await expect(article.getByText("A picture is not loaded.")).toBeVisible();
    await expectAccessible(page);
    await article.getByRole("button", { name: "Show pictures" }).click();
    await expect(frame.getByRole("img", { name: "Our shop" })).toBeVisible();
    expect(requests.filter((url) => !url.startsWith(site()))).toEqual(["https://pictures.example/shop.png"]);
  });

  await test.step("its files are saved and not opened, and so is the whole of it", async () => {
    const saved = async (name: string) => {
      const download = page.waitForEvent("download");
      await article.getByRole("link", { name }).click();
      return download;
    };
    expect((await saved("script_.html")).suggestedFilename()).toBe("script_.html");
    const original = await saved("Original mail");
    expect(original.suggestedFilename()).toBe("mail.eml");
    const href = await article.getByRole("link", { name: "script_.html" }).getAttribute("href");
    const { headers } = await page.request.get(site() + href).then((it) => ({ headers: it.headers() }));
    expect(headers["content-disposition"]).toMatch(/^attachment/);
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["content-security-policy"]).toBe("default-src 'none'; sandbox");
    const stranger = await page.context().browser()!.newContext();
    expect((await stranger.request.get(site() + href)).status()).toBe(401);
    await stranger.close();
  });
  await expectToFit(page);
});

test("a machine's mail is folded and wakes nothing; a stranger's is said to be one", async ({
  page,
  workspace,
  mailbox,
}) => {
  test.setTimeout(180_000);
  const { email, send } = await openDialogue(page, workspace, mailbox);
  const reply = await send("Which crate was it?");
  await expect(theCase(page).getByText("Paused")).toBeVisible();
  await mailbox.write(reply, {
    from: email,
    subject: "Out of office",
    text: "I am back on Monday.",
    headers: { "Auto-Submitted": "auto-replied" },
  });
  const automatic = page.getByRole("article", { name: "Automatic reply from Anna Lindqvist" });
  await expect(automatic).toBeVisible({ timeout: 20_000 });
  await expect(automatic.getByText("I am back on Monday.")).toBeHidden();
  await automatic.getByText("Automatic reply from Anna Lindqvist").click();
  await expect(automatic.getByText("I am back on Monday.")).toBeVisible();
  await mailbox.write(reply, { from: "mallory@elsewhere.example", text: "Pay here instead." });
  const stranger = page.getByRole("article", { name: "Mail from mallory@elsewhere.example" });
  await expect(stranger.getByText("Not verified: from mallory@elsewhere.example")).toBeVisible({
    timeout: 20_000,
  });
  await expect(theCase(page).getByText("Paused")).toBeVisible();
  await expectAccessible(page);
  await expectToFit(page);
  expect(await mailbox.all("mallory@elsewhere.example")).toEqual([]);
});

test("files go with a reply, are there on a reload, and can be taken away", async ({
  page,
  workspace,
  mailbox,
}) => {
  test.setTimeout(180_000);
  const { send } = await openDialogue(page, workspace, mailbox);
  const field = page.getByLabel("Attach files");
  await field.setInputFiles([
    { name: "label.pdf", mimeType: "application/pdf", buffer: Buffer.from("PDF of the label") },
    { name: "følgeseddel.txt", mimeType: "text/plain", buffer: Buffer.from("Two crates") },
  ]);
  const files = page.locator("form").getByRole("list", { name: "Files" });
  await expect(files.getByRole("listitem")).toHaveCount(2, { timeout: 15_000 });
  await page.reload();
  await expect(files.getByText("label.pdf")).toBeVisible();
  await expectAccessible(page);
  await expectToFit(page);

  await field.setInputFiles([
    { name: "film.mov", mimeType: "video/quicktime", buffer: Buffer.alloc(10_600_000) },
  ]);
  await expect(page.getByText("film.mov is larger than 10 MB.")).toBeVisible();
  await page.getByRole("button", { name: "Take label.pdf away" }).click();
  await expect(files.getByRole("listitem")).toHaveCount(1);

  const mail = await send("The delivery note is with this.");
  expect(mail.attachments).toEqual(["følgeseddel.txt"]);
  const article = page.getByRole("article", { name: /^Reply by Maja/ });
  await expect(article.getByRole("link", { name: "følgeseddel.txt" })).toBeVisible();
  await expect(files).toHaveCount(0);
});

test("an agent answers from the own mail program; what is not provably theirs is not sent", async ({
  page,
  workspace,
  mailbox,
}) => {
  test.setTimeout(240_000);
  const { email, send } = await openDialogue(page, workspace, mailbox);
  const first = await send("Which crate was it?");
  await mailbox.write(first, { from: email, text: "The one with the valves." });
  const notification = await mailbox.newest(workspace.owner.email, /wrote in your case/);
  expect(notification.text).toContain("> The one with the valves.");
  expect(notification.text).toContain("You can answer by replying to this e-mail");

  await mailbox.write(notification, { from: workspace.owner.email, text: "Send them to my own address." });
  const notSent = await mailbox.newest(workspace.owner.email, /^Your reply to Anna Lindqvist was not sent/);
  expect(notSent.text).toContain("did not sign it for that address");
  const aside = page.getByRole("article", { name: `Mail from ${workspace.owner.email}` });
  await expect(aside.getByText("It was not sent to the customer.")).toBeVisible({ timeout: 20_000 });

  await mailbox.write(notification, {
    from: `Maja Berg <${workspace.owner.email}>`,
    text: "Dear Anna, both leave today.",
    signed: true,
  });
  const reply = page
    .getByRole("article", { name: "Reply by Maja Berg" })
    .filter({ hasText: "both leave today" });
  await expect(reply).toContainText("written in their own mail program", { timeout: 20_000 });
  await expect(reply).not.toContainText("The one with the valves");
  await expect(theCase(page).getByText("Paused")).toBeVisible();
  await expect
    .poll(async () => (await mailbox.newest(email, /^Re:/)).text, { timeout: 20_000 })
    .toContain("both leave today");
  const mail = await mailbox.newest(email, /^Re:/);
  expect(mail.text).not.toContain("the case is yours");
  expect(mail.headers.from).toContain("Maja Berg");
  expect(mail.headers.references).toContain(first.headers["message-id"]);
  await expectAccessible(page);
  await expectToFit(page);
});
