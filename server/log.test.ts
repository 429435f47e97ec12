import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, describe, expect, it } from "vitest";
import { respondents } from "#app/(public)/respondents.ts";
import { createApi } from "#server/api/app.ts";
import { asSystem } from "#server/entry.ts";
import { createLog } from "#server/log.ts";
import { createCaller } from "#server/router.ts";
import { testRuntime } from "#server/test/database.ts";
import { makeInvitation, makeWorkspace } from "#server/test/factories.ts";
import { canary, makePerson } from "#server/test/person.ts";
import { createApiKey } from "#server/workspace/create-api-key.ts";

const rt = await testRuntime();
const owner = postgres(rt.ownerUrl, { max: 1, onnotice: () => {} });
afterAll(() => owner.end());

let lines: string[] = [];
rt.log = createLog("trace", { write: (line: string) => void lines.push(line) });
const workspace = await makeWorkspace(rt, "Fjordline");
const person = await makePerson(rt, workspace);

/** Lets every statement that names `table` fail while `work` runs, with all of its parameters. */
async function without(table: string, work: () => Promise<unknown>): Promise<void> {
  await owner`ALTER TABLE ${owner(table)} RENAME TO gone`;
  await work().catch(() => {});
  await owner`ALTER TABLE gone RENAME TO ${owner(table)}`;
}

/** What the log said of `work`, which must have said something. */
async function logged(work: () => Promise<unknown>): Promise<string> {
  lines = [];
  await work();
  expect(lines.length).toBeGreaterThan(0);
  return lines.join("");
}

const typed = { email: `new.${canary}@customer.example`, name: `Anna ${canary}` };

describe("a log", () => {
  const saysNothing = (log: string) => {
    expect(log).not.toContain(canary);
    expect(log).not.toMatch(/[\w.]@[\w]+\./);
    expect(log).not.toContain(person.token);
  };

  it("of a member's act that failed says which statement, and not whom it was about", async () => {
    const live = () => Promise.reject(new Error("nobody listens"));
    const api = createCaller({ rt, user: { ...workspace.owner, sessionId: "s" }, live });
    const here = { workspace: workspace.slug };
    const log = await logged(() => without("contacts", () => api.contact.save({ ...here, contact: typed })));
    saysNothing(log);
    expect(log).toContain("contacts");
  });

  it("of a program's request that failed says no more", async () => {
    const { key } = await workspace.run((ctx) => createApiKey(ctx, { name: "CRM" }));
    const post = () =>
      createApi(rt).request("/api/v1/contacts", {
        method: "POST",
        headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
        body: JSON.stringify({ contacts: [typed] }),
      });
    const log = await logged(() => without("contacts", async () => post()));
    saysNothing(log);
    expect(log).not.toContain(key);
  });

  it("of a customer's answer that failed holds neither their words nor their link", async () => {
    const asked = await makeInvitation(rt, workspace);
    const pages = respondents(async () => rt);
    const url = `http://localhost:3000/r/${asked.token}`;
    const html = await (await pages.fetch(new Request(`${url}/3`))).text();
    const nonce = /name="nonce" value="([^"]+)"/.exec(html)![1]!;
    const body = new URLSearchParams({ nonce, score: "3", comment: `Late, ${canary}, bo@${canary}.example` });
    const log = await logged(() =>
      without("responses", async () => pages.fetch(new Request(url, { method: "POST", body }))),
    );
    saysNothing(log);
    expect(log).not.toContain(asked.token);
  });

  it("of a task of ours that failed holds no value of a row, also where PostgreSQL repeats it", async () => {
    const failing = [
      sql`SELECT ${`${canary}@customer.example`}::uuid`,
      sql`UPDATE contacts SET email_key = ${person.email}, address_hash = NULL, email = NULL WHERE true`,
      sql`INSERT INTO contacts (workspace_id, id, email_key, source, legal_ground, created_at, updated_at)
        SELECT workspace_id, gen_random_uuid(), email_key, ${canary}, 'none', now(), now() FROM contacts WHERE email_key IS NOT NULL`,
    ];
    for (const statement of failing) {
      const log = await logged(() =>
        asSystem(rt, workspace.id, "test", (ctx) => ctx.db.execute(statement)).catch((error) => {
          rt.log.error({ err: error }, "task failed");
          expect(String(error.stack) + JSON.stringify(error)).not.toContain(canary);
        }),
      );
      saysNothing(log);
    }
  });
});
