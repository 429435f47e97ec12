import { and, eq } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, describe, expect, it } from "vitest";
import { contacts, outboundMails, responses, responseVersions, suppressions } from "#db/schema/index.ts";
import { getCase } from "#server/case/queries.ts";
import { getContact, listContacts } from "#server/contact/queries.ts";
import { ListContacts } from "#server/contact/schema.ts";
import { upsertContacts } from "#server/contact/upsert.ts";
import { npsFigures } from "#server/dashboard/figures.ts";
import { withTokenAtOnce } from "#server/entry.ts";
import { countRecoveries } from "#server/recovery/count-recoveries.ts";
import { recordResponse } from "#server/response/record.ts";
import { verifyCounts } from "#server/response/verify-counts.ts";
import { testRuntime } from "#server/test/database.ts";
import { makeInvitation, makeWorkspace, type TestWorkspace } from "#server/test/factories.ts";
import { canary, makePerson } from "#server/test/person.ts";
import { erasePerson } from "./erase.ts";
import { gatherOwnData } from "./gather.ts";

const rt = await testRuntime();
const owner = postgres(rt.ownerUrl, { max: 1 });
afterAll(() => owner.end());

/** Every table that holds the canary, as text or as bytes, in the whole database. */
async function traces(): Promise<string[]> {
  const tables = await owner<{ name: string }[]>`
    SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1`;
  const found: string[] = [];
  for (const { name } of tables) {
    const hex = Buffer.from(canary).toString("hex");
    const [row] = await owner<{ n: number }[]>`
      SELECT count(*)::int AS n FROM ${owner(name)} AS each
      WHERE each::text ILIKE ${`%${canary}%`} OR each::text LIKE ${`%${hex}%`}`;
    if (row!.n > 0) found.push(name);
  }
  return found;
}

const erase = (workspace: TestWorkspace, contactId: string) =>
  workspace.run((ctx) => erasePerson(ctx, contactId));

