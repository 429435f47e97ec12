import { describe, expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { exclusions } from "#db/schema/index.ts";
import { suppressContact } from "#server/suppression/suppress-contact.ts";
import { testRuntime } from "#server/test/database.ts";
import { makeContact, makeSurvey, makeWorkspace } from "#server/test/factories.ts";
import { createCampaign } from "./create.ts";
import { listExclusions } from "./list-exclusions.ts";
import { type LedgerCursor, readLedger } from "./read-ledger.ts";
import { startCampaign } from "./start.ts";

const rt = await testRuntime();
const fjordline = await makeWorkspace(rt, "Fjordline");
const nordlys = await makeWorkspace(rt, "Nordlys");
const id = await fjordline.run(async (ctx) => {
  for (let n = 0; n < 7; n++) {
    const contact = await makeContact(rt, ctx, `Person ${n}`, { employee: "maja@fjordline.example" });
    if (n % 3 === 0)
      await suppressContact(ctx, { contactId: contact.id, reason: "opted_out", source: "test" });
  }
  const survey = await makeSurvey(ctx);
  const made = await createCampaign(ctx, { name: "Autumn", surveyId: survey.id });
  await startCampaign(ctx, { id: made.id });
  return made.id;
});
const read = (cursor: LedgerCursor | null, limit: number) =>
  fjordline.run((ctx) => readLedger(ctx, { id, cursor, limit }));

describe("the ledger of a campaign", () => {
  it("has every contact once, asked or not and why, whatever the size of its parts", async () => {
    const { rows: whole, next } = await read(null, 100);
    expect(next).toBeNull();
    expect(whole.map(({ name }) => name).sort()).toEqual([0, 1, 2, 3, 4, 5, 6].map((n) => `Person ${n}`));
    for (const { name, mail, reason, employee } of whole) {
      expect([mail, reason]).toEqual(/[036]$/.test(name!) ? [null, "opted_out"] : ["queued", null]);
      expect(employee).toBe("maja@fjordline.example");
    }
    for (const limit of [1, 2, 3, 7]) {
      const parts = [];
      let cursor: LedgerCursor | null = null;
      do {
        const part = await read(cursor, limit);
        parts.push(...part.rows);
        cursor = part.next;
      } while (cursor);
      expect(parts, `in parts of ${limit}`).toEqual(whole);
    }
  });

  it("has a contact once for each event, and skips none at the edges of its parts", async () => {
    const seen = await fjordline.run(async (ctx) => {
      const survey = await makeSurvey(ctx);
      const listening = await createCampaign(ctx, { name: "Deliveries", surveyId: survey.id });
      for (const name of ["Ida Moe", "Jon Aas"]) {
        const contact = await makeContact(rt, ctx, name);
        for (let n = 0; n < 3; n++) {
          await ctx.db.insert(exclusions).values({
            workspaceId: ctx.workspaceId,
            campaignId: listening.id,
            contactId: contact.id,
            reason: "asked_recently",
            occasion: newId(),
            createdAt: ctx.now,
          });
        }
      }
      const byLimit = [];
      for (const limit of [1, 2, 4, 6]) {
        const [rows, listed] = [[] as string[], [] as string[]];
        let cursor: LedgerCursor | null = null;
        do {
          const part = await readLedger(ctx, { id: listening.id, cursor, limit });
          rows.push(...part.rows.map(({ name, occasion }) => `${name} ${occasion}`));
          cursor = part.next;
        } while (cursor);
        let page: string | null | undefined;
        do {
          const part = await listExclusions(ctx, { id: listening.id, cursor: page ?? undefined, limit });
          listed.push(...part.people.map(({ name, occasion }) => `${name} ${occasion}`));
          page = part.next;
        } while (page);
        byLimit.push(rows, listed);
      }
      return byLimit;
    });
    for (const rows of seen) {
      expect(new Set(rows).size).toBe(6);
      expect(rows).toEqual(seen[0]);
    }
  });

  it("is not another workspace's to read", async () => {
    const reading = nordlys.run((ctx) => readLedger(ctx, { id, cursor: null, limit: 10 }));
    await expect(reading).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
