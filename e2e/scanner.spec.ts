import type { Browser, Page } from "@playwright/test";
import { expect, site, type TestWorkspace, test } from "./fixtures.ts";
import { linksOf } from "./mailbox.ts";

const agents = [
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36",
  "Barracuda Sentinel (EE)",
  "Mozilla/5.0 (compatible; Mimecast)",
];

/** Asks one customer and returns every link of the mail, its List-Unsubscribe address among them. */
async function askedLinks(
  workspace: TestWorkspace,
  mailbox: { newest(to: string): Promise<Parameters<typeof linksOf>[0]> },
) {
  const email = `anna@${workspace.slug}.example`;
  await workspace.api("POST", "/contacts", { contacts: [{ email, name: "Anna Lindqvist" }] });
  const survey = await workspace.api("POST", "/surveys", { name: "Relationship" });
  const campaign = await workspace.api("POST", "/campaigns", {
    name: "Autumn",
    surveyId: survey.id,
    audience: { all: true },
  });
  await workspace.api("POST", `/campaigns/${campaign.id}/start`);
  const mail = await mailbox.newest(email);
  const header = /<(http[^>]+)>/.exec(mail.headers["list-unsubscribe"] ?? "")?.[1];
  const links = [...new Set([...linksOf(mail), header!])];
  expect(links.filter((link) => /\/r\/[^/]+\/\d+$/.test(link))).toHaveLength(11);
  return { links, email };
}

/** Nothing was counted, no case was opened, and the customer may still be asked. */
async function expectNothingHappened(workspace: TestWorkspace, email: string): Promise<void> {
  expect(await workspace.api("GET", "/nps")).toMatchObject({ n: 0, nps: null });
  expect((await workspace.api("GET", "/responses")).data).toEqual([]);
  expect((await workspace.api("GET", "/cases")).data).toEqual([]);
  const survey = await workspace.api("POST", "/surveys", {
    name: "Again",
    touchpoint: "Delivery",
    kind: "transactional",
  });
  const audience = { emails: [email] };
  const again = await workspace.api("POST", "/campaigns", { name: "Again", surveyId: survey.id, audience });
  const started = await workspace.api("POST", `/campaigns/${again.id}/start`);
  expect(Object.keys(started.excluded)).not.toContain("opted_out");
}

async function openAll(browser: Browser, links: string[], javaScriptEnabled: boolean): Promise<void> {
  const context = await browser.newContext({ javaScriptEnabled });
  const page: Page = await context.newPage();
  for (const link of links) {
    await page.goto(link);
    await expect(page.getByRole("button").first()).toBeVisible();
    await page.mouse.move(200, 200);
  }
  expect(await context.cookies()).toEqual([]);
  await context.close();
}

test("a link scanner that asks for every link of the mail counts nothing", async ({ workspace, mailbox }) => {
  const { links, email } = await askedLinks(workspace, mailbox);
  for (const agent of agents) {
    for (const method of ["HEAD", "GET", "GET"]) {
      for (const link of links) {
        const response = await fetch(link, { method, headers: { "user-agent": agent } });
        expect(response.status, `${method} ${link}`).toBe(200);
      }
    }
  }
  await expectNothingHappened(workspace, email);
});

test("a scanner with a whole browser, with JavaScript and without, counts nothing", async ({
  browser,
  workspace,
  mailbox,
}) => {
  const { links, email } = await askedLinks(workspace, mailbox);
  await openAll(browser, links, true);
  await openAll(browser, links, false);
  await expectNothingHappened(workspace, email);
});

/** What the page's script says of a person, for as long as `page` lives. */
function watchSeen(page: Page): { said: URLSearchParams[] } {
  const said: URLSearchParams[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/seen")) said.push(new URLSearchParams(request.postData() ?? ""));
  });
  return { said };
}

