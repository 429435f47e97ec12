import { voices } from "#server/i18n/locales.ts";
import { everyPage } from "#server/test/respondent-pages.ts";
import { expectAccessible } from "./accessibility.ts";
import { expect, test } from "./fixtures.ts";

const still = (html: string) => html.replaceAll(/<script.*?<\/script>/gs, "");

test("every state of a respondent's pages is accessible", async ({ page }) => {
  test.setTimeout(300_000);
  await page.setViewportSize({ width: 320, height: 640 });
  for (const [name, html] of everyPage("fi")) {
    await test.step(name, async () => {
      await page.setContent(still(html));
      await expectAccessible(page);
    });
  }
});

for (const voice of voices) {
  test(`every state of a respondent's pages in ${voice} fits 320 pixels, also with text of twice the size`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width: 320, height: 640 });
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    for (const [name, html] of everyPage(voice)) {
      await test.step(name, async () => {
        await page.setContent(still(html));
        expect(await width(), name).toBeLessThanOrEqual(320);
        await page.addStyleTag({ content: "html{font-size:200%}" });
        expect(await width(), `${name}, large`).toBeLessThanOrEqual(320);
      });
    }
  });
}
