import type { Page } from "@playwright/test";
import { expectAccessible, expectAccessibleEverywhere } from "./accessibility.ts";
import { call, importAnswers, makeColleague, times } from "./answers.ts";
import { dayFromNow } from "./days.ts";
import { test as base, expect, site, type TestWorkspace } from "./fixtures.ts";

/** NPS +18 of 61: Norway +40 of 30, Sweden 0 of 24, Iceland three tens, four without a country; before, Norway 0 of 20. */
const story = [
  ...times(18, { score: 10, daysAgo: 3, country: "Norway", comment: "Punctual" }),
  ...times(6, { score: 8, daysAgo: 10, country: "Norway" }),
  ...times(6, { score: 3, daysAgo: 17, country: "Norway", comment: "=HYPERLINK(1)" }),
  ...times(8, { score: 9, daysAgo: 3, country: "Sweden" }),
  ...times(8, { score: 7, daysAgo: 10, country: "Sweden" }),
  ...times(8, { score: 0, daysAgo: 17, country: "Sweden" }),
  ...times(3, { score: 10, daysAgo: 3, country: "Iceland" }),
  ...times(4, { score: 5, daysAgo: 3 }),
  ...times(10, { score: 10, daysAgo: 40, country: "Norway" }),
  ...times(10, { score: 2, daysAgo: 47, country: "Norway" }),
];

/** The dashboard of the last thirty days once its counters are folded, which takes some seconds. */
async function open(page: Page, { slug }: TestWorkspace, query = ""): Promise<void> {
  const here = `${site()}/${slug}/dashboard?period=30d`;
  await expect(async () => {
    await page.goto(here);
    await expect(page.getByRole("heading", { name: /^Where/ })).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 40_000 });
  if (query) await page.goto(`${here}${query}`);
}

const score = (page: Page) => page.getByRole("region", { name: "Net Promoter Score" });
const trend = (page: Page) => page.getByRole("region", { name: /^NPS by/ });
const where = (page: Page) => page.getByRole("region", { name: /^Where/ });
const answersOf = (page: Page) =>
  page
    .getByRole("table", { name: "Answers" })
    .getByRole("row")
    .filter({ has: page.getByRole("cell") });
const chips = (page: Page) => page.getByRole("link", { name: /^Remove/ });

/** Every test but the first has the story told in its workspace. */
const test = base.extend<{ story: undefined }>({
  story: [
    async ({ page, workspace }, use) => {
      test.setTimeout(180_000);
      await importAnswers(page, workspace, story);
      await use(undefined);
    },
    { auto: true },
  ],
});

base(
  "a new workspace is taught what to do, without empty charts, and opens a made-up company",
  async ({ page, workspace }) => {
    test.setTimeout(180_000);
    await page.goto(`${site()}/${workspace.slug}/dashboard`);
    await expect(page.getByRole("heading", { name: "Here you will see what customers say" })).toBeVisible();
    await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(3);
    await expect(page.getByRole("figure")).toHaveCount(0);
    await page.getByRole("button", { name: "Load sample data" }).click();
    await expect(page).toHaveURL(/-demo\/dashboard/, { timeout: 60_000 });
    await expect(page.getByText("Sample data", { exact: true })).toBeVisible();
    await expect(page.getByRole("button", { name: "Remove sample data" })).toBeVisible();
    await page.goto(`${site()}/${workspace.slug}/dashboard`);
    await expect(page.getByRole("heading", { name: "Here you will see what customers say" })).toBeVisible();
  },
);

