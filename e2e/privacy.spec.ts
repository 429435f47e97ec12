import { readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expectAccessible, expectAccessibleEverywhere } from "./accessibility.ts";
import { call, importAnswers, times } from "./answers.ts";
import { openCases } from "./cases.ts";
import { expect, site, test } from "./fixtures.ts";

test("an administrator says whom to turn to and how long things are kept, and sees first what would go", async ({
  page,
  workspace,
}) => {
  test.setTimeout(240_000);
  const home = `${site()}/${workspace.slug}`;
  await importAnswers(page, workspace, [
    ...times(3, { score: 4, daysAgo: 800, comment: "Old words" }),
    { score: 9, daysAgo: 20, comment: "New words" },
  ]);

  await test.step("whom customers turn to", async () => {
    await page.goto(`${home}/settings/privacy`);
    await expectAccessibleEverywhere(page);
    const officer = page.getByRole("group", { name: "Data protection officer" });
    await officer.getByLabel("Name").fill("Ida Vern");
    await page.getByRole("button", { name: "Save" }).first().click();
    await expect(officer.getByText("Write the officer’s e-mail address")).toBeVisible();
    await officer.getByLabel("E-mail").fill("privacy@fjordline.example");
    await page.getByRole("button", { name: "Save" }).first().click();
    await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  });

  await test.step("a dry run says what would go and from when the oldest is, and removes nothing", async () => {
    await page.getByRole("button", { name: "Show what would go today" }).click();
    await expect(page.getByText("Nothing would go today.")).toBeVisible();
    await page.getByLabel("Words and names of answers").selectOption({ label: "2 years" });
    await page.getByRole("button", { name: "Show what would go today" }).click();
    const going = page.getByRole("region", { name: "What would go today, without the days of grace" });
    await expect(going.getByRole("row")).toHaveCount(2);
    await expect(going.getByRole("row", { name: /Words and names of answers 3/ })).toBeVisible();
    await expectAccessibleEverywhere(page);
  });

  await test.step("what is shortened removes nothing for fourteen days", async () => {
    await page.getByRole("button", { name: "Save" }).last().click();
    await expect(
      page.getByText(/^Removes nothing before .*what holds is: As long as the workspace\.$/),
    ).toBeVisible();
    await expect(page.getByText(/^Set by Maja Berg on/)).toBeVisible();
    expect(await workspace.api("GET", "/nps")).toMatchObject({ n: 4 });
  });

  await test.step("removal can be held, with a reason", async () => {
    await page.getByRole("button", { name: "Hold all removal" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Hold all removal" }).click();
    await expect(dialog.getByText("Say why")).toBeVisible();
    await expectAccessible(page);
    await dialog.getByLabel("Why").fill("A dispute about parcel 7");
    await dialog.getByRole("button", { name: "Hold all removal" }).click();
    await expect(page.getByText(/Maja Berg held it on .*: A dispute about parcel 7/)).toBeVisible();
    await expectAccessibleEverywhere(page);
    await page.getByRole("button", { name: "End the hold" }).click();
    await expect(page.getByRole("button", { name: "Hold all removal" })).toBeVisible();
  });

  await test.step("all of it is in the audit log, in numbers", async () => {
    await page.goto(`${home}/settings/audit?family=privacy`);
    for (const said of [
      "changed for how long words and names of answers are kept",
      "stopped the removal of what is too old",
      "changed whom customers turn to about their data",
    ])
      await expect(page.getByText(said)).toBeVisible();
  });
});

test("a customer is looked at, taken out as a file, and erased so that nothing of them is left", async ({
  page,
  workspace,
}) => {
  test.setTimeout(240_000);
  const word = "kanarifugl";
  const home = `${site()}/${workspace.slug}`;
  const name = `Anna ${word}`;
  const queue = await openCases(page, workspace, [name]);
  await page.goto(queue);
  const [caseId] = (await page
    .getByRole("link", { name: new RegExp(name) })
    .first()
    .getAttribute("href"))!
    .split("?")[0]!
    .split("/")
    .slice(-1);
  await call(page, "case.addNote", { workspace: workspace.slug, caseId, text: `She is ${word}` });
  const email = `person0@${workspace.slug}.example`;
  const consent = { legalGround: "consent", consentedAt: "2026-05-31", groundSource: `Form of ${word}` };
  await workspace.api("POST", "/contacts", { contacts: [{ email, ...consent, attributes: { Pet: word } }] });

  await test.step("the page says why we may ask, since when and who told it", async () => {
    await page.goto(`${home}/contacts`);
    await page.getByRole("link", { name }).click();
    const why = page.getByRole("region", { name: "Why we may ask" });
    await expect(why.getByRole("listitem")).toHaveText([
      new RegExp(`Consent.*Consent of 31 May 2026 · Source: Form of ${word} · By a program`, "s"),
      /Customer who was told of the right to object.*From a file of past answers/s,
    ]);
    await expectAccessibleEverywhere(page);
  });

  await test.step("the file has JSON, CSV and what colleagues wrote", async () => {
    const loading = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download everything" }).click();
    const zip = (await readFile(await (await loading).path())).toString("utf8");
    expect(zip.slice(0, 2)).toBe("PK");
    for (const part of ["data.json", "csv/person.csv", "csv/answers.csv", email, `She is ${word}`])
      expect(zip).toContain(part);
  });

  await test.step("erasing says first what goes and what stays, and wants the name typed", async () => {
    await page.getByRole("button", { name: "Erase…" }).click();
    const dialog = page.getByRole("dialog", { name: `Erase ${name}?` });
    await expect(dialog.getByText("1 note of colleagues")).toBeVisible();
    await expect(dialog.getByText("1 score, so that no figure moves")).toBeVisible();
    await expectAccessibleEverywhere(page);
    await dialog.getByLabel(/^To erase, type/).fill("Somebody");
    await dialog.getByRole("button", { name: "Erase for good" }).click();
    await expect(dialog.getByText("This is not the customer’s e-mail address or name")).toBeVisible();
    await dialog.getByLabel(/^To erase, type/).fill(email);
    await dialog.getByRole("button", { name: "Erase for good" }).click();
    await expect(page.getByText("Everything about the customer is erased")).toBeVisible();
    await expect(page).toHaveURL(`${home}/contacts`);
  });

  await test.step("nothing of them is on any page or in any log, and no figure moved", async () => {
    for (const place of ["contacts", "responses", "cases", `cases/${caseId}`, "settings/audit"]) {
      await page.goto(`${home}/${place}`);
      await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
      expect(await page.content(), place).not.toContain(word);
    }
    expect(await workspace.api("GET", "/nps")).toMatchObject({ n: 1, detractors: 1 });
    const logs = join(process.env.E2E_DATA_DIR!, "logs");
    for (const file of readdirSync(logs)) {
      const log = readFileSync(join(logs, file), "utf8");
      expect(log, file).not.toContain(word);
      expect(log, file).not.toMatch(/[\w.-]@[\w-]+\.[a-z]{2}/);
    }
  });
});
