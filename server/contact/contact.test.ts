import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { suppressions } from "#db/schema/index.ts";
import { liftFromContact } from "#server/suppression/lift.ts";
import { suppressContact } from "#server/suppression/suppress-contact.ts";
import { testRuntime } from "#server/test/database.ts";
import { makeContact, makeWorkspace } from "#server/test/factories.ts";
import { getContact, listContacts } from "./queries.ts";
import { askingOf, emailKeyOf, localeOf } from "./rules.ts";
import { saveContact } from "./save.ts";
import { type ContactInput, ListContacts } from "./schema.ts";
import { updateContact } from "./update.ts";
import { upsertContacts } from "./upsert.ts";

const rt = await testRuntime();
const fjordline = await makeWorkspace(rt, "Fjordline");
const nordlys = await makeWorkspace(rt, "Nordlys");

describe("an address", () => {
  it("is the same whatever its case, its spaces and the spelling of its domain", () => {
    expect(emailKeyOf(" Åsa.Öberg@MÜNCHEN.example ")).toBe("åsa.öberg@xn--mnchen-3ya.example");
    expect(emailKeyOf("Bo@Kund.Example")).toBe(emailKeyOf("bo@kund.example"));
  });

  it("is refused when mail could not be sent to it", () => {
    const wrong = [
      "",
      "bo",
      "@kund.example",
      "bo@",
      "bo@kund",
      "bo@@kund.example",
      "b o@kund.example",
      "bo.@kund.example",
      "bo@kund..example",
      "bo@-kund.example",
      "bo@kund.example\r\nBcc: x@y.example",
      `${"a".repeat(65)}@kund.example`,
      "<bo@kund.example>",
    ];
    for (const address of wrong) expect(emailKeyOf(address), address).toBeNull();
  });

  it("never lets through what could end a header, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const key = emailKeyOf(`${text}@kund.example`);
        expect(key === null || !/[\s<>\p{Cc}]/u.test(key)).toBe(true);
      }),
    );
  });

  it("keeps its key when it is read again", () => {
    fc.assert(
      fc.property(fc.emailAddress(), (address) => {
        const key = emailKeyOf(address);
        expect(key === null || emailKeyOf(key) === key).toBe(true);
      }),
    );
  });
});

it("a language is known by code and by name", () => {
  expect([localeOf("Svenska"), localeOf("sv_SE"), localeOf("NO"), localeOf("suomi")]).toEqual([
    "sv",
    "sv-se",
    "no",
    "fi",
  ]);
  expect(localeOf("klingon!")).toBeNull();
});

describe("bringing contacts in", () => {
  it("makes, updates and refuses each by itself", async () => {
    const contacts = [
      { email: "bo@kund.example", name: "Bo", account: "Kund AB", team: "North", attributes: { seats: 4 } },
      { email: "nowhere" },
      { email: "eva@kund.example", surprise: true },
      { email: "BO@kund.example", name: "Bo Ek" },
    ];
    const result = await fjordline.run((ctx) => upsertContacts(ctx, { contacts, source: "test" }));
    expect(result).toMatchObject({
      created: 1,
      updated: 0,
      rejected: [
        { index: 1, field: "email" },
        { index: 2, field: "surprise" },
      ],
    });
    const again = await fjordline.run((ctx) =>
      upsertContacts(ctx, {
        contacts: [{ email: "bo@kund.example", attributes: { city: "Oslo" } }],
        source: "test",
      }),
    );
    expect(again).toMatchObject({ created: 0, updated: 1 });
  });

  it("makes one contact when the same comes in twice at once", async () => {
    const contacts = [{ email: "twice@kund.example", account: "Twice AB" }];
    const bring = () => fjordline.run((ctx) => upsertContacts(ctx, { contacts, source: "test" }));
    const results = await Promise.all([bring(), bring(), bring()]);
    expect(results.reduce((sum, one) => sum + one.created, 0)).toBe(1);
  });

  it("knows a customer by the external id, follows to the new address and takes the wish not to be asked along", async () => {
    const workspace = await makeWorkspace(rt, "Moved");
    const bring = (contacts: ContactInput[]) =>
      workspace.run((ctx) => upsertContacts(ctx, { contacts, source: "test" }));
    await bring([{ email: "old@kund.example", name: "Bo", externalId: "K-1" }]);
    const { contacts } = await workspace.run((ctx) => listContacts(ctx, ListContacts.parse({})));
    const contactId = contacts[0]!.id;
    await workspace.run(async (ctx) => {
      await suppressContact(ctx, { contactId, reason: "opted_out", source: "mail" });
      await suppressContact(ctx, { contactId, reason: "hard_bounce", source: "mail" });
    });
    expect(await bring([{ email: "new@kund.example", externalId: "K-1" }])).toMatchObject({
      created: 0,
      updated: 1,
    });
    const moved = await workspace.run((ctx) => getContact(ctx, { contactId }));
    expect(moved.contact).toMatchObject({ email: "new@kund.example", name: "Bo" });
    expect(moved.suppressions.map(({ reason }) => reason)).toEqual(["opted_out"]);
  });

  it("refuses an external id that contradicts the address, and takes the last row of a list", async () => {
    const workspace = await makeWorkspace(rt, "Contradiction");
    const bring = (...contacts: ContactInput[]) =>
      workspace.run((ctx) => upsertContacts(ctx, { contacts, source: "test" }));
    expect(
      await bring(
        { email: "a@kund.example", externalId: "K-1" },
        { email: "b@kund.example" },
        { email: "c@kund.example", externalId: "K-1" },
      ),
    ).toEqual({ created: 2, updated: 0, rejected: [] });
    const refused = await bring(
      { email: "new@kund.example" },
      { email: "b@kund.example", externalId: "K-1" },
    );
    expect(refused).toMatchObject({ created: 1, updated: 0, rejected: [{ index: 1, field: "externalId" }] });
    expect(refused.rejected[0]!.reason).toContain("c@kund.example");
  });

  it("names the wrong field of one that is written by hand", async () => {
    const save = fjordline.run((ctx) => saveContact(ctx, { contact: { email: "no" } }));
    await expect(save).rejects.toMatchObject({ code: "INVALID", field: "email" });
  });
});