test("a manager narrows by a click, sends the address on, and takes every filter away with Escape", async ({
  page,
  browser,
  workspace,
}) => {
  await open(page, workspace);
  await expect(score(page)).toContainText("n = 61");
  await where(page).getByRole("link", { name: "Norway", exact: true }).first().click();
  await expect(page).toHaveURL(/where=is.Country.Norway/);
  await expect(page.getByRole("link", { name: "Remove: Country is Norway" })).toBeVisible();
  await expect(score(page)).toContainText("n = 30");
  await expect(page.getByRole("list", { name: "Who answered" })).toContainText("6 detractors");

  const context = await browser.newContext({ storageState: await page.context().storageState() });
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(score(other)).toContainText("n = 30");
  await context.close();

  await page.keyboard.press("Escape");
  await expect(chips(page)).toHaveCount(0);
  await expect(page).toHaveURL(/period=30d/);
  await expect(score(page)).toContainText("n = 61");
});

test("by a value, by what an attribute is not, with comments alone, by group", async ({
  page,
  workspace,
}) => {
  await open(page, workspace);
  await page.keyboard.press("/");
  await expect(page.getByLabel("Choose a value")).toBeFocused();
  await page.getByLabel("Choose a value").selectOption({ label: "Country is Sweden" });
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(score(page)).toContainText("n = 24");
  await page.getByRole("link", { name: "Remove: Country is Sweden" }).click();
  await expect(chips(page)).toHaveCount(0);

  await page.locator("summary", { hasText: "Filter" }).click();
  await page.getByLabel("Attribute").fill("Country");
  await page.getByLabel("Must it be so?").selectOption("not");
  await page.getByLabel("Value", { exact: true }).fill("Sweden");
  await page.getByLabel("With a comment").check();
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(score(page)).toContainText("n = 24");
  await page.getByRole("link", { name: "Remove all filters" }).click();
  await expect(chips(page)).toHaveCount(0);

  await page.keyboard.press("/");
  await page.getByLabel("Choose a value").selectOption({ label: "Group is Detractors" });
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("18 detractors, 30 % of all answers");
  const detractors = page.getByRole("region", { name: "Detractors", exact: true });
  await expect(detractors).toContainText("30 % of 61 answers");
  await expect(detractors).toContainText("It was 50 %");
  // On a Monday nobody has answered this week yet, and the figures under the chart are those of the week before.
  await page.getByRole("figure").getByRole("slider").press("ArrowLeft");
  await expect(page.getByRole("figure")).toContainText(/\d+\s% \(\d+ to \d+\s%\), \d+ of \d+/);
  await expectAccessible(page);
});

test("keys choose the period, move it and turn the comparison off and on; both values stand in cards and tables", async ({
  page,
  workspace,
}) => {
  await open(page, workspace);
  await expect(score(page)).toContainText("It was 0");
  await page.getByRole("region", { name: "Who answered" }).getByText("Show as table").click();
  await expect(page.getByRole("columnheader", { name: "Share before" })).toBeVisible();
  await trend(page).getByText("Show as table").click();
  await expect(trend(page).getByRole("columnheader", { name: "Before" })).toBeVisible();
  await where(page).getByText("Show as table").click();
  await expect(where(page).getByRole("row", { name: /^Norway/ })).toContainText("+40");

  await page.keyboard.press("x");
  await expect(page).toHaveURL(/compare=none/);
  await expect(score(page)).not.toContainText("It was 0");
  await page.keyboard.press("x");
  await expect(page).not.toHaveURL(/compare=none/);
  await expect(score(page)).toContainText("It was 0");

  await page.keyboard.press("ArrowLeft");
  await expect(page).toHaveURL(/from=.*to=/);
  await expect(score(page)).toContainText("n = 20");
  await page.keyboard.press("ArrowRight");
  await expect(score(page)).toContainText("n = 61");
  for (const [key, period] of [
    ["w", "7d"],
    ["q", "90d"],
    ["y", "12m"],
    ["a", "all"],
    ["m", "30d"],
  ] as const) {
    await page.keyboard.press(key);
    await expect(page).toHaveURL(new RegExp(`period=${period}`));
  }
  await page.getByLabel("Compare with").selectOption("year");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL(/compare=year/);
});

