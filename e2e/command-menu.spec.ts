import type { Page } from "@playwright/test";
import { expectAccessibleEverywhere } from "./accessibility.ts";
import { openCases } from "./cases.ts";
import { expect, site, tabOf, test } from "./fixtures.ts";

const menu = (page: Page) => page.getByRole("dialog", { name: "Search and commands" });
const field = (page: Page) => menu(page).getByRole("combobox", { name: "Customer, page or command" });
const option = (page: Page, name: string | RegExp) => menu(page).getByRole("option", { name });

test("from any page to a case, a place or what the page can do, by typing", async ({ page, workspace }) => {
  test.setTimeout(120_000);
  const here = await openCases(page, workspace, ["Anna Lind", "Bo Hansen"]);
  await page.goto(here.replace(/cases$/, "dashboard"));

  await test.step("part of a name finds the case and the contact; Enter goes to what is chosen", async () => {
    await page.keyboard.press("Control+k");
    await expect(field(page)).toBeFocused();
    await expectAccessibleEverywhere(page);
    await field(page).fill("hans");
    await expect(option(page, /^Bo Hansen · Late again/)).toBeVisible();
    await expect(menu(page).getByRole("option")).toHaveCount(2);
    await expect(option(page, /^Bo Hansen · person1@/)).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: /Bo Hansen/ })).toBeVisible();
    await expect(menu(page)).toBeHidden();
  });

  await test.step("what the page can do is done there", async () => {
    await page.keyboard.press("Control+k");
    await field(page).fill("close");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog", { name: /^Close/ })).toBeVisible();
    await page.keyboard.press("Escape");
  });

  await test.step("in the list it is about the case that had the focus", async () => {
    await page.goto(here);
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("Control+k");
    await field(page).fill("assign");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog", { name: "Assign the case of Bo Hansen" })).toBeVisible();
    await page.keyboard.press("Escape");
  });

  await test.step("nothing that matches is said, and Escape gives the focus back", async () => {
    const search = page.getByRole("searchbox");
    await search.focus();
    await page.keyboard.press("Control+k");
    await field(page).fill("zzzz");
    await expect(menu(page)).toContainText("Nothing matches.");
    await page.keyboard.press("Escape");
    await expect(menu(page)).toBeHidden();
    await expect(search).toBeFocused();
  });

  await test.step("that something could not be looked for is said", async () => {
    const tab = await tabOf(page.context());
    await tab.route("**/api/trpc/*case.list*", (route) => route.abort());
    await tab.goto(here);
    await expect(async () => {
      await tab.keyboard.press("Control+k");
      await expect(field(tab)).toBeFocused({ timeout: 2_000 });
    }).toPass();
    await field(tab).fill("zzzz");
    await expect(menu(tab)).toContainText("Svar could not be reached. Try again.", { timeout: 20_000 });
    await expect(menu(tab)).not.toContainText("Nothing matches.");
  });
});

test("g and a letter lead to a place, not from a field and not for whoever turned shortcuts off", async ({
  page,
  workspace,
}) => {
  await page.goto(`${site()}/${workspace.slug}/cases`);
  const goTo = async (letter: string, place: RegExp) => {
    // A page that has just come takes keys a moment later.
    await expect(async () => {
      await page.keyboard.press("g");
      await page.keyboard.press(letter);
      await expect(page).toHaveURL(place, { timeout: 2_000 });
    }).toPass();
  };
  await goTo("d", /\/dashboard$/);
  await goTo("c", /\/cases$/);
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toContainText("Search and commands");
  await page.keyboard.press("Escape");

  const search = page.getByRole("searchbox");
  await search.pressSequentially("gd");
  await expect(search).toHaveValue("gd");
  await expect(page).toHaveURL(/\/cases$/);

  await page.goto(`${site()}/${workspace.slug}/settings/me`);
  await page.getByLabel("Shortcuts of one key").uncheck();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.goto(`${site()}/${workspace.slug}/cases`);
  await page.keyboard.press("g");
  await page.keyboard.press("d");
  await page.keyboard.press("Control+k");
  await expect(menu(page)).toBeVisible();
  await expect(page).toHaveURL(/\/cases$/);
});

test("on a phone the menu opens from what belongs to the person", async ({ page, workspace }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${site()}/${workspace.slug}/dashboard`);
  await page.getByText("More", { exact: true }).click();
  await page.getByRole("button", { name: "Search and commands" }).click();
  await field(page).fill("resp");
  await option(page, "Responses").click();
  await expect(page).toHaveURL(/\/responses/);
});
