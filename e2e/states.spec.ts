import { voices } from "#server/i18n/locales.ts";
import { everyPage } from "#server/test/respondent-pages.ts";
import { expect, expectAccessible, test } from "./fixtures.ts";

for (const voice of voices) {
  test(`every state of a respondent's pages in ${voice} is accessible, at 320 pixels and with text of twice the size`, async ({
    page,
  }) => {
    test.setTimeout(300_000);
    await page.setViewportSize({ width: 320, height: 640 });
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    for (const [name, html] of everyPage(voice)) {
      await test.step(name, async () => {
        await page.setContent(html.replaceAll(/<script.*?<\/script>/gs, ""));
        await expectAccessible(page);
        expect(await width(), name).toBeLessThanOrEqual(320);
        await page.addStyleTag({ content: "html{font-size:200%}" });
        expect(await width(), `${name}, large`).toBeLessThanOrEqual(320);
      });
    }
  });
}
