import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessibility.ts";
import { dayFromNow } from "./days.ts";
import { expect, site, type TestWorkspace, test } from "./fixtures.ts";

type Past = { score: number; comment?: string; name?: string; country?: string };

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** Brings past answers in from a file, the first one newest, as a manager does. */
async function bringIn(page: Page, workspace: TestWorkspace, answers: readonly Past[]): Promise<string> {
  const home = `${site()}/${workspace.slug}`;
  const lines = answers.map(({ score, comment = "", name = "Bo Ek", country = "Sweden" }, place) =>
    [dayFromNow(-1 - place), score, comment, `customer${place}@x.example`, name, country]
      .map((cell) => quoted(String(cell)))
      .join(","),
  );
  await page.goto(`${home}/imports?kind=responses`);
  await page.getByLabel("CSV file").setInputFiles({
    name: "past.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(["Date,Score,Comment,E-mail,Name,Country", ...lines].join("\r\n")),
  });
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("button", { name: "Check the rows" }).click();
  await page.getByRole("button", { name: /^Import \d/ }).click();
  await expect(page.getByText("The file is imported")).toBeVisible({ timeout: 60_000 });
  return home;
}

const told: Past[] = [
  { score: 2, comment: "Leveranserna var inte bra", name: "Håkan Öberg" },
  { score: 9, comment: "Snabbleverans, tack!", name: "Anna Lind", country: "Norway" },
  { score: 5, comment: '=HYPERLINK("https://x.example")', name: "Ola Dahl" },
  { score: 6, comment: "<b>Late</b> & wrong", name: "Eva Holm" },
  { score: 7, name: "Nils Berg", country: "Norway" },
];

const rows = (page: Page) => page.locator("[data-answer]");
const link = (page: Page, name: string) => page.getByRole("link", { name, exact: true });
const status = (page: Page, n: number) => page.getByText(`${n} answers, newest first.`);

test("a figure of the dashboard leads to exactly its answers, and so does their file", async ({
  page,
  workspace,
}) => {
  test.setTimeout(120_000);
  const home = await bringIn(page, workspace, told);
  await page.goto(`${home}/dashboard?period=30d`);
  const part = page.getByRole("link", { name: /detractor/i }).first();
  await expect(part).toContainText("3");
  await part.click();
  await expect(page).toHaveURL(/responses\?.*group=detractor/);
  await expect(status(page, 3)).toBeVisible();
  await expect(rows(page)).toHaveCount(3);
  await expect(link(page, "Remove: Group is Detractors")).toBeVisible();

  await page.getByText("Export", { exact: true }).click();
  await page.getByRole("radio", { name: /^Semicolon/ }).check();
  await page.getByLabel(/byte order mark/).check();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("answers.csv");
  const text = await readFile(await file.path(), "utf8");
  expect(text.startsWith("\ufeffid;answered;")).toBe(true);
  const lines = text.trimEnd().split("\r\n");
  expect(lines[0]).toMatch(/;case;Country$/);
  expect(lines).toHaveLength(4);
  expect(text).toContain(`"'=HYPERLINK(""https://x.example"")"`);
  expect(lines[1]).toMatch(
    /^[0-9a-f-]{36};20\d\d-\d\d-\d\dT[\d:.]+Z;;1;2;detractor;Leveranserna var inte bra;/,
  );

  await link(page, "Remove: Group is Detractors").click();
  await expect(status(page, 5)).toBeVisible();
  await page.getByRole("link", { name: "Score is 9" }).click();
  await expect(page).toHaveURL(/score=9/);
  await expect(rows(page)).toHaveCount(1);
  await expect(page.getByText("One answer, newest first.")).toBeVisible();

  const plain = await page.request.get(`${home}/responses/export?where=is.Country.Norway&sort=lowest`);
  expect((await plain.text()).split("\r\n").map((line) => line.split(",")[4])).toEqual([
    "score",
    "7",
    "9",
    undefined,
  ]);
  expect((await page.request.get(`${site()}/nowhere/responses/export`)).status()).toBe(404);
  expect((await page.request.get(`${home}/responses/export?id=x`)).status()).toBe(400);
});

