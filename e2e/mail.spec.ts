import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessibility.ts";
import { expect, type TestWorkspace, test } from "./fixtures.ts";
import type { CaughtMail, Mailbox } from "./mailbox.ts";

const languages = ["en", "sv", "da", "nb", "fi", "de"];
const widths = [320, 360, 414, 600, 820];

/** How mail programs change what they are given, beside showing it as it is. */
const treatments: Record<string, (page: Page) => Promise<unknown>> = {
  light: (page) => page.emulateMedia({ colorScheme: "light", forcedColors: "none" }),
  dark: (page) => page.emulateMedia({ colorScheme: "dark", forcedColors: "none" }),
  "without its style sheet": (page) =>
    page.evaluate(() => {
      for (const style of document.querySelectorAll("style")) style.remove();
    }),
  "with colours turned round": (page) =>
    page.addStyleTag({ content: "html{filter:invert(1) hue-rotate(180deg)}" }),
  "with forced colours": (page) => page.emulateMedia({ forcedColors: "active" }),
  "with text of twice the size": (page) =>
    page.evaluate(() => {
      const sized = [...document.querySelectorAll<HTMLElement>("[style*=font]")];
      const sizes = sized.map((one) => Number.parseFloat(getComputedStyle(one).fontSize));
      for (const [at, one] of sized.entries()) one.style.fontSize = `${sizes[at]! * 2}px`;
    }),
  "from right to left": (page) =>
    page.evaluate(() => {
      for (const one of document.querySelectorAll("html, [role=article]")) one.setAttribute("dir", "rtl");
    }),
};

async function invitations(workspace: TestWorkspace, mailbox: Mailbox): Promise<Map<string, CaughtMail>> {
  const contacts = languages.map((locale) => ({
    email: `anna-${locale}@${workspace.slug}.example`,
    name: "Anna-Katariina Lindqvist-Österberg",
    locale,
  }));
  await workspace.api("POST", "/contacts", { contacts });
  const survey = await workspace.api("POST", "/surveys", { name: "Relationship" });
  const campaign = await workspace.api("POST", "/campaigns", {
    name: "Autumn",
    surveyId: survey.id,
    audience: { all: true },
  });
  await workspace.api("POST", `/campaigns/${campaign.id}/start`);
  const mails = new Map<string, CaughtMail>();
  for (const { email, locale } of contacts) mails.set(locale, await mailbox.newest(email));
  return mails;
}

/** The boxes of the scale as they stand on the screen. */
const boxesOf = (page: Page) =>
  page.locator('a[href*="/r/"]:not([aria-hidden])').evaluateAll((links) =>
    links.map((link) => {
      const { left, right, top, width, height } = link.getBoundingClientRect();
      const range = document.createRange();
      range.selectNodeContents(link);
      return {
        score: link.textContent!.trim(),
        left,
        right,
        top,
        width,
        height,
        text: range.getBoundingClientRect().width,
      };
    }),
  );

test("the mail has its eleven boxes in every language, width and treatment", async ({
  page,
  workspace,
  mailbox,
}) => {
  const mails = await invitations(workspace, mailbox);
  for (const [locale, { html }] of mails) {
    for (const [treatment, treat] of Object.entries(treatments)) {
      await page.emulateMedia({ colorScheme: "light", forcedColors: "none" });
      await page.setContent(html);
      await treat(page);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        const where = `${locale}, ${treatment}, ${width} px`;
        const boxes = await boxesOf(page);
        expect(
          boxes.map(({ score }) => score),
          where,
        ).toEqual(Array.from({ length: 11 }, (_, n) => `${n}`));
        for (const box of boxes) {
          expect(Math.min(box.width, box.height), where).toBeGreaterThanOrEqual(44);
          expect(box.text, where).toBeLessThanOrEqual(44);
          expect(box.left, where).toBeGreaterThanOrEqual(0);
          expect(box.right, where).toBeLessThanOrEqual(width);
        }
        const rows = Map.groupBy(boxes, ({ top }) => Math.round(top));
        expect(
          [...rows.values()].map((row) => row.length),
          where,
        ).toEqual(width < 560 ? [6, 5] : [11]);
        for (const row of rows.values()) {
          expect(
            row.map(({ left }) => left),
            where,
          ).toEqual(row.map(({ left }) => left).sort((a, b) => a - b));
        }
        const scrolls = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(scrolls, where).toBeLessThanOrEqual(width);
      }
    }
  }
});

test("the mail is accessible in light and dark, fetches nothing and is small", async ({
  page,
  workspace,
  mailbox,
}) => {
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  for (const { html } of (await invitations(workspace, mailbox)).values()) {
    expect(Buffer.byteLength(html)).toBeLessThan(30_000);
    await page.setContent(html);
    await expectAccessible(page);
  }
  expect(requests).toEqual([]);
});
