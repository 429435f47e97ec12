import type { Page } from "@playwright/test";
import { expectAccessible, expectToFit } from "./accessibility.ts";
import { call } from "./answers.ts";
import { openCases } from "./cases.ts";
import { dayFromNow } from "./days.ts";
import { expect, fromOwnPage, site, type TestWorkspace, test } from "./fixtures.ts";

const replyTo = (page: Page, name: string) => page.getByRole("textbox", { name: `Reply to ${name}` });
const noteField = (page: Page) => page.getByRole("textbox", { name: "Note for colleagues" });
const sheet = (page: Page) => page.getByRole("dialog", { name: "Keyboard shortcuts" });
const undoSeconds = (page: Page, { slug }: TestWorkspace, seconds: number) =>
  call(page, "workspace.changeUndo", { workspace: slug, seconds });

/** Goes to the case of a customer from the list, and waits until it can be written in. Returns the case's id. */
async function openCase(page: Page, list: string, name: string): Promise<string> {
  await page.goto(list);
  await page.getByRole("link", { name }).first().click();
  await expect(replyTo(page, name)).toBeVisible();
  return /cases\/([0-9a-f-]{36})/.exec(page.url())![1]!;
}

/** The keys that the sheet lists, with what each does. */
async function listed(page: Page): Promise<Map<string, string>> {
  await page.keyboard.press("?");
  await expect(sheet(page)).toBeVisible();
  const rows = await sheet(page).locator("dl > div").all();
  const told = await Promise.all(
    rows.map(async (row) => {
      const keys = await row.locator("kbd").allTextContents();
      return [keys.join(" "), (await row.locator("dd").textContent()) ?? ""] as const;
    }),
  );
  return new Map(told);
}

test("F3: o opens a case, r and n go to its fields, none works while one writes, and ⌘↵ sends", async ({
  page,
  workspace,
  mailbox,
}) => {
  test.setTimeout(120_000);
  const list = await openCases(page, workspace, ["Anna Lind", "Bo Hansen"]);
  await undoSeconds(page, workspace, 0);

  await test.step("the sheet of the queue lists every key of it", async () => {
    await page.goto(list);
    await expect(page.getByRole("link", { name: "Anna Lind" })).toBeVisible();
    const keys = await listed(page);
    for (const key of ["j", "k", "o", "/", "x", "a", "s", "e", "z", "?"])
      expect([...keys.keys()]).toContain(key);
    expect(keys.get("x")).toBe("Select or unselect, with Shift up to here");
    for (const place of ["g c", "g d"]) expect([...keys.keys()]).toContain(place);
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(sheet(page)).toBeHidden();
  });

  await test.step("j goes to a case, and o opens it", async () => {
    await page.keyboard.press("j");
    await expect(page.getByRole("link", { name: "Anna Lind" })).toBeFocused();
    await page.keyboard.press("o");
    await expect(replyTo(page, "Anna Lind")).toBeVisible();
    await expect(page).toHaveURL(/\/cases\/[0-9a-f-]{36}/);
  });

  await test.step("that of a case lists what its fields take, too", async () => {
    const keys = await listed(page);
    for (const key of ["j", "k", "r", "n", "a", "s", "e", "z", "/", "?"])
      expect([...keys.keys()]).toContain(key);
    expect([...keys.values()]).toContain("Send the reply, or add the note");
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(sheet(page)).toBeHidden();
  });

  await test.step("r goes to the reply, n to the note, and letters are letters there", async () => {
    await page.keyboard.press("r");
    await expect(replyTo(page, "Anna Lind")).toBeFocused();
    const letters = "e a s z n r j k o x ? / g d g c";
    const here = page.url();
    await page.keyboard.type(letters);
    await expect(replyTo(page, "Anna Lind")).toHaveValue(letters);
    await expect(page.getByRole("dialog")).toHaveCount(0);
    expect(page.url()).toBe(here);
    await replyTo(page, "Anna Lind").fill("");
    await replyTo(page, "Anna Lind").blur();
    await page.keyboard.press("n");
    await expect(noteField(page)).toBeFocused();
    await page.keyboard.type("She called.");
    await page.keyboard.press("Control+Enter");
    await expect(page.getByRole("article", { name: /^Note by Maja/ })).toContainText("She called.");
  });

  await test.step("⌘↵ sends", async () => {
    await page.getByRole("textbox", { name: /^Reply to|^Note for/ }).blur();
    await page.keyboard.press("r");
    await page.keyboard.type("Dear Anna, both crates leave today.");
    await page.keyboard.press("Control+Enter");
    const mail = await mailbox.newest(`person0@${workspace.slug}.example`);
    expect(mail.text).toContain("both crates leave today");
    await expect(replyTo(page, "Anna Lind")).toHaveValue("");
  });

  await test.step("turned off, e and r do nothing", async () => {
    await page.goto(`${site()}/${workspace.slug}/settings/me`);
    await page.getByLabel("Shortcuts of one key").uncheck();
    await expect(page.getByText("Saved.")).toBeVisible();
    await openCase(page, list, "Bo Hansen");
    await page.keyboard.press("r");
    await page.keyboard.press("e");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(replyTo(page, "Bo Hansen")).not.toBeFocused();
  });
});