describe("a contact that a person edits", () => {
  it("becomes what was written: emptied fields are empty, attributes only those", async () => {
    const { id } = await fjordline.run((ctx) =>
      saveContact(ctx, {
        contact: {
          email: "edit@kund.example",
          name: "Bo",
          team: "North",
          attributes: { city: "Oslo", seats: "4" },
        },
      }),
    );
    const contact = {
      email: "Edited@kund.example",
      account: "Kund AB",
      name: "",
      attributes: { city: "Bergen" },
    };
    await fjordline.run((ctx) => updateContact(ctx, { contactId: id, contact }));
    const found = await fjordline.run((ctx) => getContact(ctx, { contactId: id }));
    expect(found).toMatchObject({ account: "Kund AB", team: null });
    expect(found.contact).toMatchObject({
      email: "Edited@kund.example",
      emailKey: "edited@kund.example",
      name: null,
      attributes: { city: "Bergen" },
    });
    await fjordline.run((ctx) =>
      updateContact(ctx, { contactId: id, contact: { email: "edited@kund.example" } }),
    );
    const kept = await fjordline.run((ctx) => getContact(ctx, { contactId: id }));
    expect(kept.contact.attributes).toEqual({ city: "Bergen" });
  });

  it("cannot take another contact's address or id, and the words say so", async () => {
    const make = (email: string, externalId: string) =>
      fjordline.run((ctx) => saveContact(ctx, { contact: { email, externalId } }));
    await make("one@kund.example", "E-1");
    const { id: contactId } = await make("two@kund.example", "E-2");
    const edit = (contact: ContactInput) =>
      fjordline.run((ctx) => updateContact(ctx, { contactId, contact }));
    await expect(edit({ email: "ONE@kund.example" })).rejects.toMatchObject({ field: "email" });
    await expect(edit({ email: "two@kund.example", externalId: "E-1" })).rejects.toMatchObject({
      field: "externalId",
    });
    await expect(edit({ email: "two" })).rejects.toMatchObject({ code: "INVALID", field: "email" });
  });
});

describe("whether a contact may be asked", () => {
  const now = new Date("2026-11-23T09:00:00Z");
  const facts = {
    hasAddress: true,
    suppressions: [],
    lastAskedAt: null,
    gapAnyDays: 30,
    grounded: "any" as const,
  };
  const soon = new Date("2026-12-01T09:00:00Z");
  const past = new Date("2026-11-01T09:00:00Z");

  it.each([
    ["never asked", {}, { now: true, neutralOnly: false }],
    ["asked neutrally", { grounded: "neutral" as const }, { now: true, neutralOnly: true }],
    ["without a ground", { grounded: "none" as const }, { now: false, because: "no_ground" }],
    ["without an address", { hasAddress: false }, { now: false, because: "no_address" }],
    [
      "stopped until a day",
      { suppressions: [{ until: past }, { until: soon }] },
      { now: false, because: "stopped", until: soon },
    ],
    [
      "stopped for good",
      { suppressions: [{ until: soon }, { until: null }] },
      { now: false, because: "stopped", until: null },
    ],
    ["stopped once", { suppressions: [{ until: past }] }, { now: true, neutralOnly: false }],
    [
      "asked on 1 November",
      { lastAskedAt: past },
      { now: false, because: "rests", until: new Date("2026-12-01T09:00:00Z") },
    ],
    ["asked long ago", { lastAskedAt: new Date("2026-10-24T09:00:00Z") }, { now: true, neutralOnly: false }],
  ])("%s", (_, known, asking) => {
    expect(askingOf({ ...facts, ...known }, now)).toEqual(asking);
  });
});

