import { expectAccessible } from "./accessibility.ts";
import { expect, site, test } from "./fixtures.ts";

test("a manager writes words, looks at them in every way, and customers get them once they are published", async ({
  browser,
  page,
  workspace,
  mailbox,
}) => {
  test.setTimeout(180_000);
  const survey = await workspace.api("POST", "/surveys", { name: "Relationship" });
  await page.goto(`${site()}/${workspace.slug}/surveys/${survey.id}/edit`);
  const subject = page.getByLabel("Subject", { exact: true });
  await subject.fill("How was the crossing?");
  await expect(page.getByText("Subject: How was the crossing?")).toBeVisible();
  const checks = page.getByRole("list").filter({ hasText: "11 of 11 numbers have a link" });
  await expect(checks.getByText("Words of yours are missing in")).toContainText("German");

  await test.step("every look of every part", async () => {
    const frame = page.frameLocator("iframe");
    const preview = page.getByRole("region", { name: "Preview" });
    const choose = (option: string) => preview.getByText(option, { exact: true }).click();
    await expect(frame.getByRole("link", { name: /^10 of 10/ })).toBeVisible();
    await choose("Plain text");
    await expect(frame.getByText("/r/example/10")).toBeVisible();
    for (const look of ["Dark", "Forced dark", "Images off"]) {
      await choose(look);
      await expect(frame.getByRole("link", { name: /^10 of 10/ })).toBeVisible();
    }
    await choose("Phone");
    await expect(page.locator("iframe")).toHaveCSS("width", "320px");
    await choose("Read aloud order");
    const spoken = page.getByRole("list", { name: "Read aloud order" }).getByRole("listitem");
    await expect(spoken.filter({ hasText: /^Link/ })).toHaveCount(12);
    await expectAccessible(page);
    await choose("Answer page");
    await expect(spoken.filter({ hasText: /^Choice/ })).toHaveCount(11);
    await choose("Thanks");
    await expect(spoken.filter({ hasText: /^Choice/ })).toHaveCount(0);
    await choose("Plain text");
    await expect(frame.getByRole("heading", { name: "Thank you" })).toBeVisible();
  });

  await test.step("words that lead, and a subject that is too long, are told", async () => {
    await page.getByLabel("Words before the question", { exact: true }).fill("Please give us a 10.");
    await expect(checks.getByText("Words that lead the answer: “give us a 10” in English")).toBeVisible();
    await page.getByLabel("Words before the question", { exact: true }).fill("");
    await subject.fill("x".repeat(61));
    await expect(checks.getByText("61 characters")).toBeVisible();
    await subject.fill("How was the crossing?");
  });

  const ask = async (name: string) => {
    const email = `${name}@${workspace.slug}.example`;
    await workspace.api("POST", "/contacts", { contacts: [{ email, name, locale: "en" }] });
    const audience = { emails: [email] };
    const campaign = await workspace.api("POST", "/campaigns", { name, surveyId: survey.id, audience });
    await workspace.api("POST", `/campaigns/${campaign.id}/start`);
    return mailbox.newest(email);
  };

  await test.step("a draft is nobody's question, a published version is everybody's", async () => {
    await page.getByRole("button", { name: "Save draft" }).click();
    await expect(page.getByText("Saved, not published: customers are asked in version 1.")).toBeVisible();
    expect((await ask("anna")).subject).not.toContain("crossing");
    await page.reload();
    await expect(subject).toHaveValue("How was the crossing?");
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await expect(page.getByText("Version 2 is what customers are asked in.")).toBeVisible();
    expect((await ask("bo")).subject).toBe("How was the crossing?");
    const versions = page.getByRole("list", { name: "Versions" }).getByRole("listitem");
    await expect(versions).toHaveCount(2);
    await expect(versions.first()).toContainText("Changed: Subject");
    await expectAccessible(page);
  });

  await test.step("an old version is taken again", async () => {
    await page.getByRole("button", { name: "Take the words of version 1" }).click();
    await expect(subject).toHaveValue("");
    await expect(page.getByText("Not saved yet")).toBeVisible();
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await expect(page.getByText("Version 3 is what customers are asked in.")).toBeVisible();
  });

  await test.step("a colleague's change is not overwritten, and no word is lost", async () => {
    const other = await browser.newContext({ storageState: await page.context().storageState() });
    const colleague = await other.newPage();
    await colleague.goto(page.url());
    await subject.fill("Mine");
    await page.getByRole("button", { name: "Save draft" }).click();
    await expect(page.getByText("Saved, not published: customers are asked in version 3.")).toBeVisible();
    await colleague.getByLabel("Subject", { exact: true }).fill("Theirs");
    await colleague.getByRole("button", { name: "Publish", exact: true }).click();
    await expect(colleague.getByRole("alert").getByText(/A colleague changed this survey/)).toBeVisible();
    await colleague.reload();
    await expect(colleague.getByLabel("Subject", { exact: true })).toHaveValue("Theirs");
    await expect(colleague.getByText("Your unsaved words are back")).toBeVisible();
    await other.close();
  });
});
