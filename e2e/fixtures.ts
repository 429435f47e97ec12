import { randomBytes } from "node:crypto";
import {
  type APIRequestContext,
  type BrowserContext,
  test as base,
  expect,
  type Page,
} from "@playwright/test";
import { type CaughtMail, linksOf, Mailbox } from "./mailbox.ts";

export type TestWorkspace = {
  slug: string;
  name: string;
  owner: { name: string; email: string; password: string };
  /** Calls the REST API with the workspace's key and returns what it answers. */
  api(method: "GET" | "POST", path: string, body?: unknown): Promise<ApiAnswer>;
};

/** What the tests read of the API's answers; which of it is there depends on what was asked. */
export type ApiAnswer = {
  id: string;
  state: string;
  n: number;
  data: ApiAnswer[];
  excluded: Record<string, number>;
  messages: { direction: string; text: string }[];
};

export const site = () => process.env.E2E_URL!;

/** What a browser says of a request that our own page sends. */
export const fromOwnPage = () => ({ origin: site(), "sec-fetch-site": "same-origin" });

/** From an address of one's own (RFC 3849), as a person elsewhere has one: limits are by address. */
const headers = () => ({
  ...fromOwnPage(),
  "x-forwarded-for": `2001:db8:${randomBytes(2).toString("hex")}:${randomBytes(2).toString("hex")}::1`,
});

/** Signs somebody up by the link of a mail. The session is `request`'s. */
export async function signUp(
  request: APIRequestContext,
  person: { name: string; email: string; password: string },
) {
  const post = (path: string, data: object) =>
    request.post(`${site()}/api/auth${path}`, { data, headers: headers() });
  await post("/request-link", { email: person.email, purpose: "sign-up" });
  const mail = await new Mailbox().newest(person.email, /Create your workspace/);
  const token = signUpLinkOf(mail).split("/").at(-1);
  const made = await post("/sign-up/link", { ...person, token });
  expect(made.ok(), await made.text()).toBe(true);
}

/** The link of a mail that one signs up by. */
export const signUpLinkOf = (mail: CaughtMail) => linksOf(mail).find((one) => one.includes("/sign-up/"))!;

/** A person signed in, in a workspace of their own, without a form: the browser has the session. */
async function makeWorkspace(page: Page): Promise<TestWorkspace> {
  const end = randomBytes(4).toString("hex");
  const owner = { name: "Maja Berg", email: `maja-${end}@fjordline.example`, password: "en lang kode 1234" };
  const post = async (path: string, data: unknown) => {
    const response = await page.request.post(`${site()}${path}`, { data, headers: headers() });
    expect(response.ok(), `${path}: ${await response.text()}`).toBe(true);
    return response.json();
  };
  await signUp(page.request, owner);
  const name = `Fjordline ${end}`;
  const made = await post("/api/trpc/workspace.create", { name });
  const slug: string = made.result.data.slug;
  const key = await post("/api/trpc/workspace.createApiKey", { workspace: slug, name: "tests" });
  const token: string = key.result.data.key;
  return {
    slug,
    name,
    owner,
    async api(method, path, body) {
      const response = await fetch(`${site()}/api/v1${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      return response.json();
    },
  };
}

/** What Chromium says of a form that was refused in words, and of a preview or a mail that may run no script: no errors of the page. */
const refused =
  /the server responded with a status of 4(?:00|09|22)|Blocked script execution in '(?:about:(?:srcdoc|blank)'|[^']+\/mails\/)/;

/** What every test speaks in. Console errors and uncaught exceptions of its page fail it. */
export const test = base.extend<{ workspace: TestWorkspace; mailbox: Mailbox; watched: undefined }>({
  workspace: async ({ page }, use) => use(await makeWorkspace(page)),
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern
  mailbox: async ({}, use) => use(new Mailbox()),
  watched: [
    async ({ page }, use) => {
      const errors: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error" && !refused.test(message.text()))
          errors.push(`${message.text()} ${message.location().url}`);
      });
      page.on("pageerror", (error) => errors.push(error.message));
      await use(undefined);
      expect(errors).toEqual([]);
    },
    { auto: true },
  ],
});

/** Another tab of the same browser, whose console may say that a request failed. */
export const tabOf = (context: BrowserContext): Promise<Page> => context.newPage();

export { expect };
