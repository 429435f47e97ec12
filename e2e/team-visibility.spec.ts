import type { Browser, Page } from "@playwright/test";
import { expectAccessible, expectToFit } from "./accessibility.ts";
import { call, makeColleague } from "./answers.ts";
import { openTeamsCases, theCase } from "./cases.ts";
import { expect, fromOwnPage, site, type TestWorkspace, test } from "./fixtures.ts";
import type { Mailbox } from "./mailbox.ts";

const queue = (page: Page) => page.getByRole("list", { name: "Cases" });
const row = (page: Page, name: string) => queue(page).locator("[data-case]", { hasText: name });
const title = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });

/** An agent, signed in, called `name`. */
async function makeAgent(
  page: Page,
  browser: Browser,
  mailbox: Mailbox,
  workspace: TestWorkspace,
  [name, invitedAs]: [string, "agent" | "viewer"],
): Promise<Page> {
  const colleague = await makeColleague(page, browser, mailbox, workspace, invitedAs);
  const renamed = await colleague.request.post(`${site()}/api/auth/update-user`, {
    data: { name },
    headers: fromOwnPage(),
  });
  expect(renamed.ok(), await renamed.text()).toBe(true);
  if (invitedAs === "viewer") {
    const asked = encodeURIComponent(JSON.stringify({ workspace: workspace.slug }));
    const answer = await page.request.get(`${site()}/api/trpc/workspace.members?input=${asked}`);
    const members: { name: string; userId: string }[] = (await answer.json()).result.data;
    const { userId } = members.find((one) => one.name === name)!;
    await call(page, "workspace.changeRole", { workspace: workspace.slug, userId, role: "agent" });
    const email = workspace.owner.email.replace("maja", invitedAs);
    const again = await colleague.request.post(`${site()}/api/auth/sign-in/email`, {
      data: { email, password: "en annan lang kode 99" },
      headers: fromOwnPage(),
    });
    expect(again.ok(), await again.text()).toBe(true);
  }
  return colleague;
}

test("agents of two teams see their own team's cases, a mention opens one, and giving it away closes it", async ({
  page,
  browser,
  workspace,
  mailbox,
}) => {
  test.setTimeout(240_000);
  const here = `${site()}/${workspace.slug}`;
  await openTeamsCases(page, workspace, {
    "Anna Lind": "Delivery",
    "Carl Berg": "Support",
    "Dora Holt": null,
  });
  const ida = await makeAgent(page, browser, mailbox, workspace, ["Ida Holm", "agent"]);
  const bo = await makeAgent(page, browser, mailbox, workspace, ["Bo Friis", "viewer"]);
  await ida.goto(`${here}/cases`);
  await expect(row(ida, "Carl Berg")).toBeVisible();

  await test.step("an administrator puts them into teams and sees who is in none", async () => {
    await page.goto(`${here}/settings/teams`);
    const form = page.getByRole("region", { name: "What agents and viewers see" });
    await form.getByLabel("Their own teams’ cases and answers, and those of no team").check();
    await expect(form.getByText("2 agents and viewers are in no team")).toContainText("Bo Friis, Ida Holm");
    await expectAccessible(page);
    await expectToFit(page);
    for (const [team, person] of [
      ["Delivery", "Ida Holm"],
      ["Support", "Bo Friis"],
    ] as const) {
      await page.getByRole("button", { name: `Change who works in ${team}` }).click();
      const dialog = page.getByRole("dialog", { name: `Who works in ${team}` });
      await dialog.getByLabel(person).check();
      if (team === "Delivery") {
        await expectAccessible(page);
        await expectToFit(page);
      }
      await dialog.getByRole("button", { name: "Save" }).click();
      await expect(page.getByRole("article", { name: team })).toContainText(person);
    }
    await expect(form.getByText("All agents and viewers are in a team.")).toBeVisible();
    await form.getByRole("button", { name: "Save" }).click();
    await expect(form.getByText("Set by Maja Berg on")).toBeVisible();
  });

  await test.step("a page that is open shows the own team's cases within moments, and says so", async () => {
    await expect(row(ida, "Carl Berg")).toHaveCount(0, { timeout: 5_000 });
    await expect(row(ida, "Anna Lind")).toBeVisible();
    await expect(row(ida, "Dora Holt")).toBeVisible();
    await expect(ida.getByText("Your teams: Delivery.")).toBeVisible();
    await expectAccessible(ida);
    await expectToFit(ida);
    await bo.goto(`${here}/cases`);
    await expect(row(bo, "Carl Berg")).toBeVisible();
    await expect(row(bo, "Anna Lind")).toHaveCount(0);
    await ida.goto(`${here}/dashboard?period=all`);
    await expect(ida.getByText("Your teams: Delivery.")).toBeVisible();
    await expect(ida.getByText("Carl Berg")).toHaveCount(0);
  });

  const carl = new URL((await row(bo, "Carl Berg").getByRole("link").first().getAttribute("href"))!, here);
  await test.step("what is another team's is not there", async () => {
    await ida.goto(carl.href);
    await expect(title(ida, "Carl Berg")).toHaveCount(0);
  });

  await test.step("a mention opens the case", async () => {
    await bo.goto(carl.href);
    await expect(title(bo, "Carl Berg")).toBeVisible();
    const caseId = /[\da-f-]{36}/.exec(carl.pathname)![0];
    await call(bo, "case.addNote", { workspace: workspace.slug, caseId, text: "@Ida, can you call?" });
    await ida.goto(carl.href);
    await expect(title(ida, "Carl Berg")).toBeVisible();
    await expect(theCase(ida).getByText("@Ida, can you call?")).toBeVisible();
  });

  await test.step("a case that was only given to them is gone once they give it away, when they agree", async () => {
    await ida.goto(`${here}/cases`);
    const anna = await row(ida, "Anna Lind").getAttribute("data-case");
    const change = { kind: "assign" as const, assigneeId: await idOf(bo, workspace.slug) };
    await call(page, "case.act", { workspace: workspace.slug, caseIds: [anna], change });
    await bo.goto(`${here}/cases/${anna}`);
    await expect(title(bo, "Anna Lind")).toBeVisible();
    await theCase(bo).getByLabel("Owner").selectOption({ label: "Ida Holm" });
    const dialog = bo.getByRole("dialog", { name: "You will no longer see this case" });
    await expect(dialog).toContainText("Anna Lind");
    await expectAccessible(bo);
    await expectToFit(bo);
    await dialog.getByRole("button", { name: "Keep it" }).click();
    await expect(title(bo, "Anna Lind")).toBeVisible();
    await theCase(bo).getByLabel("Owner").selectOption({ label: "Ida Holm" });
    await dialog.getByRole("button", { name: "Give it away" }).click();
    await expect(bo).toHaveURL(`${here}/cases`);
    await expect(row(bo, "Carl Berg")).toBeVisible();
    await expect(row(bo, "Anna Lind")).toHaveCount(0);
    await bo.goto(`${here}/cases/${anna}`);
    await expect(title(bo, "Anna Lind")).toHaveCount(0);
  });

  await ida.context().close();
  await bo.context().close();
});

/** The id of whoever is signed in on the page. */
async function idOf(page: Page, slug: string): Promise<string> {
  const asked = encodeURIComponent(JSON.stringify({ workspace: slug }));
  const answer = await page.request.get(`${site()}/api/trpc/case.frame?input=${asked}`);
  return (await answer.json()).result.data.me;
}
