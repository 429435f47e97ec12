import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "@playwright/test";
import { startSignInProvider } from "#server/test/sign-in-provider.ts";
import { expectAccessible, expectToFit } from "./accessibility.ts";
import { call } from "./answers.ts";
import { expect, signUp, site, test } from "./fixtures.ts";

const inAnotherBrowser = async (browser: Browser) =>
  (await browser.newContext({ locale: "en-GB" })).newPage();

/** What the name server of the tests says from now on (global-setup.ts). */
const say = (zone: Record<string, string[]>) =>
  writeFileSync(join(process.env.E2E_DATA_DIR!, "zone.json"), JSON.stringify(zone));

test("a company sets up its own sign-in, proves its domain, and has its people use it", async ({
  browser,
  page,
  workspace,
}) => {
  test.setTimeout(180_000);
  const domain = `company-${randomBytes(4).toString("hex")}.example`;
  const bo = { email: `bo@${domain}`, name: "Bo Lind" };
  const cia = { email: `cia@${domain}`, name: "Cia Dahl", password: "en annan lang kode 99" };
  const provider = await startSignInProvider({ sub: "maja", email: `maja@${domain}` });
  const settings = `${site()}/${workspace.slug}/settings/sign-in`;

  await test.step("an administrator writes down the provider", async () => {
    await page.goto(settings);
    await expect(page.getByText("Everybody signs in with a password")).toBeVisible();
    await expectAccessible(page);
    await expectToFit(page);
    await page.getByLabel("Issuer").fill(provider.issuer);
    await page.getByLabel("Client ID").fill(provider.client.id);
    await page.getByLabel("Client secret").fill(provider.client.secret);
    await page.getByRole("button", { name: "Save the provider" }).click();
    await expect(page.getByText("The provider is saved.")).toBeVisible();
    await expect(page.getByLabel("Client secret")).toHaveValue("");
  });

  await test.step("switching it on before it was tried is refused", async () => {
    await page.getByLabel("People of our domains may sign in there").click();
    await expect(page.getByText("Try a sign-in first").first()).toBeVisible();
  });

  await test.step("DNS proves the domain", async () => {
    await page.getByLabel("Domain", { exact: true }).fill(domain);
    await page.getByRole("button", { name: "Add the domain" }).click();
    const item = page.getByRole("listitem").filter({ hasText: domain });
    await expect(item.getByText("Not found yet")).toBeVisible();
    const proof = (await item.getByText(/^svar-domain=[0-9a-f]{40}$/).textContent())!;
    await expectAccessible(page);
    await expectToFit(page);
    say({ [`TXT _svar.${domain}`]: [proof] });
    await item.getByRole("button", { name: "Look again" }).click();
    await expect(item.getByText("Proven")).toBeVisible({ timeout: 15_000 });
  });

  await test.step("a trial works, and people of the domain must use it from then on", async () => {
    await page.getByRole("button", { name: "Try it" }).click();
    await expect(page.getByText("A sign-in worked on")).toBeVisible();
    await page.getByLabel("People of our domains may sign in there").click();
    await expect(page.getByText(`People of your domains may sign in at ${provider.issuer}`)).toBeVisible();
    await page.getByLabel("People of our domains must sign in there").click();
    await expect(page.getByText(`People of your domains must sign in at ${provider.issuer}`)).toBeVisible();
    await expectAccessible(page);
    await expectToFit(page);
    await call(page, "workspace.inviteMember", { workspace: workspace.slug, email: bo.email, role: "agent" });
  });

  await test.step("a member types the address, is led to the provider and comes in", async () => {
    provider.person = { sub: "bo", ...bo };
    const other = await inAnotherBrowser(browser);
    await other.goto(`${site()}/sign-in`);
    await other.getByLabel("E-mail").fill(bo.email);
    await other.getByLabel("E-mail").blur();
    const go = other.getByRole("button", { name: "Go on to your company’s sign-in" });
    await expect(go).toBeVisible();
    await expect(other.getByLabel("Password", { exact: true })).toHaveCount(0);
    await expectAccessible(other);
    await expectToFit(other);
    await go.click();
    await expect(other).toHaveURL(new RegExp(workspace.slug));
    await other.context().close();
  });

  await test.step("whoever the provider knows and nobody invited is told what to do", async () => {
    provider.person = { sub: "dan", email: `dan@${domain}` };
    const other = await inAnotherBrowser(browser);
    await other.goto(`${site()}/sign-in`);
    await other.getByRole("link", { name: "Sign in by your company’s sign-in instead" }).click();
    await expect(other.getByRole("heading", { name: "Your company’s sign-in" })).toBeVisible();
    await other.getByLabel("E-mail").fill(`dan@${domain}`);
    await other.getByRole("button", { name: "Go on to your company’s sign-in" }).click();
    await expect(other.getByText("Ask an administrator to invite you.")).toBeVisible();
    await expectAccessible(other);
    await expectToFit(other);
    await other.context().close();
  });

  await test.step("a password is refused", async () => {
    const other = await inAnotherBrowser(browser);
    await signUp(other.request, cia).catch(() => {});
    await other.goto(`${site()}/sign-in?password`);
    await other.getByLabel("E-mail").fill(cia.email);
    await other.getByLabel("Password", { exact: true }).fill(cia.password);
    await other.getByRole("button", { name: "Sign in" }).click();
    await expect(
      other.getByText("Your company has its people sign in by its own sign-in.").first(),
    ).toBeVisible();
    expect((await other.context().cookies()).map(({ name }) => name)).not.toContain("svar.session_token");
    await other.context().close();
  });
  await provider.close();
});
