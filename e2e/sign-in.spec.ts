import type { Browser, Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { expectAccessible, expectToFit } from "./accessibility.ts";
import { makeColleague } from "./answers.ts";
import { expect, site, type TestWorkspace, tabOf, test } from "./fixtures.ts";
import { linksOf } from "./mailbox.ts";

const inAnotherBrowser = async (browser: Browser) =>
  (await browser.newContext({ locale: "en-GB" })).newPage();

async function typePassword(page: Page, { email, password }: { email: string; password: string }) {
  await page.goto(`${site()}/sign-in`);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

const account = (page: Page, { slug }: TestWorkspace) => page.goto(`${site()}/${slug}/settings/me`);

/** What the app shows that was given `key`, `ahead` codes from now. */
function codeOf(key: string, ahead = 0): string {
  const totp = new TOTP({ secret: Secret.fromBase32(key.replaceAll(" ", "")) });
  return totp.generate({ timestamp: Date.now() + ahead * 30_000 });
}

/** Sets up an app where it is asked for; returns its key and the recovery codes. */
async function setUpApp(page: Page, password: string): Promise<{ key: string; codes: string[] }> {
  await page.getByLabel("Your password").fill(password);
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByRole("img", { name: "QR code of the key below" })).toBeVisible();
  const key = (await page.getByText(/^(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).textContent())!;
  await expectAccessible(page);
  await expectToFit(page);
  await page.getByLabel("Code the app shows").fill("000000");
  await page.getByRole("button", { name: "Turn on" }).click();
  await expect(page.getByText("The code does not fit.").first()).toBeVisible();
  await page.getByLabel("Code the app shows").fill(codeOf(key));
  await page.getByRole("button", { name: "Turn on" }).click();
  const listed = page.getByRole("list", { name: "Recovery codes" }).getByRole("listitem");
  await expect(listed).toHaveCount(8);
  const codes = await listed.allTextContents();
  await expectAccessible(page);
  await expectToFit(page);
  await page.getByRole("button", { name: "I have stored them" }).click();
  return { key, codes };
}

test("somebody sees where they are signed in, ends it, and changes the password for one that is not easy to guess", async ({
  browser,
  page,
  workspace,
}) => {
  test.setTimeout(120_000);
  const { owner } = workspace;
  const other = await inAnotherBrowser(browser);
  await typePassword(other, owner);
  await expect(other).toHaveURL(new RegExp(workspace.slug));

  await account(page, workspace);
  const sessions = page.getByRole("region", { name: "Where you are signed in" });
  await expect(sessions.getByRole("listitem")).toHaveCount(2);
  await expect(sessions.getByRole("listitem").first()).toContainText("This browser");
  await expect(sessions).toContainText(/Chrome \S* ?on \w+|Chrome/);
  await expectAccessible(page);
  await expectToFit(page);
  await sessions.getByRole("button", { name: /^Sign out Chrome/ }).click();
  await expect(page.getByText("That browser is signed out.")).toBeVisible();
  await expect(sessions.getByRole("listitem")).toHaveCount(1);
  await other.goto(`${site()}/${workspace.slug}/settings/me`);
  await expect(other).toHaveURL(/sign-in/);
  await typePassword(other, owner);
  await expect(other).toHaveURL(new RegExp(workspace.slug));

  const change = async (current: string, next: string) => {
    await page.getByLabel("Current password").fill(current);
    await page.getByLabel("New password").fill(next);
    await page.getByRole("button", { name: "Change password" }).click();
  };
  await change(owner.password, "iloveyou");
  await expect(page.getByText("Many people have this password").first()).toBeVisible();
  await change(owner.password, "majaberg1");
  await expect(page.getByText("This is little more than your name").first()).toBeVisible();
  await change("not this one", "en ny lang kode 5678");
  await expect(page.getByText("This is not your current password.").first()).toBeVisible();
  await change(owner.password, "en ny lang kode 5678");
  await expect(page.getByText("The password is changed.")).toBeVisible();
  await expect(sessions.getByRole("listitem")).toHaveCount(1);
  await other.goto(`${site()}/${workspace.slug}/settings/me`);
  await expect(other).toHaveURL(/sign-in/);
  await other.context().close();
});

test("signing out ends the session; whoever could not be signed out is told so and stays", async ({
  page,
  workspace,
}) => {
  const dashboard = `${site()}/${workspace.slug}/dashboard`;
  const tab = await tabOf(page.context());
  const signOut = tab.getByRole("button", { name: "Sign out" });
  await tab.route("**/api/auth/sign-out", (route) => route.abort());
  await tab.goto(dashboard);
  await tab.getByRole("banner").getByText("Maja Berg").click();
  // A page that has just come takes presses a moment later.
  await expect(async () => {
    await signOut.click();
    await expect(tab.getByRole("banner").getByRole("alert")).toContainText("you are still signed in", {
      timeout: 2_000,
    });
  }).toPass();
  await expectAccessible(tab);
  await tab.unroute("**/api/auth/sign-out");
  await signOut.click();
  await expect(tab).toHaveURL(/\/sign-in/);
  await page.goto(dashboard);
  await expect(page).toHaveURL(/\/sign-in/);
});

test("a link in a mail signs in by a press, once; looking at it does not use it up", async ({
  browser,
  mailbox,
  workspace,
}) => {
  test.setTimeout(120_000);
  const { email } = workspace.owner;
  const page = await inAnotherBrowser(browser);
  await page.goto(`${site()}/sign-in`);
  await page.getByRole("link", { name: "Sign in by a link in a mail instead" }).click();
  await expect(page.getByRole("heading", { name: "Sign in by mail" })).toBeVisible();
  await page.getByLabel("E-mail").fill(email);
  await expectAccessible(page);
  await expectToFit(page);
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByText("Look into your mail")).toBeVisible();
  const mail = await mailbox.newest(email, /Sign in to Svar/);
  const link = linksOf(mail).find((one) => one.includes("/sign-in/link/"))!;

  await page.goto(link);
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "Sign in to Svar" })).toBeVisible();
  await expectAccessible(page);
  await expectToFit(page);
  expect((await page.context().cookies()).map(({ name }) => name)).not.toContain("svar.session_token");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(new RegExp(workspace.slug));

  await page.context().clearCookies();
  await page.goto(link);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(
    page.getByText("This link was used already or is older than 10 minutes.").first(),
  ).toBeVisible();
  await page.context().close();
});

