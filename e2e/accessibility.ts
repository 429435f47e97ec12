import { expect, type Page } from "@playwright/test";
import axe from "axe-core";

const wcag = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

/** The rules of `wcag` that other colours can break where the page is the same otherwise. */
const ofColours = ["color-contrast", "link-in-text-block"];

/** Fails when the page breaks a rule of WCAG 2.2 A or AA that a program can check, in light or in dark. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  expect(await violations(page, "light", wcag)).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await violations(page, "dark", ofColours)).toEqual([]);
  await page.emulateMedia({ colorScheme: "light" });
}

/** Fails as `expectAccessible` does, also in colours of the reader's own, and where 320 pixels are all there is. */
export async function expectAccessibleEverywhere(page: Page): Promise<void> {
  await expectAccessible(page);
  await page.emulateMedia({ forcedColors: "active" });
  expect(await violations(page, "forced colours", ofColours)).toEqual([]);
  await page.emulateMedia({ forcedColors: "none" });
  const size = page.viewportSize()!;
  await expectToFit(page);
  await page.setViewportSize({ width: 320, height: 844 });
  expect(await violations(page, "320 pixels", wcag)).toEqual([]);
  await page.setViewportSize(size);
}

/** Fails when the page has to be scrolled sideways on a phone. */
export async function expectToFit(page: Page): Promise<void> {
  const size = page.viewportSize()!;
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide, `${page.url()} at ${width} px`).toBeLessThanOrEqual(width);
  }
  await page.setViewportSize(size);
}

/** What breaks the rules with one of these tags, or of these names. The page keeps axe until it is left. */
async function violations(page: Page, how: string, rules: string[]): Promise<string[]> {
  // Not by axe, which looks once: while a list is filtered the title is taken away and put back within milliseconds.
  await expect(page, how).toHaveTitle(/\S/);
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const found = await page.evaluate(async (runOnly) => {
    const { violations } = await window.axe.run(
      // No script runs in a preview, so axe would wait for it in vain; mails have checks of their own in emails/.
      { exclude: ["iframe[sandbox]"] },
      { runOnly, rules: { "document-title": { enabled: false } }, resultTypes: ["violations"] },
    );
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
  }, rules);
  return found.map((violation) => `${how} ${violation}`);
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}