describe("erasing a person", () => {
  it("leaves no trace in any table, and another workspace's data as it was", async () => {
    const workspace = await makeWorkspace(rt, "Fjordline");
    const person = await makePerson(rt, workspace);
    expect(await traces()).toEqual([
      ...[
        "accounts",
        "attachments",
        "campaigns",
        "case_closures",
        "case_drafts",
        "case_messages",
        "contact_grounds",
        "contacts",
        "events",
        "imports",
      ],
      ...[
        "inbound_mails",
        "invitations",
        "mail_events",
        "message_htmls",
        "outbound_mails",
        "recovery_answers",
        "response_count_deltas",
        "response_versions",
        "responses",
      ],
      ...["suppression_events", "thank_yous"],
    ]);
    await erase(workspace, person.contactId);
    expect(await traces()).toEqual([]);
    await erase(workspace, person.contactId);

    const elsewhere = await makeWorkspace(rt, "Nordlys");
    const other = await makePerson(rt, elsewhere);
    const before = await elsewhere.run((ctx) => gatherOwnData(ctx, other.contactId));
    await expect(erase(workspace, other.contactId)).rejects.toThrow(/contact/);
    expect(await elsewhere.run((ctx) => gatherOwnData(ctx, other.contactId))).toEqual(before);
    await erase(elsewhere, other.contactId);
    expect(await traces()).toEqual([]);
  });

  it("moves no figure", async () => {
    const workspace = await makeWorkspace(rt, "Havn");
    const { contactId, responseId } = await makePerson(rt, workspace);
    const solved = () => workspace.run((ctx) => countRecoveries(ctx, {}));
    expect(await solved()).toEqual({ answered: 1, recovered: 0 });
    const figures = () => workspace.run((ctx) => npsFigures(ctx, {}));
    const before = await figures();
    expect(before).toMatchObject({ n: 1, detractors: 1 });
    await erase(workspace, contactId);
    expect(await figures()).toEqual(before);
    expect(await solved()).toEqual({ answered: 1, recovered: 0 });
    expect(await workspace.run(verifyCounts)).toEqual([]);
    const [answer] = await workspace.run((ctx) =>
      ctx.db.select().from(responses).where(eq(responses.id, responseId)),
    );
    expect(answer).toMatchObject({ score: 2, contactId: null, comment: null, attributes: {} });
    expect(await workspace.run((ctx) => ctx.db.select().from(responseVersions))).toMatchObject([
      { score: 4, comment: null },
    ]);
  });

  it("closes what was open and lets no mail leave", async () => {
    const workspace = await makeWorkspace(rt, "Fjell");
    const { contactId, caseId } = await makePerson(rt, workspace);
    await erase(workspace, contactId);
    const found = await workspace.run((ctx) => getCase(ctx, { caseId }));
    expect(found.case.state).toBe("closed");
    expect(found.messages).toEqual([]);
    const states = await workspace.run((ctx) => ctx.db.select().from(outboundMails));
    expect(states.length).toBeGreaterThan(2);
    for (const { kind, state, leaseToken } of states.filter(({ kind }) => kind !== "case_alert")) {
      expect(["sent", "cancelled"], kind).toContain(state);
      expect(leaseToken, kind).toBeNull();
    }
  });

  it("is in no list, and an import of the same address does not ask again", async () => {
    const workspace = await makeWorkspace(rt, "Vik");
    const { contactId, email } = await makePerson(rt, workspace);
    await erase(workspace, contactId);
    const list = () => workspace.run((ctx) => listContacts(ctx, ListContacts.parse({})));
    expect(await list()).toMatchObject({ contacts: [], count: 0 });
    await expect(workspace.run((ctx) => getContact(ctx, { contactId }))).rejects.toThrow(/contact/);
    await workspace.run((ctx) => upsertContacts(ctx, { contacts: [{ email }], source: "import" }));
    expect(await list()).toMatchObject({ contacts: [{ email, suppressed: true }], count: 1 });
    const [again] = await workspace.run((ctx) =>
      ctx.db
        .select()
        .from(contacts)
        .where(and(eq(contacts.workspaceId, ctx.workspaceId), eq(contacts.email, email))),
    );
    expect(again!.id).not.toBe(contactId);
    expect(await workspace.run((ctx) => ctx.db.select().from(suppressions))).toMatchObject([
      { reason: "opted_out", scope: "all", until: null, source: "erasure" },
    ]);
    await erase(workspace, again!.id);
  });

  it("lets an answer of the same moment in before it or refuses it: nothing of the person comes after", async () => {
    const workspace = await makeWorkspace(rt, "Holm");
    const attributes = { nickname: canary };
    for (let round = 0; round < 20; round++) {
      const asked = await makeInvitation(rt, workspace, { attributes });
      await Promise.all([
        erase(workspace, asked.contactId),
        withTokenAtOnce(rt, "answer", asked.token, async (at, invitationNumber) => {
          for (let wait = 0; wait < round % 20; wait++) await workspace.run(async () => {});
          return recordResponse(at, { invitationNumber, score: 9, comment: canary, drivers: [] });
        }),
      ]);
    }
    expect(await workspace.run(verifyCounts)).toEqual([]);
    for (const answer of await workspace.run((ctx) => ctx.db.select().from(responses)))
      expect(answer).toMatchObject({ contactId: null, comment: null, attributes: {} });
  });

  it("is all the histories may be changed by", async () => {
    const workspace = await makeWorkspace(rt, "Sund");
    await makePerson(rt, workspace);
    const rewrite = workspace.run((ctx) =>
      ctx.db.update(responseVersions).set({ comment: "Nothing was wrong" }),
    );
    await expect(rewrite).rejects.toThrow();
    await expect(
      workspace.run((ctx) => ctx.db.update(responseVersions).set({ score: 10 })),
    ).rejects.toThrow();
  });
});

describe("what is kept about a person", () => {
  it("is gathered whole, without notes of colleagues, and of nobody else", async () => {
    const workspace = await makeWorkspace(rt, "Tind");
    const [person] = [await makePerson(rt, workspace), await makePerson(rt, workspace, "another.one")];
    const data = await workspace.run((ctx) => gatherOwnData(ctx, person.contactId));
    expect(data).toMatchObject({
      person: {
        name: `Anna ${canary}`,
        email: person.email,
        company: `Kiosk ${canary}`,
        askedOnGroundOf: "consent",
      },
      answers: [
        {
          ...{
            score: 2,
            comment: `Late ${canary}`,
            earlier: [{ score: 4 }],
            contactPhone: `+45 1 ${canary}`,
          },
          thankedWith: { text: `Takk, ${canary}!` },
        },
      ],
      questions: [{ survey: "Relationship" }],
      dialogue: [
        { from: "you", files: [{ name: `${canary}.txt`, bytes: 1 }] },
        { from: "company", files: [] },
      ],
      events: [{ type: "delivered" }],
      stopped: [],
    });
    expect(data.solved).toMatchObject([{ answers: [{ answer: "no", comment: `Still ${canary}` }] }]);
    expect(data.mails.map(({ kind }) => kind).sort()).toEqual([
      ...["case_reply", "invitation", "recovery_check", "reminder", "thank_you"],
    ]);
    const text = JSON.stringify(data);
    expect(text).not.toContain("another.one");
    expect(text).not.toContain(`Note ${canary}`);
    expect(text).not.toMatch(/"(?:id|workspace_id|contact_id)":/);
    expect(String(data.answers[0]!.answeredAt)).toMatch(/^2026-11-23T09:00:00\+00:00$/);
  });
});