test("the sheet lists the keys; they stay out of fields, and can be turned off for good", async ({
  page,
  workspace,
}) => {
  await open(page, workspace);
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  for (const label of ["Last 30 days", "The days before", "Comparison on or off", "Take all filters away"])
    await expect(sheet.getByText(label)).toBeVisible();
  await expect(sheet.getByRole("region", { name: "In the trend" })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("x");
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await page.keyboard.press("/");
  await page.getByLabel("Attribute").pressSequentially("xyz?");
  await page.keyboard.press("Control+x");
  await expect(page.getByLabel("Attribute")).toHaveValue("xyz?");
  await expect(page).not.toHaveURL(/compare|12m/);

  await page.goto(`${site()}/${workspace.slug}/settings/me`);
  await page.getByLabel("Shortcuts of one key").uncheck();
  await expect(page.getByText("Saved.")).toBeVisible();
  await open(page, workspace);
  await page.keyboard.press("x");
  await page.keyboard.press("?");
  await page.locator("summary", { hasText: "Maja Berg" }).click();
  await page.getByRole("button", { name: "Keyboard shortcuts" }).click();
  await expect(sheet).toContainText("turned off for you");
  await expect(page).not.toHaveURL(/compare/);
});

test("a point of the trend is reached by arrows and opens as many answers as it says", async ({
  page,
  workspace,
}) => {
  await open(page, workspace);
  const slider = trend(page).getByRole("slider");
  const said = trend(page).getByRole("status");
  await slider.focus();
  const before = await said.textContent();
  await page.keyboard.press("ArrowLeft");
  await expect(said).not.toHaveText(before!);
  await page.keyboard.press("End");
  while (!(await said.textContent())?.includes("n = ")) await page.keyboard.press("ArrowLeft");
  const n = Number(/n = (\d+)/.exec((await said.textContent()) ?? "")?.[1]);
  expect(n).toBeGreaterThan(0);
  await expect(page).not.toHaveURL(/from=/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/responses\?.*from=.*to=/);
  await expect(answersOf(page)).toHaveCount(n);
});

test("a stretch of the trend is chosen with Shift or by dragging, and the page narrowed to it on request alone", async ({
  page,
  workspace,
}) => {
  await open(page, workspace);
  const slider = trend(page).getByRole("slider");
  const said = trend(page).getByRole("status");
  await slider.focus();
  await page.keyboard.press("Shift+ArrowLeft");
  await page.keyboard.press("Shift+ArrowLeft");
  await expect(said).toContainText(" – ");
  await page.keyboard.press("Escape");
  await expect(said).not.toContainText(" – ");
  await page.keyboard.press("Shift+ArrowLeft");
  await expect(page).not.toHaveURL(/from=/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/dashboard\?.*from=.*to=/);
  await page.goBack();
  await expect(page).not.toHaveURL(/from=/);

  const { x, y, width } = (await slider.boundingBox())!;
  await page.mouse.move(x + width * 0.1, y + 20);
  await page.mouse.down();
  await page.mouse.move(x + width * 0.9, y + 20, { steps: 5 });
  await page.mouse.up();
  await expect(said).toContainText("n = 61");
  await expect(page).not.toHaveURL(/from=/);
  await trend(page).getByRole("link", { name: "Show these days only" }).click();
  await expect(page).toHaveURL(/dashboard\?.*from=.*to=/);
  await expect(score(page)).toContainText("n = 61");
});

test("filters are saved under a name: one's own stay with oneself, shared ones are everybody's", async ({
  page,
  browser,
  mailbox,
  workspace,
}) => {
  const segments = (on: Page) => on.getByRole("dialog", { name: "Saved segments" });
  const save = async (name: string, shared: boolean) => {
    await page.getByRole("button", { name: "Segments" }).click();
    await segments(page).getByRole("textbox", { name: "Name", exact: true }).fill(name);
    if (shared)
      await segments(page)
        .getByLabel(/^For everybody/)
        .check();
    await segments(page).getByRole("button", { name: "Save these filters" }).click();
  };
  await open(page, workspace);
  await page.keyboard.press("s");
  await expect(segments(page)).toContainText("Nothing is filtered yet");
  await page.keyboard.press("Escape");

  await open(page, workspace, "&where=is.Country.Norway");
  await save("", false);
  await expect(segments(page).getByRole("alert")).toContainText("Give it a name");
  await expectAccessible(page);
  await segments(page).getByRole("textbox", { name: "Name", exact: true }).fill("Norway");
  await segments(page).getByRole("button", { name: "Save these filters" }).click();
  await expect(page.getByRole("link", { name: "Remove: Segment: Norway" })).toBeVisible();

  await open(page, workspace, "&where=is.Country.Sweden");
  await save("Norway", false);
  await expect(segments(page).getByRole("alert")).toContainText("There is a segment “Norway” already");
  await segments(page).getByRole("textbox", { name: "Name", exact: true }).fill("Sweden");
  await segments(page)
    .getByLabel(/^For everybody/)
    .check();
  await segments(page).getByRole("button", { name: "Save these filters" }).click();
  await expect(page.getByRole("link", { name: "Remove: Segment: Sweden" })).toBeVisible();

  const bo = await makeColleague(page, browser, mailbox, workspace, "agent");
  await bo.goto(`${site()}/${workspace.slug}/responses`);
  await bo.getByRole("button", { name: "Segments" }).click();
  await expect(segments(bo).getByRole("link")).toHaveText([/^Sweden/]);
  await expect(segments(bo).getByRole("button", { name: "End Sweden" })).toHaveCount(0);
  await segments(bo).getByRole("link", { name: "Sweden" }).click();
  await expect(bo).toHaveURL(/responses\?.*where=is.Country.Sweden/);
  await expect(bo.getByRole("link", { name: "Remove: Segment: Sweden" })).toBeVisible();
  await bo.context().close();

  await page.getByRole("button", { name: "Segments" }).click();
  await segments(page).getByRole("button", { name: "Rename Norway" }).click();
  await segments(page).getByLabel("New name").fill("Norge");
  await segments(page).getByRole("button", { name: "Rename", exact: true }).click();
  await expect(segments(page).getByRole("link", { name: "Norge" })).toBeVisible();
  await segments(page).getByRole("button", { name: "End Sweden" }).click();
  await expect(segments(page).getByRole("link", { name: "Sweden" })).toHaveCount(0);
});

test("what happened is a flag on the trend: one's own for oneself, everybody's for everybody", async ({
  page,
  browser,
  mailbox,
  workspace,
}) => {
  const day = dayFromNow(-10);
  await open(page, workspace);
  await page.keyboard.press("n");
  const dialog = page.getByRole("dialog", { name: "What happened" });
  await expect(dialog.getByRole("textbox", { name: "What happened" })).toBeFocused();
  await dialog.getByRole("button", { name: "Add" }).click();
  await expect(dialog.getByRole("alert")).toContainText("Say what happened");
  await dialog.getByLabel("Day").fill(day);
  await dialog.getByRole("textbox", { name: "What happened" }).fill("New app 5.0");
  await dialog.getByLabel(/^For everybody/).check();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Add" }).click();
  await expect(trend(page).getByRole("img", { name: /New app 5.0/ })).toBeVisible();
  await call(page, "annotation.add", {
    workspace: workspace.slug,
    day,
    text: "My own note",
    shared: false,
  });
  await page.reload();
  await expect(trend(page).getByRole("img", { name: /New app 5.0; .*My own note/ })).toBeVisible();
  await expect(trend(page).getByRole("list", { name: "Noted of these days" })).toContainText("My own note");
  await trend(page).getByText("Show as table").click();
  await expect(trend(page).getByRole("cell", { name: /New app 5.0/ })).toBeVisible();

  const bo = await makeColleague(page, browser, mailbox, workspace, "viewer");
  await open(bo, workspace);
  await expect(trend(bo).getByRole("img", { name: /New app 5.0$/ })).toBeVisible();
  await bo.context().close();

  await page.getByRole("button", { name: "Annotate" }).click();
  await dialog.getByRole("button", { name: "Change: My own note" }).click();
  await dialog.getByRole("textbox", { name: "What happened" }).fill("Strike");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(trend(page).getByRole("img", { name: /Strike/ })).toBeVisible();
  await page.getByRole("button", { name: "Annotate" }).click();
  await dialog.getByRole("button", { name: "Remove: New app 5.0" }).click();
  await expect(trend(page).getByRole("img", { name: /New app 5.0/ })).toHaveCount(0);
});

test("parts stand in the order of adjusted scores: three tens are not first, and the few are folded away", async ({
  page,
  workspace,
}) => {
  await open(page, workspace);
  await expect(where(page).getByText("Adjusted for few answers", { exact: true })).toBeVisible();
  await expect(where(page).getByRole("figure").getByRole("link")).toHaveText(["Norway", "Sweden"]);
  await where(page).getByText("1 with too few answers").click();
  await expect(where(page).getByRole("link", { name: "Iceland" }).first()).toBeVisible();
  await expect(where(page)).toContainText("4 answers have no country");
  await where(page).getByText("Show as table").click();
  const iceland = where(page).getByRole("row", { name: /^Iceland/ });
  await expect(iceland.getByRole("cell").first()).toHaveText("–");
  await iceland.getByRole("link", { name: "3 answers of Iceland" }).click();
  await expect(answersOf(page)).toHaveCount(3);
});

test("every figure is drawn, told in words and laid out as a table, and what it leaves out is explained", async ({
  page,
  workspace,
}) => {
  await open(page, workspace);
  for (const figure of await page.getByRole("figure").all())
    await expect(figure.locator("figcaption")).not.toBeEmpty();
  const row = trend(page).getByRole("row").last();
  await trend(page).getByText("Show as table").click();
  const slider = trend(page).getByRole("slider");
  await slider.focus();
  await page.keyboard.press("End");
  const n = /n = (\d+)/.exec((await trend(page).getByRole("status").textContent()) ?? "")?.[1] ?? "0";
  await expect(row).toContainText(n);

  await page.locator("summary", { hasText: "About: Net Promoter Score" }).click();
  await expect(score(page)).toContainText("61 answers count here");
  await expect(score(page)).toContainText("0 answers were withdrawn by the customer");
  await expect(score(page)).toContainText("needed to tell a change of 5 points");
  await page.keyboard.press("Escape");
  await score(page).getByRole("link", { name: "n = 61" }).click();
  await expect(page).toHaveURL(/responses\?.*from=.*to=/);
});

test("each panel is to be had as a file, of exactly the view, and safe to open in a spreadsheet", async ({
  page,
  workspace,
}) => {
  await importAnswers(page, workspace, times(12, { score: 8, daysAgo: 3, country: "=1+1" }));
  await open(page, workspace, "&where=not.Country.Iceland");
  const file = async (name: RegExp) => {
    const href = await page.getByRole("link", { name }).getAttribute("href");
    const response = await page.request.get(`${site()}${href}`);
    expect(response.headers()["content-type"]).toContain("text/csv");
    return (await response.text()).replace("\ufeff", "").trim().split("\r\n");
  };
  await expect.poll(async () => (await file(/^CSV: Where/)).length).toBe(4);
  const parts = await file(/^CSV: Where/);
  expect(parts.slice(1).map((line) => line.split(",").slice(0, 5).join(","))).toEqual([
    "Norway,6,6,18,30",
    "Sweden,8,8,8,24",
    "'=1+1,0,12,0,12",
  ]);
  const split = await file(/^CSV: Who answered/);
  expect(split[1]).toMatch(/^All answers,18,26,26,70,11.43,/);
  const weeks = await file(/^CSV: NPS by/);
  expect(weeks[0]).toMatch(/^First day,Last day,Detractors,/);
  const bad = await page.request.get(`${site()}/${workspace.slug}/dashboard/export?panel=all`);
  expect(bad.status()).toBe(400);
});

test("the dashboard is walked through by keyboard, each stop seen, to the end", async ({
  page,
  workspace,
}) => {
  await open(page, workspace);
  const last = where(page).getByText("Show as table");
  const seen = new Set<string>();
  for (let step = 0; step < 200; step++) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const { left, top, width, height } = element.getBoundingClientRect();
      const over = document.elementFromPoint(left + Math.min(width, 40) / 2, top + height / 2);
      const uncovered = Boolean(over && (element.contains(over) || over.contains(element)));
      const named = `${element.tagName} ${element.getAttribute("aria-label") ?? element.textContent?.trim()}`;
      const isShown = (outlineStyle !== "none" && outlineWidth !== "0px") || height < 2;
      return { named, isShown, uncovered };
    });
    expect(stop, `after ${[...seen].at(-1)}`).not.toBeNull();
    expect(stop!.isShown, `${stop!.named} shows no focus`).toBe(true);
    expect(stop!.uncovered, `${stop!.named} is covered`).toBe(true);
    seen.add(stop!.named);
    if (await last.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`The end was not reached; the last stops were ${[...seen].slice(-5).join(" | ")}`);
});

