import type { APIResponse, Page } from "@playwright/test";
import { expect, site, test } from "./fixtures.ts";

const nobody = "0".repeat(36);

/** Every kind of answer, by what it is and where one is. */
const kinds = (slug: string) =>
  ({
    "a staff page": `/${slug}/cases`,
    "the first page": "/sign-in",
    "a page that is not there": `/${slug}/nowhere`,
    "a procedure": `/api/trpc/workspace.frame?input=${encodeURIComponent(JSON.stringify({ workspace: slug }))}`,
    "a procedure's refusal": "/api/trpc/workspace.frame",
    "a session": "/api/auth/get-session",
    "a download": `/${slug}/responses/export`,
    "a part of a page": `/${slug}/dashboard/now`,
    "the programs' API": "/api/v1/cases",
    "its description": "/api/v1/openapi.json",
    "a respondent's page": `/r/${nobody}`,
    "an opt-out page": `/u/${nobody}`,
    "a board": `/wall/${nobody}`,
    "a shared page": `/share/${nobody}`,
    "a probe": "/api/health",
  }) as const;
type Kind = keyof ReturnType<typeof kinds>;

/** What only its own workspace may see: no cache keeps it. */
const ofMembers: Kind[] = [
  "a staff page",
  "a procedure",
  "a procedure's refusal",
  "a session",
  "a download",
  "a part of a page",
  "the programs' API",
];

const policyOf = (answer: APIResponse) =>
  new Map(
    (answer.headers()["content-security-policy"] ?? "")
      .split("; ")
      .map((part) => [part.split(" ", 1)[0]!, part.split(" ").slice(1).join(" ")]),
  );

async function ask(page: Page, slug: string) {
  const answers = new Map<Kind, APIResponse>();
  for (const [kind, path] of Object.entries(kinds(slug)) as [Kind, string][])
    answers.set(kind, await page.request.get(`${site()}${path}`, { maxRedirects: 0 }));
  return answers;
}

test("every answer says how it may be used, and nothing of what made it", async ({ page, workspace }) => {
  const answers = await ask(page, workspace.slug);
  for (const [kind, answer] of answers) {
    const headers = answer.headers();
    expect.soft(headers["x-content-type-options"], kind).toBe("nosniff");
    expect.soft(headers["x-powered-by"], kind).toBeUndefined();
    expect.soft(headers.server, kind).toBeUndefined();
    expect.soft(answer.status(), kind).toBeLessThan(500);
    if (ofMembers.includes(kind)) expect.soft(headers["cache-control"], kind).toContain("no-store");
    expect.soft(await answer.text(), kind).not.toMatch(/node_modules|\bat \w+ \(|postgres:|SELECT /);
  }
});

test("every page runs its own scripts only, and stands in no frame", async ({ page, workspace }) => {
  const answers = await ask(page, workspace.slug);
  for (const [kind, answer] of answers) {
    if (!answer.headers()["content-type"]?.includes("text/html")) continue;
    const policy = policyOf(answer);
    expect.soft(policy.get("frame-ancestors"), kind).toBe("'none'");
    expect.soft(policy.get("base-uri"), kind).toBe("'none'");
    expect.soft(policy.get("form-action"), kind).toMatch(/^'(?:self|none)'$/);
    const scripts = policy.get("script-src") ?? policy.get("default-src");
    expect.soft(scripts, kind).toMatch(/^(?:'none'|'self'|'nonce-[^']+'(?: 'strict-dynamic')?)$/);
  }
  const nonces = [await ask(page, workspace.slug), answers].map(
    (some) => policyOf(some.get("a staff page")!).get("script-src")!,
  );
  expect(nonces[0]).not.toBe(nonces[1]);
});

test("a change that another site's page sends is refused, whatever it asks for", async ({
  page,
  workspace,
}) => {
  const { slug } = workspace;
  const paths = [
    "/api/trpc/workspace.createApiKey",
    "/api/auth/sign-out",
    "/api/auth/change-password",
    "/api/demonstration",
    `/${slug}/imports/upload`,
    `/${slug}/cases/018f0000-0000-7000-8000-000000000000/files`,
    `/${slug}/surveys/018f0000-0000-7000-8000-000000000000/preview`,
    `/${slug}/dashboard`,
    "/sign-in",
  ];
  const foreign = [
    { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
    { origin: "https://evil.example" },
    { "sec-fetch-site": "same-site" },
    { origin: "null" },
  ];
  for (const path of paths) {
    for (const headers of foreign) {
      const answer = await page.request.post(`${site()}${path}`, {
        data: { workspace: slug, name: "stolen" },
        headers: headers as Record<string, string>,
      });
      expect.soft(answer.status(), `${path} from ${JSON.stringify(headers)}`).toBe(403);
    }
  }
  await page.goto(`${site()}/${slug}/settings/api-keys`);
  await expect(page.getByText("stolen")).toHaveCount(0);
});

test("what a browser keeps of us is seen by no script", async ({ page, context, workspace }) => {
  await page.goto(`${site()}/${workspace.slug}/cases`);
  const cookies = await context.cookies();
  expect(cookies.map(({ name }) => name)).toContain("svar.session_token");
  for (const { name, httpOnly, sameSite } of cookies)
    expect.soft([httpOnly, sameSite], name).toEqual([true, "Lax"]);
  expect(await page.evaluate(() => document.cookie)).toBe("");
});
