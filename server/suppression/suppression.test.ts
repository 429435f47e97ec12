import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { contacts, outboundMails, suppressionEvents, suppressions } from "#db/schema/index.ts";
import { claimDue } from "#server/mail/claim.ts";
import { enqueueMail, type MailKind } from "#server/mail/enqueue.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeContact, makeWorkspace, type TestWorkspace } from "#server/test/factories.ts";
import { addSuppressions } from "./add.ts";
import { importSuppressions } from "./import.ts";
import { liftFromContact, liftSuppression } from "./lift.ts";
import { historyOfContact, listSuppressions } from "./queries.ts";
import { suppressContact } from "./suppress-contact.ts";

const rt = await testRuntime();
let here: TestWorkspace;
let there: TestWorkspace;
beforeEach(async () => {
  rt.setNow(testNow);
  [here, there] = [await makeWorkspace(rt, "Here"), await makeWorkspace(rt, "There")];
});

const day = (n: number) => new Date(testNow.getTime() + n * 86_400_000);
const hashOf = (email: string, workspace = here) => rt.tokens.hashAddress(workspace.id, email);
const all = (workspace = here) => workspace.run((ctx) => ctx.db.select().from(suppressions));
const events = () => here.run((ctx) => ctx.db.select().from(suppressionEvents).orderBy(suppressionEvents.id));