test("the dashboard is accessible in light, dark, forced colours and more contrast, and fits 390 and 320 pixels", async ({
  page,
  workspace,
}) => {
  await open(page, workspace, "&where=not.Country.Iceland");
  for (const summary of await page.locator("summary", { hasText: "Show as table" }).all())
    await summary.click();
  await page.emulateMedia({ contrast: "more" });
  await expectAccessible(page);
  await page.emulateMedia({ contrast: "no-preference" });
  await expectAccessibleEverywhere(page);
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 800 });
    await page.locator("summary", { hasText: "Filter" }).click();
    await expect(page.getByRole("button", { name: "Apply" })).toBeInViewport();
    await page.keyboard.press("Escape");
  }
});

test("a score says how sure it is: with few answers so, with fewer than ten none at all", async ({
  page,
  workspace,
}) => {
  await open(page, workspace);
  await expect(score(page)).toContainText(/[+\u2212]?\d+ \([+\u2212]?\d+ to [+\u2212]?\d+\), n = 61/);
  await expect(score(page)).not.toContainText(/few answers/i);
  await page.goto(`${site()}/${workspace.slug}/dashboard?period=30d&where=is.Country.Sweden`);
  await expect(score(page)).toContainText(/0 \(\u221230 to 30\), n = 24/);
  await expect(score(page)).toContainText(/few answers/i);
  await page.goto(`${site()}/${workspace.slug}/dashboard?period=30d&where=is.Country.Iceland`);
  await expect(score(page)).toContainText("3 promoters");
  await expect(score(page)).not.toContainText(/n = |\+100/);
});

test("on paper the dashboard says whose, of which days and narrowed by what it is, without what cannot be pressed", async ({
  page,
  workspace,
}) => {
  await open(page, workspace, "&where=is.Country.Norway");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText(`${workspace.name}, printed`)).toBeVisible();
  await expect(page.getByText("Filters: Country is Norway")).toBeVisible();
  for (const gone of [page.getByRole("navigation"), page.getByRole("link", { name: /^CSV/ }), chips(page)])
    for (const one of await gone.all()) await expect(one).toBeHidden();
  await expect(trend(page).getByRole("table")).toBeVisible();
  const paper = await page.pdf({ preferCSSPageSize: true });
  expect(paper.byteLength).toBeGreaterThan(10_000);
});
