import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { cases, contacts } from "#db/schema/index.ts";
import { updateContact } from "#server/contact/update.ts";
import { upsertContacts } from "#server/contact/upsert.ts";
import { numberIn } from "#server/rule/number-in.ts";
import { causeNamed } from "#server/test/causes.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeContact, makeWorkspace, type TestWorkspace } from "#server/test/factories.ts";
import { pressAllDue } from "#server/worker/all-workspaces.ts";
import { closeCase } from "./close.ts";
import { listCases } from "./list.ts";
import { noteCase } from "./note-case.ts";
import { pressDueCases } from "./press-due.ts";
import { reopenCase } from "./reopen.ts";
import { ListCases, SetValue } from "./schema.ts";
import { setValue } from "./set-value.ts";
import { mostWorth } from "./urgency.ts";
import { findValue } from "./value.ts";

const rt = await testRuntime();
const fjordline = await makeWorkspace(rt, "Fjordline");
const nordlys = await makeWorkspace(rt, "Nordlys");
beforeEach(() => rt.setNow(testNow));
const hoursLater = (hours: number) => rt.setNow(new Date(testNow.getTime() + hours * 3_600_000));

/** A case of a customer with this revenue. */
const open = (workspace: TestWorkspace, name: string, revenue?: string) =>
  workspace.run(async (ctx) => {
    const attributes: Record<string, string> = revenue === undefined ? {} : { Revenue: revenue };
    const email = `${name.toLowerCase()}@customer.example`;
    const contact = await makeContact(rt, ctx, name, { attributes, email, emailKey: email });
    const { id } = await noteCase(ctx, { contactId: contact.id, cameBy: "phone", said: "Late again" });
    return { id, contactId: contact.id, email };
  });
const set = (workspace: TestWorkspace, attribute: string | null, unit = "") =>
  workspace.run((ctx) => setValue(ctx, SetValue.parse({ attribute, unit })));
const worth = async (workspace: TestWorkspace, id: string) => {
  const [one] = await workspace.run((ctx) => ctx.db.select().from(cases).where(eq(cases.id, id)));
  return one!.worth;
};
const names = async (workspace: TestWorkspace) =>
  (await workspace.run((ctx) => listCases(ctx, ListCases.parse({})))).cases.map((row) => row.contactName);