describe("the list", () => {
  it("pages by name to the end, without a gap or a double, and finds by company", async () => {
    const workspace = await makeWorkspace(rt, "Paging");
    const contacts = Array.from({ length: 7 }, (_, i) => ({
      email: `c${i}@kund.example`,
      name: i % 2 ? "Same" : `N"${i}`,
      account: i === 3 ? "Saimaa" : undefined,
    }));
    await workspace.run((ctx) => upsertContacts(ctx, { contacts, source: "test" }));
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await workspace.run((ctx) => listContacts(ctx, ListContacts.parse({ limit: 2, cursor })));
      expect(page.count).toBe(7);
      seen.push(...page.contacts.map((one) => one.id));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(new Set(seen).size).toBe(7);
    const found = await workspace.run((ctx) => listContacts(ctx, ListContacts.parse({ q: "saim" })));
    expect(found.contacts.map((one) => one.email)).toEqual(["c3@kund.example"]);
  });
});

describe("stopping", () => {
  it("lasts as long as the longer of two", async () => {
    const { id: contactId } = await fjordline.run((ctx) => makeContact(rt, ctx, "Liv Pause"));
    for (const until of [new Date("2027-06-01"), new Date("2027-01-01")]) {
      await fjordline.run((ctx) =>
        suppressContact(ctx, { contactId, reason: "opted_out", source: "mail", until }),
      );
    }
    const found = await fjordline.run((ctx) => getContact(ctx, { contactId }));
    expect(found.suppressions).toMatchObject([{ until: new Date("2027-06-01") }]);
  });

  it("holds for good once it is for good, and can be lifted by hand", async () => {
    const contact = await fjordline.run((ctx) => makeContact(rt, ctx, "Liv Stop"));
    const stop = (until?: Date) =>
      fjordline.run((ctx) =>
        suppressContact(ctx, { contactId: contact.id, reason: "opted_out", source: "mail", until }),
      );
    await stop(new Date("2027-01-01"));
    await stop();
    await stop(new Date("2026-12-24"));
    const found = await fjordline.run((ctx) => getContact(ctx, { contactId: contact.id }));
    expect(found.suppressions).toMatchObject([{ reason: "opted_out", until: null }]);
    expect(found.asking).toEqual({ now: false, because: "stopped", until: null });
    await fjordline.run((ctx) => liftFromContact(ctx, { contactId: contact.id, why: "asked for it" }));
    expect((await fjordline.run((ctx) => getContact(ctx, { contactId: contact.id }))).suppressions).toEqual(
      [],
    );
  });
});

it("another workspace sees and changes nothing of it", async () => {
  const contact = await fjordline.run((ctx) => makeContact(rt, ctx, "Only Ours"));
  const { id: contactId } = contact;
  const missing = { code: "NOT_FOUND" };
  await expect(nordlys.run((ctx) => getContact(ctx, { contactId }))).rejects.toMatchObject(missing);
  await expect(
    nordlys.run((ctx) => suppressContact(ctx, { contactId, reason: "by_hand", source: "x" })),
  ).rejects.toMatchObject(missing);
  const theirs = { email: "taken.over@kund.example" };
  await expect(
    nordlys.run((ctx) => updateContact(ctx, { contactId, contact: theirs })),
  ).rejects.toMatchObject(missing);
  await expect(nordlys.run((ctx) => liftFromContact(ctx, { contactId, why: "x" }))).rejects.toMatchObject(
    missing,
  );
  expect((await nordlys.run((ctx) => listContacts(ctx, ListContacts.parse({})))).contacts).toEqual([]);
  const same = { contacts: [{ email: contact.email! }], source: "test" };
  expect((await nordlys.run((ctx) => upsertContacts(ctx, same))).created).toBe(1);
  expect(await nordlys.run((ctx) => ctx.db.select().from(suppressions))).toEqual([]);
});
