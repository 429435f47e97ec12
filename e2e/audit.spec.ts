import { readFile } from "node:fs/promises";
import { expectAccessibleEverywhere } from "./accessibility.ts";
import { call } from "./answers.ts";
import { expect, site, test } from "./fixtures.ts";

test("an administrator reads who did what, narrows it, and takes it along as a file", async ({
  page,
  browser,
  workspace,
}) => {
  test.setTimeout(240_000);
  const home = `${site()}/${workspace.slug}/settings`;
  const entries = page.getByRole("list", { name: "Entries" }).getByRole("listitem");

  await test.step("what made the workspace is there already", async () => {
    await page.goto(`${home}/people`);
    await page.getByLabel("E-mail").fill("ida@fjordline.example");
    await page.getByRole("button", { name: "Send invitation" }).click();
    await expect(page.getByText("The invitation to ida@fjordline.example is on its way.")).toBeVisible();
    await call(page, "workspace.createApiKey", { workspace: workspace.slug, name: "=HYPERLINK(1)" });
    await call(page, "team.setEscalation", { workspace: workspace.slug, minutes: 90 });
    await page.getByRole("link", { name: "Audit log" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Audit log" })).toBeVisible();
    await expect(entries).toHaveText([
      /Maja Berg changed when leads are told of overdue answers.*Minutes of working time: (none|\d+) → 90/s,
      /Maja Berg made the API key =HYPERLINK\(1\)/,
      /Maja Berg invited ida@fjordline\.example as an? \w+/,
      /Maja Berg made the API key tests/,
      new RegExp(`Maja Berg made the workspace ${workspace.name}`),
    ]);
    await expectAccessibleEverywhere(page);
  });

  await test.step("it is narrowed by what, who and when, and the address says so", async () => {
    await page.getByLabel("What").selectOption({ label: "API keys" });
    await page.getByLabel("Who").selectOption({ label: "Maja Berg" });
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await expect(entries).toHaveCount(2);
    await expect(page).toHaveURL(/family=keys/);
    await page.getByLabel("To", { exact: true }).fill("2020-01-01");
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Nothing of that kind" })).toBeVisible();
    await expectAccessibleEverywhere(page);
    await page.getByRole("link", { name: "Show everything" }).click();
    await expect(entries).toHaveCount(5);
  });

  await test.step("the file has the same entries and no formula, and is an entry itself", async () => {
    const loading = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download as CSV" }).click();
    const text = await readFile(await (await loading).path(), "utf8");
    expect(text.split("\r\n").filter(Boolean)).toHaveLength(7);
    expect(text).toContain("Maja Berg made the API key tests");
    expect(text).toContain(",'=HYPERLINK(1),");
    await page.reload();
    await expect(entries.first()).toHaveText(/Maja Berg downloaded the audit log/);
  });

  await test.step("nobody else has it", async () => {
    const stranger = await browser.newContext();
    expect((await stranger.request.get(`${home}/audit/export`)).status()).toBe(401);
    await stranger.close();
  });
});
