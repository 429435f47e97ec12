import { type Browser, expect, type Page } from "@playwright/test";
import { fromOwnPage, site, type TestWorkspace } from "./fixtures.ts";
import { linksOf, type Mailbox } from "./mailbox.ts";

/** Calls a procedure as whoever is signed in on the page and returns what it answers. */
export async function call<T>(page: Page, procedure: string, input: object): Promise<T> {
  const response = await page.request.post(`${site()}/api/trpc/${procedure}`, {
    data: input,
    headers: fromOwnPage(),
  });
  expect(response.ok(), `${procedure}: ${await response.text()}`).toBe(true);
  return (await response.json()).result?.data;
}

export type PastAnswer = { score: number; daysAgo: number; country?: string; comment?: string };

/** As many answers alike. */
export const times = (count: number, answer: PastAnswer): PastAnswer[] =>
  Array.from({ length: count }, () => answer);

/** Brings past answers in, as a file would, and returns when all are in and counted. */
export async function importAnswers(page: Page, { slug }: TestWorkspace, answers: PastAnswer[]) {
  const rows = answers.map(({ score, daysAgo, country = "", comment = "" }) => {
    const at = new Date(Date.now() - daysAgo * 86_400_000).toISOString();
    return `${score};${at};${country};${comment}`;
  });
  const response = await page.request.post(`${site()}/${slug}/imports/upload`, {
    multipart: { kind: "responses", text: ["score;date;Country;comment", ...rows].join("\n") },
    headers: { ...fromOwnPage(), accept: "application/json" },
  });
  const { id: importId } = await response.json();
  const mapping = { score: "score", date: "answered", Country: "attribute", comment: "comment" };
  await call(page, "import.setMapping", { workspace: slug, importId, mapping });
  await call(page, "import.start", { workspace: slug, importId });
  const asked = encodeURIComponent(JSON.stringify({ workspace: slug, importId }));
  await expect
    .poll(
      async () => {
        const found = await page.request.get(`${site()}/api/trpc/import.get?input=${asked}`);
        return (await found.json()).result.data.created;
      },
      { timeout: 60_000 },
    )
    .toBe(answers.length);
}

/** A colleague in the workspace, signed in on a page of their own. */
export async function makeColleague(
  page: Page,
  browser: Browser,
  mailbox: Mailbox,
  { slug, name, owner }: TestWorkspace,
  role: "manager" | "agent" | "viewer",
): Promise<Page> {
  const email = owner.email.replace("maja", role);
  await call(page, "workspace.inviteMember", { workspace: slug, email, role });
  const mail = await mailbox.newest(email);
  const token = linksOf(mail)
    .find((link) => link.includes("/join/"))!
    .split("/join/")[1]!;
  const context = await browser.newContext();
  const other = await context.newPage();
  const person = { name: `Bo of ${name}`, email, password: "en annan lang kode 99" };
  const made = await other.request.post(`${site()}/api/auth/sign-up/invited`, {
    data: { ...person, token },
    headers: fromOwnPage(),
  });
  expect(made.ok(), await made.text()).toBe(true);
  await call(other, "workspace.acceptInvitation", { token });
  return other;
}