test("a browser that follows every link, runs the scripts, scrolls and presses Send by itself for 30 seconds counts nothing", async ({
  browser,
  workspace,
  mailbox,
}) => {
  test.setTimeout(120_000);
  const { links, email } = await askedLinks(workspace, mailbox);
  const context = await browser.newContext();
  const tabs = await Promise.all(
    links.map(async (link) => {
      const page = await context.newPage();
      const seen = watchSeen(page);
      await page.goto(link);
      return { page, seen };
    }),
  );
  await Promise.all(
    tabs.map(({ page }) =>
      page.evaluate(() => {
        window.scrollTo(0, document.body.scrollHeight);
        const act = () => {
          for (const kind of ["click", "keydown", "touchmove", "wheel"])
            document.body.dispatchEvent(new Event(kind, { bubbles: true }));
          const form = document.querySelector<HTMLFormElement>('form[action^="/r/"]');
          form?.querySelector("button")?.click();
          form?.requestSubmit();
        };
        act();
        window.setInterval(act, 5_000);
      }),
    ),
  );
  await tabs[0]!.page.waitForTimeout(30_000);
  for (const { page, seen } of tabs) {
    expect(page.url()).not.toContain("thanks");
    expect(seen.said).toEqual([]);
  }
  await context.close();
  await expectNothingHappened(workspace, email);
});

test("a customer who taps a number, reads, and closes the page was seen; what was typed stays there", async ({
  page,
  workspace,
  mailbox,
}) => {
  const { links } = await askedLinks(workspace, mailbox);
  const { said } = watchSeen(page);
  await page.goto(links.find((link) => link.endsWith("/3"))!);
  await page.getByRole("textbox").first().fill("not meant for you yet");
  await page.mouse.wheel(0, 200);
  await expect.poll(() => said.length).toBe(1);
  expect([...said[0]!.keys()].sort()).toEqual(["nonce", "score", "visible"]);
  expect(said[0]!.get("score")).toBe("3");
  expect(Number(said[0]!.get("visible"))).toBeGreaterThanOrEqual(2_000);
  expect(await workspace.api("GET", "/nps")).toMatchObject({ n: 0, nps: null });
});

test("a POST without the page's nonce counts nothing", async ({ workspace, mailbox }) => {
  const { links, email } = await askedLinks(workspace, mailbox);
  const address = links.find((link) => link.endsWith("/0"))!.replace(/\/0$/, "");
  const response = await fetch(address, {
    method: "POST",
    body: new URLSearchParams({ score: "0", comment: "x" }),
    redirect: "manual",
  });
  expect([200, 422]).toContain(response.status);
  await expectNothingHappened(workspace, email);
});

test("one click on the mail program's unsubscribe stops the questions at once", async ({
  workspace,
  mailbox,
}) => {
  const { links, email } = await askedLinks(workspace, mailbox);
  const optOut = links.find((link) => link.includes("/u/"))!;
  const response = await fetch(optOut, {
    method: "POST",
    body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }),
    redirect: "manual",
  });
  expect(response.status).toBe(200);
  expect(response.headers.get("set-cookie")).toBeNull();
  const survey = await workspace.api("POST", "/surveys", { name: "Again" });
  const again = await workspace.api("POST", "/campaigns", {
    name: "Again",
    surveyId: survey.id,
    audience: { emails: [email] },
  });
  expect(await workspace.api("POST", `/campaigns/${again.id}/start`)).toMatchObject({
    invited: 0,
    excluded: { opted_out: 1 },
  });
});

test("a link that is not ours leads to a kind page, whatever is wrong with it", async ({ page }) => {
  for (const path of [
    "/r/nonsense",
    "/r/nonsense/7",
    "/r/1aaaaa1aaaaaaaaaaaaaaaaaaaaaaaaaa/3",
    "/u/nonsense",
  ]) {
    const response = await page.request.get(`${site()}${path}`);
    expect(response.status(), path).toBe(404);
    expect(await response.text()).toContain("This link no longer works");
  }
});
