import type { APIRequestContext, Browser } from "@playwright/test";
import { type Locale, locales } from "#server/i18n/locales.ts";
import { appTexts } from "#server/i18n/messages/app.ts";
import { expectAccessible } from "./accessibility.ts";
import { expect, fromOwnPage, signUp, site, test } from "./fixtures.ts";

const rounds = 3;
/** Without the rules' page: the names of rules are the workspace's own words. */
const pages = [
  ...[
    "dashboard",
    "responses",
    "cases",
    "cases/figures",
    "contacts",
    "campaigns",
    "campaigns/new",
    "surveys",
  ],
  ...[
    "imports",
    "settings/workspace",
    "settings/people",
    "settings/targets",
    "settings/alerts",
    "settings/me",
  ],
];
const entrances = ["sign-in", "sign-up", "forgot-password", "sign-in/link", "there-is-nothing-here"];

test("many pages asked for at once, each in its reader's language, have no words of another", async ({
  browser,
}) => {
  test.setTimeout(600_000);
  const readers = await Promise.all(locales.map((locale) => readerOf(browser, locale)));
  const asked = readers.flatMap(({ locale, slug, signedIn, guest }) => [
    ...pages.map((path) => ({ locale, ask: signedIn, path: `${slug}/${path}` })),
    ...entrances.map((path) => ({ locale, ask: guest, path })),
  ]);
  for (let round = 0; round < rounds; round++) {
    const mixed = await Promise.all(
      asked.map(async ({ locale, ask, path }) => {
        const html = await (await ask.get(`${site()}/${path}`)).text();
        expect(html, `${path} in ${locale}`).toContain(`<html lang="${locale}"`);
        return textsOf(html)
          .filter((text) => isForeign(text, locale))
          .map((text) => `${path} in ${locale}: ${text}`);
      }),
    );
    expect(mixed.flat(), `round ${round}`).toEqual([]);
  }
});

test("a reader chooses the language before signing in and for the account", async ({
  browser,
  page,
  workspace,
}) => {
  test.setTimeout(180_000);
  await test.step("before signing in", async () => {
    const guest = await (await browser.newContext()).newPage();
    await guest.goto(`${site()}/sign-in`);
    await guest.getByLabel(appTexts.en.auth.language).selectOption("fi");
    await expect(guest.locator("html")).toHaveAttribute("lang", "fi");
    await expect(guest.getByRole("heading", { level: 1, name: appTexts.fi.auth.signInTitle })).toBeVisible();
    await guest.context().close();
  });

  await page.goto(`${site()}/${workspace.slug}/settings/me`);
  for (const locale of [...locales].reverse()) {
    const { settings, shell } = appTexts[locale];
    const choice = page.locator("select[name=locale]");
    await choice.selectOption(locale);
    await choice.locator("xpath=ancestor::form").getByRole("button").click();
    await expect(page.locator("html")).toHaveAttribute("lang", locale);
    await expect(page.getByLabel(settings.myLanguage)).toHaveValue(locale);
    await expect(page.getByRole("heading", { level: 1, name: settings.me })).toBeVisible();
    await page.getByRole("link", { name: shell.responses }).first().click();
    await expect(page).toHaveURL(/\/responses/);
    await page.goto(`${site()}/${workspace.slug}/settings/me`);
  }
  await expectAccessible(page);
});

/** Somebody whose browser asks for English and who reads in `locale`; and whoever asks for it without an account. */
async function readerOf(browser: Browser, locale: Locale) {
  const context = await browser.newContext({ extraHTTPHeaders: { "accept-language": "en-GB" } });
  const signedIn = context.request;
  const email = `reader-${locale}-${Date.now()}@fjordline.example`;
  await signUp(signedIn, { name: "Åsa Ek", email, password: "en lang kode 1234" });
  const made = await post(signedIn, "/api/trpc/workspace.create", { name: `Fjordline ${locale}` });
  await post(signedIn, "/api/auth/update-user", { locale });
  const slug: string = made.result.data.slug;
  const guest = (await browser.newContext({ extraHTTPHeaders: { "accept-language": locale } })).request;
  return { locale, slug, signedIn, guest };
}

async function post(request: APIRequestContext, path: string, data: object) {
  const answer = await request.post(`${site()}${path}`, { data, headers: fromOwnPage() });
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
  return answer.json();
}

/** What stands between the tags of a page, without its scripts. */
function textsOf(html: string): string[] {
  const shown = html.replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, "").replaceAll(/<!--.*?-->/g, "");
  return [...shown.matchAll(/>([^<>]+)</g)].map((match) => match[1]!.replaceAll("&#x27;", "'").trim());
}

const said = Object.fromEntries(locales.map((locale) => [locale, new Set(flat(appTexts[locale]))])) as Record<
  Locale,
  Set<string>
>;

/** Languages are offered by the names they have for themselves. */
const ownNames = new Set(
  locales.map((locale) => new Intl.DisplayNames(locale, { type: "language" }).of(locale)!.toLowerCase()),
);

const isForeign = (text: string, locale: Locale) =>
  !ownNames.has(text.toLowerCase()) &&
  !said[locale].has(text) &&
  locales.some((other) => said[other].has(text));

function flat(messages: object): string[] {
  return Object.values(messages).flatMap((text) => (typeof text === "string" ? [text] : flat(text)));
}