describe("what a text is worth", () => {
  const inDatabase = async (texts: string[]) => {
    const rows = await fjordline.run((ctx) =>
      ctx.db.execute<{ worth: string }>(
        sql`SELECT svar_worth(given) AS worth FROM jsonb_array_elements_text(${JSON.stringify(texts)}::jsonb)
          WITH ORDINALITY AS t (given, place) ORDER BY place`,
      ),
    );
    return rows.map((row) => Number(row.worth));
  };

  /** The same by what rules read numbers with. */
  const worthIn = (text: string) => Math.min(mostWorth, Math.max(0, Math.round(numberIn(text) ?? 0)));

  it("is the number in it, as people write it", async () => {
    const given: [string, number][] = [
      ["50000", 50_000],
      ["50,000", 50_000],
      ["50\u00a0000 kr", 50_000],
      ["1.234,5", 1_235],
      ["kr. 1.250.000,-", 1_250_000],
      ["−3", 0],
      ["-12", 0],
      ["none", 0],
      ["", 0],
      ["9".repeat(30), 1e15],
    ];
    expect(given.map(([text]) => worthIn(text))).toEqual(given.map(([, number]) => number));
    expect(await inDatabase(given.map(([text]) => text))).toEqual(given.map(([, number]) => number));
  });

  it("is read by the database as rules read it", async () => {
    const from = (signs: string, maxLength: number) =>
      fc.array(fc.constantFrom(...signs), { maxLength }).map((given) => given.join(""));
    const likely = fc.tuple(from("kr€ −-+", 6), from("0123456789.,' \u00a0", 20), from("kr .,-", 8));
    const text = fc.oneof(
      likely.map((parts) => parts.join("")),
      from("0123456789 .,'’+−-kr€$a\u00a0\u202f\t", 45),
    );
    const texts = fc.array(text, { minLength: 200, maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(texts, async (given) => {
        expect(await inDatabase(given)).toEqual(given.map(worthIn));
      }),
      { numRuns: 30 },
    );
  }, 60_000);
});

describe("the worth of a case", () => {
  it("is its customer's, in whichever way that comes about, and of no other workspace's", async () => {
    const before = await open(fjordline, "Anna", "50 000 kr");
    const theirs = await open(nordlys, "Anna", "70000");
    expect(await worth(fjordline, before.id)).toBeNull();
    await set(fjordline, "Revenue");
    expect(await worth(fjordline, before.id)).toBe(50_000);
    expect(await worth(nordlys, theirs.id)).toBeNull();
    const after = await open(fjordline, "Bo", "20000");
    expect(await worth(fjordline, after.id)).toBe(20_000);
    expect(await worth(fjordline, (await open(fjordline, "Eva")).id)).toBe(0);

    await fjordline.run((ctx) =>
      upsertContacts(ctx, {
        contacts: [{ email: after.email, attributes: { Revenue: "30,000" } }],
        source: "import",
      }),
    );
    expect(await worth(fjordline, after.id)).toBe(30_000);
    await fjordline.run((ctx) =>
      updateContact(ctx, { contactId: after.contactId, contact: { email: after.email, attributes: {} } }),
    );
    expect(await worth(fjordline, after.id)).toBe(0);
    await set(fjordline, null);
    expect(await worth(fjordline, before.id)).toBeNull();
  });

  it("of a closed case is looked at when it is opened again", async () => {
    const { id, contactId } = await open(fjordline, "Ola", "10");
    await set(fjordline, "Revenue");
    await fjordline.run(async (ctx) => {
      await closeCase(ctx, { caseId: id, causeId: await causeNamed(ctx), outcome: "Sent" });
      await ctx.db
        .update(contacts)
        .set({ attributes: { Revenue: "90" } })
        .where(eq(contacts.id, contactId));
      await reopenCase(ctx, { caseId: id });
    });
    expect(await worth(fjordline, id)).toBe(90);
  });
});

describe("the queue of a workspace that says what its customers are worth", () => {
  it("has the most worth first while there is time, and by the due time what is due soon", async () => {
    const workspace = await makeWorkspace(rt, "Fjordline");
    await open(workspace, "Small", "10");
    hoursLater(2);
    await open(workspace, "Large", "1000");
    expect(await names(workspace)).toEqual(["Small", "Large"]);
    await set(workspace, "Revenue", "kr a year");
    expect(await names(workspace)).toEqual(["Large", "Small"]);
    const { cases: rows } = await workspace.run((ctx) => listCases(ctx, ListCases.parse({})));
    expect(rows[0]).toMatchObject({ worth: 1_000, worthUnit: "kr a year" });

    hoursLater(17.9);
    await pressAllDue(rt);
    expect(await names(workspace)).toEqual(["Large", "Small"]);
    hoursLater(18);
    expect(await nordlys.run((ctx) => pressDueCases(ctx, { most: 10 }))).toBe(0);
    await Promise.all([pressAllDue(rt), pressAllDue(rt)]);
    expect(await names(workspace)).toEqual(["Small", "Large"]);
    expect(await workspace.run((ctx) => pressDueCases(ctx, { most: 10 }))).toBe(0);
  });

  it("keeps what is due soon before what is not, when that is said", async () => {
    const workspace = await makeWorkspace(rt, "Fjordline");
    await open(workspace, "Small", "10");
    hoursLater(20);
    await open(workspace, "Large", "1000");
    await set(workspace, "Revenue");
    expect(await names(workspace)).toEqual(["Small", "Large"]);
  });

  it("offers the attributes that have a number, and refuses others; nothing of another workspace", async () => {
    const workspace = await makeWorkspace(rt, "Fjordline");
    const { contactId } = await open(workspace, "Anna", "10");
    await workspace.run((ctx) =>
      ctx.db
        .update(contacts)
        .set({ attributes: { Revenue: "10", City: "Oslo" } })
        .where(eq(contacts.id, contactId)),
    );
    await open(workspace, "Bo");
    await set(workspace, "Revenue", " kr ");
    expect(await workspace.run(findValue)).toEqual({
      ...{ attribute: "Revenue", unit: "kr", attributes: ["Revenue"], open: 2, valued: 1 },
    });
    await expect(set(workspace, "City")).rejects.toMatchObject({ code: "INVALID", field: "attribute" });
    const empty = await makeWorkspace(rt, "Nordlys");
    expect(await empty.run(findValue)).toMatchObject({ attribute: null, attributes: [], open: 0 });
    await expect(set(empty, "Revenue")).rejects.toMatchObject({ code: "INVALID", field: "attribute" });
    const path = SetValue.safeParse({ attribute: "Revenue", unit: "x".repeat(21) }).error?.issues[0]?.path;
    expect(path).toEqual(["unit"]);
  });
});