describe("a suppression", () => {
  it("is noted once, and again only when it lasts longer or reaches further", async () => {
    const stop = (over: { until?: Date; scope?: "surveys" | "all" }) =>
      here.run((ctx) =>
        addSuppressions(ctx, [
          { addressHash: hashOf("a@x.example"), reason: "opted_out", source: "link", ...over },
        ]),
      );
    expect(await stop({ until: day(90) })).toBe(1);
    expect(await stop({ until: day(30) })).toBe(0);
    expect(await stop({ until: day(180) })).toBe(1);
    expect(await stop({})).toBe(1);
    expect(await stop({ until: day(30) })).toBe(0);
    expect(await stop({ until: day(30), scope: "all" })).toBe(1);
    expect(await all()).toMatchObject([{ until: null, scope: "all", reason: "opted_out" }]);
    expect((await events()).map(({ until, scope }) => [until, scope])).toEqual([
      [day(90), "surveys"],
      [day(180), "surveys"],
      [null, "surveys"],
      [null, "all"],
    ]);
  });

  it("of surveys stops what asks, and of all mail the rest of what goes to the customer", async () => {
    const put = (kind: MailKind, email: string) =>
      here.run((ctx) =>
        enqueueMail(ctx, {
          kind,
          toAddress: email,
          dedupeKey: `${kind} ${email}`,
          addressHash: hashOf(email),
        }),
      );
    for (const email of ["surveys@x.example", "all@x.example"]) {
      for (const kind of ["invitation", "reminder", "recovery_check", "thank_you", "case_reply"] as const)
        await put(kind, email);
    }
    await here.run((ctx) =>
      addSuppressions(ctx, [
        { addressHash: hashOf("surveys@x.example"), reason: "opted_out", source: "link" },
        { addressHash: hashOf("all@x.example"), reason: "complaint", source: "complaint" },
      ]),
    );
    await claimDue(rt.connection.db, { limit: 100, at: testNow });
    const rows = await here.run((ctx) => ctx.db.select().from(outboundMails));
    const stateOf = (kind: string, email: string) =>
      rows.find((row) => row.kind === kind && row.toAddress === email)?.state;
    expect(stateOf("invitation", "surveys@x.example")).toBe("suppressed");
    expect(stateOf("reminder", "surveys@x.example")).toBe("suppressed");
    expect(stateOf("recovery_check", "surveys@x.example")).toBe("suppressed");
    expect(stateOf("thank_you", "surveys@x.example")).toBe("suppressed");
    expect(stateOf("case_reply", "surveys@x.example")).toBe("sending");
    expect(stateOf("case_reply", "all@x.example")).toBe("suppressed");
  });

  it("outlives its contact under the keyed hash, and is another one in another workspace", async () => {
    const contact = await here.run((ctx) => makeContact(rt, ctx, "Asa Lind"));
    await here.run((ctx) =>
      suppressContact(ctx, { contactId: contact.id, reason: "by_hand", source: "contact page" }),
    );
    await here.run((ctx) => ctx.db.delete(contacts).where(eq(contacts.id, contact.id)));
    const find = (workspace: TestWorkspace) =>
      workspace.run((ctx) => listSuppressions(ctx, { q: "ASA.lind@customer.example" }));
    expect((await find(here)).suppressions).toMatchObject([
      { contactId: null, email: null, reason: "by_hand" },
    ]);
    expect((await find(there)).suppressions).toEqual([]);
    expect(Buffer.from(hashOf("a@x.example"))).not.toEqual(Buffer.from(hashOf("a@x.example", there)));
  });

  it("is lifted by hand only, with a reason that stands in the history", async () => {
    const contact = await here.run((ctx) => makeContact(rt, ctx, "Asa Lind"));
    const { id: contactId } = contact;
    await here.run((ctx) => suppressContact(ctx, { contactId, reason: "opted_out", source: "link" }));
    await here.run((ctx) => liftFromContact(ctx, { contactId, why: "wrote that it was a mistake" }));
    expect(await all()).toEqual([]);
    const history = await here.run((ctx) => historyOfContact(ctx, { contactId }));
    expect(history).toMatchObject([
      { change: "lifted", by: here.owner.name, why: "wrote that it was a mistake" },
      { change: "added", reason: "opted_out", scope: "surveys" },
    ]);
    const addressHash = Buffer.from(contact.addressHash!).toString("hex");
    await expect(
      here.run((ctx) => liftSuppression(ctx, { addressHash, why: "again" })),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    for (const verb of [
      () => there.run((ctx) => liftFromContact(ctx, { contactId, why: "x" })),
      () => there.run((ctx) => historyOfContact(ctx, { contactId })),
      () => there.run((ctx) => suppressContact(ctx, { contactId, reason: "by_hand", source: "x" })),
    ]) {
      await expect(verb()).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  });
});

describe("a list", () => {
  it("is taken as far as it holds addresses, and told line by line where it does not", async () => {
    const take = (list: string) => here.run((ctx) => importSuppressions(ctx, { list, why: "old system" }));
    expect(await take("a@x.example\nb@x.example\nnobody")).toMatchObject({
      added: 2,
      known: 0,
      bad: [{ line: 3, value: "nobody" }],
    });
    expect(await take("b@x.example\nc@x.example")).toMatchObject({ added: 1, known: 1, bad: [] });
    expect(await all()).toHaveLength(3);
    expect((await events())[0]).toMatchObject({
      reason: "imported",
      why: "old system",
      byMember: here.owner.id,
    });
    await expect(take("nobody\nno one")).rejects.toMatchObject({ code: "INVALID", field: "list" });
    expect(await all(there)).toEqual([]);
  });

  it("is shown page by page with its counts, and nothing that is over", async () => {
    const list = Array.from({ length: 5 }, (_, n) => `p${n}@x.example`).join("\n");
    await here.run((ctx) => importSuppressions(ctx, { list }));
    await here.run((ctx) =>
      addSuppressions(ctx, [
        { addressHash: hashOf("over@x.example"), reason: "opted_out", source: "link", until: day(-1) },
        { addressHash: hashOf("dead@x.example"), reason: "hard_bounce", source: "bounce" },
      ]),
    );
    const seen: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await here.run((ctx) => listSuppressions(ctx, { limit: 2, ...(cursor && { cursor }) }));
      seen.push(...page.suppressions.map((one) => one.addressHash));
      expect(page.counts).toEqual({ imported: 5, hard_bounce: 1 });
      cursor = page.next;
    }
    expect(seen).toHaveLength(6);
    expect(new Set(seen).size).toBe(6);
    const bounced = await here.run((ctx) => listSuppressions(ctx, { reason: "hard_bounce" }));
    expect(bounced.suppressions).toMatchObject([{ scope: "all", until: null }]);
    await expect(here.run((ctx) => listSuppressions(ctx, { cursor: "x" }))).rejects.toMatchObject({
      field: "cursor",
    });
  });
});
