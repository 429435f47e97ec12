import type { Page } from "@playwright/test";
import { call } from "./answers.ts";
import { expect, site, type TestWorkspace } from "./fixtures.ts";

/** A case for each of these customers, opened in this order, so that the first is due first; all are whoever's is signed in. */
export async function openCases(
  page: Page,
  { slug }: TestWorkspace,
  names: readonly string[],
): Promise<string> {
  const rows = names.map(
    (name, place) =>
      `${(2 + place) % 11};2026-11-${`${1 + place}`.padStart(2, "0")};${name};person${place}@${slug}.example;Late again`,
  );
  const headers = { origin: site(), "sec-fetch-site": "same-origin", accept: "application/json" };
  const sent = await page.request.post(`${site()}/${slug}/imports/upload`, {
    multipart: { kind: "responses", text: ["score;date;Name;Email;comment", ...rows].join("\n") },
    headers,
  });
  const { id: importId } = await sent.json();
  const mapping = { score: "score", date: "answered", Name: "name", Email: "email", comment: "comment" };
  await call(page, "import.setMapping", { workspace: slug, importId, mapping });
  await call(page, "import.start", { workspace: slug, importId });
  type Found = { responses: { id: string; contactName: string }[] };
  const asked = encodeURIComponent(JSON.stringify({ workspace: slug }));
  const list = async () => {
    const answer = await page.request.get(`${site()}/api/trpc/response.list?input=${asked}`);
    return ((await answer.json()).result.data as Found).responses;
  };
  await expect.poll(async () => (await list()).length, { timeout: 60_000 }).toBe(names.length);
  const found = await list();
  for (const name of names) {
    const { id } = found.find(({ contactName }) => contactName === name)!;
    await call(page, "case.open", { workspace: slug, responseIds: [id] });
  }
  return `${site()}/${slug}/cases`;
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
