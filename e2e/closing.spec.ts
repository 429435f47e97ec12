import type { Page } from "@playwright/test";
import { expectAccessible, expectToFit } from "./accessibility.ts";
import { makeColleague } from "./answers.ts";
import { openTeamsCases } from "./cases.ts";
import { expect, site, test } from "./fixtures.ts";

const causesOf = (page: Page) => page.getByRole("list", { name: "Causes", exact: true });
const dialog = (page: Page) => page.getByRole("dialog");

async function choose(page: Page, cause: string, what: string): Promise<void> {
  await page.getByRole("button", { name: `Change the cause ${cause}`, exact: true }).click();
  await page.getByRole("menuitem", { name: what }).click();
}

async function saveName(page: Page, name: string): Promise<void> {
  await dialog(page).getByLabel("Name").fill(name);
  await dialog(page).getByRole("button", { name: "Save cause" }).click();
  await expect(dialog(page)).toBeHidden();
}

test("an administrator keeps the causes, an agent closes with one of the second level by keys alone, a manager reads the figures", async ({
  page,
  browser,
  workspace,
  mailbox,
}) => {
  test.setTimeout(240_000);
  await openTeamsCases(page, workspace, { "Anna Lind": "North", "Bo Berg": "North", "Cia Dahl": "South" });

  await test.step("the list has two levels, and is added to, renamed, ordered, merged and retired", async () => {
    await page.goto(`${site()}/${workspace.slug}/settings/causes`);
    await expect(causesOf(page).getByRole("listitem").first()).toContainText("Delivery");
    await page.getByRole("button", { name: "Add a cause", exact: true }).click();
    await saveName(page, "Ferry");
    await choose(page, "Ferry", "Add beneath…");
    await saveName(page, "Cancelled");
    await expect(page.getByRole("list", { name: "Ferry" }).getByRole("listitem")).toHaveText(/^Cancelled/);
    await choose(page, "Ferry", "Add beneath…");
    await dialog(page).getByLabel("Name").fill("cancelled");
    await dialog(page).getByRole("button", { name: "Save cause" }).click();
    await expect(dialog(page).getByLabel("Name")).toHaveAccessibleDescription(
      /There is a cause of this name/,
    );
    await saveName(page, "Late");
    await choose(page, "Ferry", "Rename…");
    await saveName(page, "Ferries");
    await choose(page, "Ferries", "Move up");
    await expect(causesOf(page).locator("> li").nth(8)).toContainText("Ferries");
    await choose(page, "Misunderstanding", "Merge into another…");
    await dialog(page).getByLabel("Cause that it becomes a part of").selectOption({ label: "Other" });
    await dialog(page).getByRole("button", { name: "Merge for good" }).click();
    await expect(causesOf(page)).toContainText("with Misunderstanding");
    await choose(page, "Staff", "Retire");
    await expect(causesOf(page).getByText("Retired")).toBeVisible();
    await expectAccessible(page);
    await expectToFit(page);
  });

  const agent = await makeColleague(page, browser, mailbox, workspace, "agent");
  await test.step("an agent closes by keys alone, found by words of both levels, and as last time", async () => {
    await agent.goto(`${site()}/${workspace.slug}/cases`);
    await expect(agent.getByRole("list", { name: "Cases" }).getByRole("listitem")).toHaveCount(3);
    await agent.keyboard.press("j");
    await agent.keyboard.press("e");
    const cause = dialog(agent).getByRole("combobox", { name: "Cause" });
    await expect(cause).toBeFocused();
    await agent.keyboard.type("staff");
    await expect(dialog(agent).getByText("No cause has these words.")).toBeVisible();
    await cause.clear();
    await agent.keyboard.type("late ferr");
    await expect(dialog(agent).getByRole("option")).toHaveText(["Ferries › Late"]);
    await expectAccessible(agent);
    await expectToFit(agent);
    await agent.keyboard.press("Enter");
    await expect(cause).toHaveValue("Ferries › Late");
    await agent.keyboard.press("Tab");
    await agent.keyboard.type("Rebooked for the next morning.");
    await agent.keyboard.press("Tab");
    await agent.keyboard.press("Tab");
    await agent.keyboard.press("Enter");
    await expect(agent.getByText("The case is closed", { exact: true })).toBeVisible();
    await expect(agent.getByRole("list", { name: "Cases" }).getByRole("listitem")).toHaveCount(2);

    await agent.keyboard.press("j");
    await agent.keyboard.press("e");
    await dialog(agent).getByRole("button", { name: "As last time" }).click();
    await expect(cause).toHaveValue("Ferries › Late");
    await expect(dialog(agent).getByLabel("Outcome")).toHaveValue("Rebooked for the next morning.");
    await dialog(agent).getByRole("button", { name: "Close case" }).click();
    await expect(agent.getByRole("list", { name: "Cases" }).getByRole("listitem")).toHaveCount(1);
    await agent.getByRole("link", { name: "Closed 2" }).click();
    await expect(agent.getByRole("list", { name: "Cases" }).getByRole("listitem")).toHaveCount(2);
    await agent.getByRole("combobox", { name: "Any cause" }).selectOption({ label: "Ferries" });
    await agent.getByRole("button", { name: "Search" }).click();
    await expect(agent.getByRole("link", { name: "Remove: Cause: Ferries" })).toBeVisible();
    await agent.getByRole("list", { name: "Cases" }).getByRole("link").first().click();
    await expect(agent.getByText("closed the case: Ferries › Late")).toBeVisible();
  });

  const manager = await makeColleague(page, browser, mailbox, workspace, "manager");
  await test.step("a manager reads figures by team and by cause, and the file agrees", async () => {
    await manager.goto(`${site()}/${workspace.slug}/cases`);
    await manager.getByRole("link", { name: "Figures" }).click();
    await expect(manager.getByRole("heading", { name: "Figures of cases" })).toBeVisible();
    await expect(manager.getByRole("row", { name: /^North 2 / })).toBeVisible();
    await expect(manager.getByRole("row", { name: /^South 1 / })).toBeVisible();
    await expect(manager.getByRole("row", { name: /^Closed cases: Ferries 2 100\s%/ })).toBeVisible();
    await expect(manager.getByRole("row", { name: /^Closed cases: Late 2 100\s%/ })).toBeVisible();
    await expect(
      manager.getByText("of the cases opened on these days, those whose first reply"),
    ).toBeVisible();
    await expectAccessible(manager);
    await expectToFit(manager);

    const address = await manager.getByRole("link", { name: "By team as CSV" }).getAttribute("href");
    const file = await (await manager.request.get(`${site()}${address}`)).text();
    const [head, ...lines] = file.replace("\ufeff", "").trim().split("\r\n");
    expect(head).toMatch(/^Team,Opened,In time,/);
    const table = manager.getByRole("table", { name: "By team" });
    const rows = await table.locator("tbody tr").all();
    expect(lines).toHaveLength(rows.length);
    for (const [at, row] of rows.entries()) {
      const [name, opened] = lines[at]!.split(",");
      await expect(row.getByRole("rowheader")).toHaveText(name!);
      await expect(row.getByRole("cell").first()).toHaveText(opened!);
    }

    await manager.getByRole("link", { name: "North" }).click();
    await expect(manager.getByRole("combobox", { name: "Team" })).toHaveValue(/.{36}/);
    await manager.getByRole("link", { name: "Closed cases: Ferries" }).click();
    await expect(manager.getByRole("link", { name: "Remove: Cause: Ferries" })).toBeVisible();
  });
  await test.step("the huddle pack of a team is a page of paper", async () => {
    await manager.goto(`${site()}/${workspace.slug}/cases/figures`);
    await manager.getByRole("link", { name: "North" }).click();
    await expect(manager.getByRole("combobox", { name: "Team" })).toHaveValue(/.{36}/);
    await manager.getByRole("link", { name: "Huddle pack" }).click();
    await expect(manager.getByRole("heading", { name: "Huddle: North" })).toBeVisible();
    await expect(manager.getByRole("region", { name: "2. Who waits for us" })).not.toContainText("Cia Dahl");
    await expectAccessible(manager);
    await expectToFit(manager);
    await manager.emulateMedia({ media: "print" });
    await expect(manager.getByRole("navigation")).toHaveCount(0);
    await expect(manager.getByRole("button", { name: "Print" })).toBeHidden();
    await expect(manager.getByText(`${workspace.name}, printed on`)).toBeVisible();
    await expect(manager.getByText(/^\d+.* 20\d\d\. A quarter of an hour/)).toBeVisible();
    const paper = (await manager.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(paper).toMatch(/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/);
    await manager.emulateMedia({ media: null });
  });
  await agent.context().close();
  await manager.context().close();
});