test("words are found in the answers' own languages and marked, and rows are selected for a file and for cases", async ({
  page,
  workspace,
}) => {
  test.setTimeout(120_000);
  const home = await bringIn(page, workspace, told);
  await page.goto(`${home}/responses`);
  await page.getByRole("searchbox").fill("leverans");
  await page.getByRole("searchbox").press("Enter");
  await expect(page).toHaveURL(/q=leverans/);
  await expect(rows(page)).toHaveCount(2);
  await expect(page.locator("mark")).toHaveText(["Leveranserna", "leverans"]);
  await page.goto(`${home}/responses?q=hakan+inte`);
  await expect(page.locator("mark")).toHaveText(["inte", "Håkan"]);
  await expectAccessible(page);
  await page.goto(`${home}/responses?q=b`);
  await expect(page.getByText("<b>Late</b> & wrong")).toBeVisible();
  await page.goto(`${home}/responses?q=zzzz`);
  await expect(page.getByText("No answers.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "No answers here" })).toBeVisible();

  await page.goto(`${home}/responses`);
  await page.getByRole("checkbox", { name: "Select the answer of Håkan Öberg" }).check();
  await page.getByRole("checkbox", { name: "Select the answer of Ola Dahl" }).click({ modifiers: ["Shift"] });
  const bar = page.getByRole("region", { name: "Selected answers" });
  await expect(bar).toContainText("3 selected");
  await expectAccessible(page);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    bar.getByRole("link", { name: "Export" }).click(),
  ]);
  expect((await readFile(await file.path(), "utf8")).trimEnd().split("\r\n")).toHaveLength(4);
  await bar.getByRole("button", { name: "Open cases" }).click();
  await expect(page.getByText("3 cases opened")).toBeVisible();
  await expect(page.getByRole("row", { name: /Håkan Öberg/ }).getByText(/^Due/)).toBeVisible();
  await expect(bar).toBeHidden();
});