test("F7: a reply goes to the address its writer saw, when that changes before it leaves", async ({
  page,
  workspace,
  mailbox,
}) => {
  test.setTimeout(120_000);
  const list = await openCases(page, workspace, ["Anna Lind"]);
  await undoSeconds(page, workspace, 10);
  await openCase(page, list, "Anna Lind");
  const [first, second] = [`person0@${workspace.slug}.example`, `anna@new.${workspace.slug}.example`];
  await replyTo(page, "Anna Lind").fill("Dear Anna, both crates leave today.");
  await page.getByRole("button", { name: "Send reply" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Goes out in" })).toBeVisible();

  const href = await page.getByRole("link", { name: "Open the contact" }).getAttribute("href");
  const contactId = /contacts\/([0-9a-f-]{36})/.exec(href!)![1]!;
  const contact = { name: "Anna Lind", email: second };
  await call(page, "contact.update", { workspace: workspace.slug, contactId, contact });

  const mail = await mailbox.newest(first);
  expect(mail.text).toContain("both crates leave today");
  await page.reload();
  await expect(page.getByRole("complementary", { name: "Customer" })).toContainText(second);
  await expect(page.getByText("Paused").first()).toBeVisible({ timeout: 15_000 });
  expect(await mailbox.all(second)).toEqual([]);
  expect(await mailbox.all(first)).toHaveLength(1);
});

test("F14: beside a case stand all scores of its customer, newest first, and what was said in the other cases", async ({
  page,
  workspace,
}) => {
  test.setTimeout(120_000);
  const list = await openCases(page, workspace, ["Anna Lind"]);
  const email = `person0@${workspace.slug}.example`;
  const headers = { ...fromOwnPage(), accept: "application/json" };
  const rows = [`9;2026-03-02;${email};Went well`, `10;2025-06-02;${email};Wonderful`];
  const sent = await page.request.post(`${site()}/${workspace.slug}/imports/upload`, {
    multipart: { kind: "responses", text: ["score;date;email;comment", ...rows].join("\n") },
    headers,
  });
  const { id: importId } = await sent.json();
  const mapping = { score: "score", date: "answered", email: "email", comment: "comment" };
  await call(page, "import.setMapping", { workspace: workspace.slug, importId, mapping });
  await call(page, "import.start", { workspace: workspace.slug, importId });

  const caseId = await openCase(page, list, "Anna Lind");
  const customer = page.getByRole("complementary", { name: "Customer" });
  const scores = customer.getByRole("region", { name: "All scores" }).getByRole("listitem");
  await expect(async () => {
    await page.reload();
    await expect(scores).toHaveCount(3);
  }).toPass({ timeout: 60_000 });
  await expect(scores).toHaveText([/2.*Late again/s, /9.*Went well/s, /10.*Wonderful/s]);
  await expectAccessible(page);
  await expectToFit(page);

  await test.step("what was promised and noted in another case of theirs stands there, too", async () => {
    const promise = { text: "I will call you.", dueOn: dayFromNow(3) };
    await call(page, "promise.make", { workspace: workspace.slug, caseId, ...promise });
    await call(page, "case.addNote", { workspace: workspace.slug, caseId, text: "She is kind." });
    const href = await page.getByRole("link", { name: "Open the contact" }).getAttribute("href");
    const contactId = /contacts\/([0-9a-f-]{36})/.exec(href!)![1]!;
    const noted = { contactId, cameBy: "phone", said: "Where is the second crate?" };
    const { id } = await call<{ id: string }>(page, "case.note", { workspace: workspace.slug, ...noted });
    await page.goto(`${list}/${id}`);
    await expect(customer).toContainText("I will call you.");
    await expect(customer).toContainText("Maja Berg: She is kind.");
    await expectAccessible(page);
  });
});

test("F20: the huddle pack tells what was promised, and fits on paper", async ({ page, workspace }) => {
  test.setTimeout(120_000);
  const list = await openCases(page, workspace, ["Anna Lind", "Bo Hansen"]);
  const slug = workspace.slug;
  const caseId = await openCase(page, list, "Anna Lind");
  const make = (text: string, dueOn: string) =>
    call<{ id: string }>(page, "promise.make", { workspace: slug, caseId, text, dueOn });
  const { id } = await make("I will send the second crate.", dayFromNow(0));
  await call(page, "promise.keep", { workspace: slug, promiseId: id });
  await make("I will call you when it has arrived.", dayFromNow(2));

  await page.goto(`${list}/huddle`);
  const promised = page.getByRole("region", { name: "3. What we promised" });
  await expect(promised.getByRole("term")).toHaveText(["Promised", "Kept by its day", "Open now"]);
  await expect(promised).toContainText("1 of 1");
  await expect(promised).toContainText("none overdue");
  const next = promised.getByRole("list", { name: "To be kept next" }).getByRole("listitem");
  await expect(next).toHaveText([/Anna Lind.*I will call you when it has arrived\..*due .*Maja Berg/s]);
  await expectAccessible(page);
  await expectToFit(page);

  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("navigation")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
  await expect(page.getByRole("heading", { level: 1, name: "Huddle: everybody" })).toBeVisible();
  await expect(page.getByText(`${workspace.name}, printed on`)).toBeVisible();
  await expect(page.getByText(/^\d+.* 20\d\d\. A quarter of an hour/)).toBeVisible();
  await expect(next.first()).toBeVisible();
  const paper = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  expect(paper).toMatch(/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/);
  await page.emulateMedia({ media: null });
});
