import type { Page } from "@playwright/test";
import { call } from "./answers.ts";
import { expect, fromOwnPage, site, type TestWorkspace } from "./fixtures.ts";

type Answer = { id: string; contactName: string };
type Field = "score" | "answered" | "name" | "email" | "comment";

/** Brings past answers in from a file whose columns are these, and returns them when all are in. */
async function importRows(
  page: Page,
  { slug }: TestWorkspace,
  columns: readonly Field[],
  rows: readonly string[],
): Promise<Answer[]> {
  const sent = await page.request.post(`${site()}/${slug}/imports/upload`, {
    multipart: { kind: "responses", text: [columns.join(";"), ...rows].join("\n") },
    headers: { ...fromOwnPage(), accept: "application/json" },
  });
  const { id: importId } = await sent.json();
  const mapping = Object.fromEntries(columns.map((column) => [column, column]));
  await call(page, "import.setMapping", { workspace: slug, importId, mapping });
  await call(page, "import.start", { workspace: slug, importId });
  const asked = encodeURIComponent(JSON.stringify({ workspace: slug }));
  const list = async (): Promise<Answer[]> => {
    const answer = await page.request.get(`${site()}/api/trpc/response.list?input=${asked}`);
    return (await answer.json()).result.data.responses;
  };
  await expect.poll(async () => (await list()).length, { timeout: 60_000 }).toBe(rows.length);
  return list();
}

/** A case for each of these customers, opened in this order, so that the first is due first; all are whoever's is signed in. */
export async function openCases(
  page: Page,
  workspace: TestWorkspace,
  names: readonly string[],
): Promise<string> {
  const { slug } = workspace;
  const rows = names.map(
    (name, place) =>
      `${(2 + place) % 11};2026-11-${`${1 + place}`.padStart(2, "0")};${name};person${place}@${slug}.example;Late again`,
  );
  const found = await importRows(page, workspace, ["score", "answered", "name", "email", "comment"], rows);
  for (const name of names) {
    const { id } = found.find(({ contactName }) => contactName === name)!;
    await call(page, "case.open", { workspace: slug, responseIds: [id] });
  }
  return `${site()}/${slug}/cases`;
}

/** An open case of each customer, who answered in the team that stands beside the name, or in none; nobody has them yet. */
export async function openTeamsCases(
  page: Page,
  workspace: TestWorkspace,
  customers: Record<string, string | null>,
): Promise<void> {
  const people = Object.entries(customers).map(([name, team]) => {
    const email = `${name.toLowerCase().replace(" ", ".")}@customer.example`;
    return { name, email, ...(team ? { team } : {}) };
  });
  await workspace.api("POST", "/contacts", { contacts: people });
  const rows = people.map(({ email }) => `2;${new Date().toISOString()};${email}`);
  const found = await importRows(page, workspace, ["score", "answered", "email"], rows);
  await call(page, "case.open", { workspace: workspace.slug, responseIds: found.map(({ id }) => id) });
}

/** The case that is open, without the queue beside it, which says some of the same. */
export const theCase = (page: Page) => page.getByRole("region", { name: "The case" });

/** Says why and how in the dialog that closes a case, and closes it. */
export async function fillClosing(page: Page): Promise<void> {
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Cause").fill("Delivery");
  await dialog.getByLabel("Outcome").fill("Sent again.");
  await dialog.getByRole("button", { name: "Close case" }).click();
  await expect(dialog).toBeHidden();
}