test("an answer opens beside the list and closes where it was; columns stay as they were chosen", async ({
  page,
  workspace,
}) => {
  test.setTimeout(120_000);
  const home = await bringIn(page, workspace, told);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`${home}/responses?q=leverans`);
  await link(page, "Anna Lind").click();
  const sheet = page.getByRole("dialog", { name: "Anna Lind" });
  await expect(sheet.getByRole("heading", { name: "Anna Lind" })).toBeFocused();
  await expect(sheet.locator("mark")).toHaveText("leverans");
  await expect(sheet.getByText("Brought in with past answers.")).toBeVisible();
  await expect(page).toHaveURL(/#answer=/);
  await expect(page).toHaveTitle(/^Anna Lind · /);
  await expectAccessible(page);
  await page.keyboard.press("k");
  await expect(page.getByRole("dialog", { name: "Håkan Öberg" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(link(page, "Håkan Öberg")).toBeFocused();
  await expect(page).not.toHaveURL(/answer=/);
  await expect(page).toHaveTitle(/^Responses/);

  await page.keyboard.press("Enter");
  const open = page.getByRole("dialog", { name: "Håkan Öberg" });
  await open.getByRole("button", { name: "Open a case" }).click();
  await expect(open.getByRole("link", { name: "To the case" })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page).toHaveURL(/responses\?q=leverans$/);

  await link(page, "Anna Lind").click();
  await page.reload();
  await expect(page.getByRole("dialog", { name: "Anna Lind" })).toBeVisible();
  await page.getByRole("link", { name: "Open as a page" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Anna Lind" })).toBeVisible();
  await expect(page.locator("mark")).toHaveText("leverans");
  await expectAccessible(page);

  await page.goto(`${home}/responses`);
  await page.getByText("Columns", { exact: true }).click();
  const kept = () => page.waitForResponse((answer) => answer.url().includes("response.chooseColumns"));
  await Promise.all([kept(), page.getByRole("checkbox", { name: "Country" }).check()]);
  await Promise.all([kept(), page.getByRole("checkbox", { name: "Company" }).uncheck()]);
  await expect(page.getByRole("columnheader", { name: "Country" })).toBeVisible();
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByRole("columnheader")).toHaveText([
    /Selected/,
    "Score",
    "Comment",
    "Customer",
    "Case",
    "Received",
    "Country",
  ]);
  await page.getByRole("columnheader", { name: "Score" }).getByRole("link").click();
  await expect(page.getByRole("columnheader", { name: "Score" })).toHaveAttribute("aria-sort", "ascending");
  await expect(rows(page).first()).toContainText("Håkan Öberg");
});

test("comments are read one under the other, by keys; narrow screens and a browser without scripts have all of it", async ({
  browser,
  page,
  workspace,
}) => {
  test.setTimeout(120_000);
  const home = await bringIn(page, workspace, told);
  await page.goto(`${home}/responses`);
  await link(page, "Reading").click();
  await expect(status(page, 4)).toBeVisible();
  await expect(rows(page)).toHaveCount(4);
  await link(page, "Håkan Öberg").focus();
  await page.keyboard.press("j");
  await expect(link(page, "Anna Lind")).toBeFocused();
  await page.keyboard.press("k");
  await expect(link(page, "Håkan Öberg")).toBeFocused();
  await page.keyboard.press("x");
  await expect(page.getByRole("region", { name: "Selected answers" })).toContainText("One selected");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Håkan Öberg" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("searchbox").fill("jxk");
  await expect(page.getByRole("searchbox")).toHaveValue("jxk");
  await expectAccessible(page);

  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    for (const path of ["responses", "responses?view=reading", "responses/set-aside"]) {
      await page.goto(`${home}/${path}`);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await expectAccessible(page);
    }
  }
  await page.goto(`${home}/responses`);
  await link(page, "Anna Lind").click();
  await expect(page.getByRole("heading", { level: 1, name: "Anna Lind" })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);

  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const still = await context.newPage();
  await still.goto(`${home}/responses?limit=2`);
  await expect(rows(still)).toHaveCount(2);
  await link(still, "Older").click();
  await expect(rows(still).first()).toContainText("Ola Dahl");
  await still.getByRole("searchbox").fill("tack");
  await still.getByRole("button", { name: "Show", exact: true }).click();
  await expect(rows(still)).toHaveCount(1);
  await link(still, "Anna Lind").click();
  await expect(still.getByRole("heading", { level: 1, name: "Anna Lind" })).toBeVisible();
  await context.close();
});

test("a long list brings more rows while one scrolls, and only those in sight stand on the page", async ({
  page,
  workspace,
}) => {
  test.setTimeout(180_000);
  const many = Array.from({ length: 1_200 }, (_, place) => ({
    score: place % 11,
    comment: `Answer number ${place}. ${"It took a while. ".repeat(place % 7)}`,
    name: `Customer ${place}`,
  }));
  const home = await bringIn(page, workspace, many);
  for (const view of ["table", "reading"]) {
    await page.goto(`${home}/responses?view=${view}`);
    await expect(page.getByText("1,200 answers, newest first.")).toBeVisible();
    await rows(page).first().hover();
    await expect(async () => {
      await page.mouse.wheel(0, 20_000);
      await expect(page.getByText("That is all.")).toBeInViewport({ timeout: 500 });
    }).toPass({ timeout: 60_000, intervals: [50] });
    await expect(rows(page).last()).toContainText("Answer number 1199");
    expect(await page.evaluate(() => document.querySelectorAll("*").length)).toBeLessThan(1_500);
    await rows(page).last().getByRole("link", { name: "Customer 1199" }).click();
    await expect(page.getByRole("dialog", { name: "Customer 1199" })).toBeVisible();
    const before = await page.evaluate(() => window.scrollY);
    await page.keyboard.press("Escape");
    await expect(link(page, "Customer 1199")).toBeFocused();
    expect(Math.abs((await page.evaluate(() => window.scrollY)) - before)).toBeLessThan(10);
    await page.keyboard.press("k");
    await expect(link(page, "Customer 1198")).toBeFocused();
  }
});

test("a list that is scrolled to its end while the browser is busy still brings more rows", async ({
  page,
  workspace,
}) => {
  const many = Array.from({ length: 300 }, (_, place) => ({ score: 9, comment: `Answer number ${place}.` }));
  const home = await bringIn(page, workspace, many);
  await page.goto(`${home}/responses?view=table`);
  await expect(status(page, 300)).toBeVisible();
  await rows(page).first().hover();
  const scrolled = page.evaluate(scrollInACrowd);
  await page.mouse.wheel(0, 20_000);
  await scrolled;
  await expect(page.getByText("That is all.")).toBeVisible();
});

/**
 * Scrolls to the end just after more rows have come, while urgent tasks crowd out what else the page has to do: that
 * the end was out of sight, and that it came into sight, are then told to the page in one go.
 */
function scrollInACrowd(): Promise<void> {
  return new Promise((resolve) => {
    const countRows = () => document.querySelectorAll("[data-answer]").length;
    const rowsAtFirst = countRows();
    let framesLeft = 7;
    const crowd = () => {
      const end = performance.now() + 5;
      while (performance.now() < end);
      if (framesLeft > 0) void scheduler.postTask(crowd, { priority: "user-blocking" });
      else resolve();
    };
    const onFrame = () => {
      const haveCome = countRows() !== rowsAtFirst;
      if (haveCome) framesLeft -= 1;
      if (framesLeft === 6) crowd();
      if (framesLeft === 3) scrollTo(0, document.documentElement.scrollHeight);
      if (framesLeft > 0) requestAnimationFrame(onFrame);
    };
    requestAnimationFrame(onFrame);
  });
}
