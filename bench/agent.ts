import { expect, type Page } from "@playwright/test";

/** What an agent did of a day's work; `failed`: cases that were given up. */
type Done = {
  cases: number;
  replies: number;
  notes: number;
  drafts: number;
  closed: number;
  failed: number;
};

/** A machine that has much else to do is no leak. */
const patienceMs = 120_000;
const sentences = "Dear customer, we are sorry for the crates that were missing. They leave our house today.";

/**
 * An agent at a tab who goes through the queue by keys. Of five cases one is answered, one gets a note, in one a draft is
 * left behind, one is closed, and one is only looked at and come back to.
 */
export function createAgent(page: Page) {
  page.setDefaultTimeout(patienceMs);
  const done: Done = { cases: 0, replies: 0, notes: 0, drafts: 0, closed: 0, failed: 0 };
  const title = page.locator("h1");
  const field = page.locator("main textarea[name=text]");
  const inCase = () => /\/cases\/[0-9a-f-]{36}/.test(page.url());

  /** Back to the list, as by the rail: without the page's being loaded anew. */
  async function toQueue(): Promise<void> {
    await page.keyboard.press("Escape");
    await page
      .getByRole("navigation")
      .getByRole("link", { name: /^Cases/ })
      .first()
      .click();
    await page.getByRole("list", { name: "Cases" }).waitFor();
  }

  async function move(key: "j" | "k"): Promise<void> {
    const before = page.url();
    await title.focus().catch(() => {});
    await page.keyboard.press(key);
    await page.waitForURL((url) => url.href !== before, { timeout: 3_000 }).catch(() => {});
    await title.waitFor();
  }

  async function open(): Promise<void> {
    await page.locator("[data-case] a").first().click();
    await page.waitForURL(/\/cases\/[0-9a-f-]{36}/);
    await title.waitFor();
  }

  /** The field is empty once what was written in it is away. */
  const emptied = () => expect(field).toHaveValue("", { timeout: patienceMs });

  const acts = [
    async () => {
      await page.keyboard.press("r");
      await field.fill(sentences);
      await page.getByRole("button", { name: "Send reply" }).click();
      await emptied();
      done.replies++;
    },
    async () => {
      await page.keyboard.press("n");
      await field.fill("Called, nobody picked up. Tried again after lunch.");
      await page.getByRole("button", { name: "Add note" }).click();
      await emptied();
      done.notes++;
    },
    async () => {
      await page.keyboard.press("r");
      await field.pressSequentially("Dear customer, about your crates: ");
      await field.blur();
      done.drafts++;
    },
    async () => {
      await page.keyboard.press("e");
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel("Cause").fill("Delivery");
      await dialog.getByLabel("Outcome").fill("Sent again.");
      await dialog.getByRole("button", { name: "Close case" }).click();
      await dialog.waitFor({ state: "hidden" });
      done.closed++;
    },
    async () => {
      await move("k");
      await move("j");
    },
  ];

  return {
    done,
    toQueue,
    /** The next case of the day, and what is done there. One that something stands against is left for the queue. */
    async takeNext(n: number): Promise<void> {
      try {
        if (inCase()) await move("j");
        else await open();
        await acts[n % acts.length]!();
        done.cases++;
      } catch (error) {
        done.failed++;
        console.error(`case ${n}: ${error instanceof Error ? error.message.split("\n")[0] : error}`);
        await toQueue().catch(() => {});
      }
    },
  };
}
