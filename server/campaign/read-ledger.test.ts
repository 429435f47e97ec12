import { describe, expect, it } from "vitest";
import { suppressContact } from "#server/suppression/suppress-contact.ts";
import { testRuntime } from "#server/test/database.ts";
import { makeContact, makeSurvey, makeWorkspace } from "#server/test/factories.ts";
import { createCampaign } from "./create.ts";
import { readLedger } from "./read-ledger.ts";
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
const read = (cursor: string | null, limit: number) =>
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
      let cursor: string | null = null;
      do {
        const part = await read(cursor, limit);
        parts.push(...part.rows);
        cursor = part.next;
      } while (cursor);
      expect(parts, `in parts of ${limit}`).toEqual(whole);
    }
  });

  it("is not another workspace's to read", async () => {
    const reading = nordlys.run((ctx) => readLedger(ctx, { id, cursor: null, limit: 10 }));
    await expect(reading).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
