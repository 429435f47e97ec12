import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { contactGrounds } from "#db/schema/index.ts";
import { setLegalRule } from "#server/legal/set-rule.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeWorkspace } from "#server/test/factories.ts";
import { listGrounds } from "./list-grounds.ts";
import { saveContact } from "./save.ts";
import { updateContact } from "./update.ts";
import { upsertContacts } from "./upsert.ts";

const rt = await testRuntime();
const email = "anna@kund.se";

describe("the history of a contact's ground", () => {
  it("says what was told, when, by whom and by which way, newest first, and what changed nothing is not in it", async () => {
    const workspace = await makeWorkspace(rt, "Fjordline");
    const hour = (n: number) => rt.setNow(new Date(testNow.getTime() + n * 3_600_000));
    const { id: contactId } = await workspace.run((ctx) => saveContact(ctx, { contact: { email } }));
    hour(1);
    const consent = { legalGround: "consent", consentedAt: "2026-05-31", groundSource: "web shop" } as const;
    const told = { contacts: [{ email, ...consent }] };
    await workspace.run((ctx) =>
      upsertContacts({ ...ctx, actor: { kind: "api-key", keyId: "k" } }, { ...told, source: "api" }),
    );
    hour(2);
    await workspace.run((ctx) => upsertContacts(ctx, { ...told, source: "file" }));
    hour(3);
    await workspace.run((ctx) => updateContact(ctx, { contactId, contact: { email, legalGround: "none" } }));
    const found = await workspace.run((ctx) => listGrounds(ctx, { contactId }));
    expect(found).toMatchObject([
      { kind: "ground", ground: "none", by: "Maja Berg", cameBy: "by hand", consentedAt: null },
      { kind: "ground", ground: "consent", source: "web shop", by: null, cameBy: "api" },
      { kind: "ground", ground: "existing_customer", by: "Maja Berg", cameBy: "by hand", at: testNow },
    ]);
    rt.setNow(testNow);
  });

  it("holds what the workspace accepted in the contact's country since, and nothing of other countries", async () => {
    const workspace = await makeWorkspace(rt, "Nordlys");
    const { id: contactId } = await workspace.run((ctx) => saveContact(ctx, { contact: { email } }));
    const rule = { accepts: ["neutral_survey" as const], reason: "Our counsel says so." };
    await workspace.run((ctx) => setLegalRule(ctx, { country: "SE", rule }));
    await workspace.run((ctx) => setLegalRule(ctx, { country: "DK", rule }));
    const laws = async () =>
      (await workspace.run((ctx) => listGrounds(ctx, { contactId }))).filter(({ kind }) => kind === "law");
    expect(await laws()).toMatchObject([{ kind: "law", accepts: ["neutral_survey"], by: "Maja Berg" }]);
    rt.setNow(new Date(testNow.getTime() + 1000));
    await workspace.run((ctx) => setLegalRule(ctx, { country: "SE", rule: null }));
    expect(await laws()).toMatchObject([{ accepts: ["consent", "existing_customer"] }, {}]);
    rt.setNow(testNow);
  });

  it("cannot be rewritten, and is nobody's in another workspace", async () => {
    const workspace = await makeWorkspace(rt, "Havn");
    const { id: contactId } = await workspace.run((ctx) => saveContact(ctx, { contact: { email } }));
    for (const statement of [
      sql`UPDATE contact_grounds SET ground = 'consent'`,
      sql`UPDATE contact_grounds SET ground_source = 'a form'`,
      sql`DELETE FROM contact_grounds`,
    ]) {
      await expect(workspace.run((ctx) => ctx.db.execute(statement))).rejects.toThrow();
    }
    const elsewhere = await makeWorkspace(rt, "Vik");
    await expect(elsewhere.run((ctx) => listGrounds(ctx, { contactId }))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await elsewhere.run((ctx) => ctx.db.select().from(contactGrounds))).toEqual([]);
  });
});