test("a second factor is set up, asked for at sign-in, replaced by a recovery code, and demanded of everybody", async ({
  browser,
  mailbox,
  page,
  workspace,
}) => {
  test.setTimeout(240_000);
  const { owner } = workspace;
  const agent = await makeColleague(page, browser, mailbox, workspace, "agent");
  await account(page, workspace);
  const factor = page.getByRole("region", { name: "Second factor" });
  await factor.getByRole("button", { name: "Set up an authenticator app" }).click();
  const { key, codes } = await setUpApp(page, owner.password);
  await expect(factor).toContainText("8 recovery codes are left.");
  await mailbox.newest(owner.email, /Your second factor is set up/);

  await test.step("a sign-in asks for the code", async () => {
    const other = await inAnotherBrowser(browser);
    await typePassword(other, owner);
    await expect(other.getByRole("heading", { name: "One more step" })).toBeVisible();
    await expectAccessible(other);
    await expectToFit(other);
    await other.getByLabel("Code").fill("123123");
    await other.getByRole("button", { name: "Sign in" }).click();
    await expect(other.getByText("This code does not fit, or was used before.").first()).toBeVisible();
    await other.getByLabel("Code").fill(codeOf(key, 1));
    await other.getByRole("button", { name: "Sign in" }).click();
    await expect(other).toHaveURL(new RegExp(workspace.slug));
    await other.context().clearCookies();
    await typePassword(other, owner);
    await other.getByLabel("Code").fill(codes[0]!);
    await other.getByRole("button", { name: "Sign in" }).click();
    await expect(other).toHaveURL(new RegExp(workspace.slug));
    await other.context().close();
    await mailbox.newest(owner.email, /A recovery code was used/);
  });

  await test.step("an administrator demands it, and a colleague is led to set it up", async () => {
    await page.goto(`${site()}/${workspace.slug}/settings/people`);
    await page.getByLabel("Demand a second factor of everybody here").check();
    await expect(page.getByText("1 of 2 people have one.")).toBeVisible();
    await expect(page.getByText("Demanded by Maja Berg since")).toBeVisible();
    await expectAccessible(page);
    await expectToFit(page);
    await agent.goto(`${site()}/${workspace.slug}`);
    await expect(agent.getByRole("heading", { name: "A second factor is needed" })).toBeVisible();
    await setUpApp(agent, "en annan lang kode 99");
    await expect(agent).toHaveURL(new RegExp(workspace.slug));
    await agent.context().close();
  });

  await test.step("new codes and its end ask for the password", async () => {
    await account(page, workspace);
    await factor.getByRole("button", { name: "New recovery codes" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Your password").fill("not this one");
    await dialog.getByRole("button", { name: "Go on" }).click();
    await expect(dialog.getByText("This is not your password.").first()).toBeVisible();
    await dialog.getByLabel("Your password").fill(owner.password);
    await dialog.getByRole("button", { name: "Go on" }).click();
    await dialog.getByRole("button", { name: "I have stored them" }).click();
    await expect(factor).toContainText("8 recovery codes are left.");
  });
});

test("a passkey is added, signs in without a password, and is removed", async ({ page, workspace }) => {
  test.setTimeout(120_000);
  const { owner } = workspace;
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      ...{ protocol: "ctap2", transport: "internal", hasResidentKey: true },
      ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
  await account(page, workspace);
  const own = page.getByRole("region", { name: "Passkeys" });
  await own.getByRole("button", { name: "Add a passkey" }).click();
  await page.getByLabel("Your password").fill(owner.password);
  await page.getByRole("button", { name: "Go on" }).click();
  await page.getByRole("button", { name: "Make the passkey" }).click();
  await expect(page.getByText("Give the passkey a name, such as the device it is on.").first()).toBeVisible();
  await page.getByLabel("Name of the passkey").fill("My laptop");
  await expectAccessible(page);
  await expectToFit(page);
  await page.getByRole("button", { name: "Make the passkey" }).click();
  await expect(own.getByRole("listitem")).toContainText("My laptop");
  await expectAccessible(page);
  await expectToFit(page);

  await page.context().clearCookies();
  await page.goto(`${site()}/sign-in`);
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await expect(page).toHaveURL(new RegExp(workspace.slug));

  await account(page, workspace);
  await own.getByRole("button", { name: "Remove the passkey My laptop" }).click();
  await page.getByLabel("Your password").fill(owner.password);
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByText("The passkey is removed.")).toBeVisible();
  await expect(own.getByRole("listitem")).toHaveCount(0);
  await page.context().clearCookies();
  await page.goto(`${site()}/sign-in`);
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await expect(page.getByText("This passkey signs nobody in here.").first()).toBeVisible();
  await expectAccessible(page);
  await expectToFit(page);
});
