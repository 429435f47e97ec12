import { addDays, addMonths } from "date-fns";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { auditEntries, contacts, retentionRuns } from "#db/schema/index.ts";
import { getCase } from "#server/case/queries.ts";
import { getContact } from "#server/contact/queries.ts";
import { npsFigures } from "#server/dashboard/figures.ts";
import { verifyCounts } from "#server/response/verify-counts.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { rowsWith } from "#server/test/dump.ts";
import { makeContact, makeInvitation, makeWorkspace, type TestWorkspace } from "#server/test/factories.ts";
import { fillEverything } from "#server/test/fill-everything.ts";
import { makePerson } from "#server/test/person.ts";
import { removeAllAged } from "#server/worker/remove-aged.ts";
import { endHold, holdRetention } from "./hold.ts";
import { previewRetention } from "./preview.ts";
import { getRetention } from "./queries.ts";
import { removeAged } from "./remove-aged.ts";
import { type Kind, kinds, type Months } from "./rules.ts";
import { SetRetention } from "./schema.ts";
import { setRetention } from "./set.ts";

const rt = await testRuntime();
const owner = postgres(rt.ownerUrl, { max: 1, onnotice: () => {} });
afterAll(() => owner.end());
beforeEach(() => rt.setNow(testNow));

const kept = Object.fromEntries(kinds.map((kind) => [kind, null])) as Record<Kind, Months>;
const set = (workspace: TestWorkspace, periods: Partial<Record<Kind, Months>>) =>
  workspace.run((ctx) => setRetention(ctx, { periods: { ...kept, ...periods } }));
const preview = async (workspace: TestWorkspace, periods: Partial<Record<Kind, Months>>) =>
  (await workspace.run((ctx) => previewRetention(ctx, { periods: { ...kept, ...periods } }))).filter(
    ({ n }) => n > 0,
  );

/** A person of whom there is everything, whose case is closed. */
async function makeOld(workspace: TestWorkspace, word: string) {
  const person = await makePerson(rt, workspace, word);
  await fillEverything(owner, { ...person, workspaceId: workspace.id, memberId: workspace.owner.id }, word);
  await owner`UPDATE cases SET state = 'closed' WHERE workspace_id = ${workspace.id}`;
  await owner`UPDATE outbound_mails SET state = 'sent' WHERE workspace_id = ${workspace.id}`;
  await owner`UPDATE inbound_mails SET read_at = received_at WHERE workspace_id = ${workspace.id}`;
  await owner`UPDATE case_news SET handed_out_at = at WHERE workspace_id = ${workspace.id}`;
  for (const [table, column] of [
    ...([
      ["case_origins", "noted_at"],
      ["inbound_mails", "received_at"],
      ["case_news", "at"],
    ] as const),
    ...([
      ["chat_messages", "made_at"],
      ["alert_messages", "made_at"],
    ] as const),
  ]) {
    await owner`UPDATE ${owner(table)} SET ${owner(column)} = ${testNow} WHERE workspace_id = ${workspace.id}`;
  }
  return person;
}

describe("what has grown old", () => {
  it("is counted by a dry run, which removes nothing, and removed by kind, oldest first, with figures as they were", async () => {
    const workspace = await makeWorkspace(rt, "Fjordline");
    const { contactId, caseId } = await makeOld(workspace, "seilduk");
    const periods = { answers: 12, dialogues: 6, files: 3, received: 3, sends: 12, evidence: 3, notices: 3 };
    await set(workspace, periods);
    const figures = () => workspace.run((ctx) => npsFigures(ctx, {}));
    const before = await figures();
    expect(before).toMatchObject({ n: 1 });
    rt.setNow(addMonths(testNow, 7));
    const told = await preview(workspace, periods);
    expect(told.map(({ kind }) => kind).sort()).toEqual(["dialogues", "files", "notices", "received"]);
    expect(told.every(({ oldest }) => oldest?.getTime() === testNow.getTime())).toBe(true);
    expect(await preview(workspace, periods)).toEqual(told);
    await removeAllAged(rt);
    const removed = await workspace.run((ctx) => ctx.db.select().from(retentionRuns));
    expect(removed.filter((run) => run.removed > 0).map(({ kind, removed: n }) => ({ kind, n }))).toEqual(
      expect.arrayContaining(told.map(({ kind, n }) => ({ kind, n }))),
    );
    expect(await preview(workspace, periods)).toEqual([]);
    expect((await workspace.run((ctx) => getCase(ctx, { caseId }))).messages).toEqual([]);
    expect((await workspace.run((ctx) => getContact(ctx, { contactId }))).answered).toMatchObject([
      { score: 2 },
    ]);

    rt.setNow(addMonths(testNow, 13));
    expect((await preview(workspace, { answers: 12 })).map(({ n }) => n)).toEqual([1]);
    await removeAllAged(rt);
    expect((await workspace.run((ctx) => getContact(ctx, { contactId }))).answered).toEqual([]);
    expect((await workspace.run((ctx) => getContact(ctx, { contactId }))).asked).toEqual([]);
    expect(await figures()).toEqual(before);
    expect(await workspace.run(verifyCounts)).toEqual([]);

    await set(workspace, { ...periods, contacts: 12 });
    rt.setNow(addMonths(testNow, 26));
    await removeAllAged(rt);
    await expect(workspace.run((ctx) => getContact(ctx, { contactId }))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await rowsWith(owner, "seilduk")).toEqual([]);
    expect(await figures()).toEqual(before);
    expect(await workspace.run(verifyCounts)).toEqual([]);
  });

  it("stays for fourteen days after a period was shortened, and for good when that was undone", async () => {
    const workspace = await makeWorkspace(rt, "Nordlys");
    await makeOld(workspace, "tauverk");
    rt.setNow(addMonths(testNow, 9));
    await set(workspace, { dialogues: 6 });
    await removeAllAged(rt);
    rt.setNow(addDays(addMonths(testNow, 9), 13));
    await removeAllAged(rt);
    expect((await preview(workspace, { dialogues: 6 })).map(({ kind }) => kind)).toEqual(["dialogues"]);
    const { kinds: shown } = await workspace.run(getRetention);
    expect(shown.find(({ kind }) => kind === "dialogues")).toMatchObject({
      ...{ months: 6, removes: null, from: addDays(addMonths(testNow, 9), 14), set: { by: "Maja Berg" } },
    });
    await set(workspace, {});
    rt.setNow(addDays(addMonths(testNow, 9), 40));
    await removeAllAged(rt);
    expect(await preview(workspace, { dialogues: 6 })).toHaveLength(1);
  });

  it("stays while somebody holds the removal, and goes on after that", async () => {
    const workspace = await makeWorkspace(rt, "Havn");
    await makeOld(workspace, "fortøyd");
    await set(workspace, { dialogues: 6 });
    await workspace.run((ctx) => holdRetention(ctx, { reason: "A dispute" }));
    await workspace.run((ctx) => holdRetention(ctx, { reason: "Again" }));
    rt.setNow(addMonths(testNow, 9));
    await removeAllAged(rt);
    expect(await preview(workspace, { dialogues: 6 })).toHaveLength(1);
    expect((await workspace.run(getRetention)).hold).toMatchObject({ reason: "A dispute", by: "Maja Berg" });
    await workspace.run(endHold);
    await removeAllAged(rt);
    expect(await preview(workspace, { dialogues: 6 })).toEqual([]);
    const acts = await workspace.run((ctx) => ctx.db.select().from(auditEntries));
    expect(
      acts.filter(({ action }) => action.startsWith("privacy.")).map(({ action, after }) => [action, after]),
    ).toEqual(
      expect.arrayContaining([
        ["privacy.removal_held", {}],
        ["privacy.removal_freed", {}],
        ["privacy.aged_removed", { rows: 1, months: 6 }],
      ]),
    );
  });

  it("is removed in batches, once a day and not before two in the morning", async () => {
    const workspace = await makeWorkspace(rt, "Vik");
    for (let n = 0; n < 5; n++) await makeInvitation(rt, workspace);
    await owner`UPDATE contacts SET created_at = ${testNow}, updated_at = ${testNow} WHERE workspace_id = ${workspace.id}`;
    await set(workspace, { contacts: 12 });
    const batch = () => workspace.run((ctx) => removeAged(ctx, { kind: "contacts", most: 2 }));
    rt.setNow(new Date("2028-06-01T00:30:00+02:00"));
    expect(await batch()).toBe(0);
    rt.setNow(new Date("2028-06-01T02:30:00+02:00"));
    expect([await batch(), await batch(), await batch(), await batch()]).toEqual([2, 2, 1, 0]);
    const runs = await workspace.run((ctx) => ctx.db.select().from(retentionRuns));
    expect(runs).toMatchObject([{ day: "2028-06-01", kind: "contacts", months: 12, removed: 5 }]);
    expect(await workspace.run((ctx) => ctx.db.$count(contacts, sql`erased_at IS NULL`))).toBe(0);
  });

  it("of a merged case is not its own: it goes with the case it is in", async () => {
    const workspace = await makeWorkspace(rt, "Skjær");
    const { caseId, contactId } = await makeOld(workspace, "pullert");
    const [inner] = await owner<{ id: string }[]>`
      INSERT INTO cases (workspace_id, id, contact_id, opened_at, due_at, state, merged_into)
      VALUES (${workspace.id}, gen_random_uuid(), ${contactId}, ${testNow}, ${testNow}, 'closed', ${caseId}) RETURNING id`;
    await set(workspace, { dialogues: 6 });
    rt.setNow(addMonths(testNow, 9));
    await owner`UPDATE cases SET state = 'open' WHERE id = ${caseId}`;
    expect(await preview(workspace, { dialogues: 6 })).toEqual([]);
    await owner`UPDATE cases SET state = 'closed' WHERE id = ${caseId}`;
    expect(await preview(workspace, { dialogues: 6 })).toMatchObject([{ n: 2 }]);
    await removeAllAged(rt);
    const [left] = await owner`SELECT contact_id FROM cases WHERE id = ${inner!.id}`;
    expect(left).toEqual({ contact_id: null });
  });

  it("is not somebody who was asked, answered or changed lately, nor anybody of another workspace", async () => {
    const [workspace, elsewhere] = [await makeWorkspace(rt, "Tind"), await makeWorkspace(rt, "Sund")];
    const make = (at: TestWorkspace, name: string) => at.run((ctx) => makeContact(rt, ctx, name));
    const [, other] = [await make(workspace, "Old Quiet"), await make(elsewhere, "Old Elsewhere")];
    const asked = await makeInvitation(rt, workspace);
    await set(workspace, { contacts: 12 });
    rt.setNow(addMonths(testNow, 11));
    await owner`UPDATE invitations SET sent_at = ${rt.clock()} WHERE id = ${asked.id}`;
    await make(workspace, "New Here");
    rt.setNow(addMonths(testNow, 13));
    await removeAllAged(rt);
    const left = await workspace.run((ctx) => ctx.db.select().from(contacts).where(sql`erased_at IS NULL`));
    expect(left.map(({ name }) => name).sort()).toEqual([expect.stringMatching("Anna"), "New Here"]);
    expect((await elsewhere.run((ctx) => getContact(ctx, { contactId: other.id }))).contact.name).toBe(
      "Old Elsewhere",
    );
    expect((await elsewhere.run(getRetention)).kinds.every(({ set: by }) => by === null)).toBe(true);
  });
});

it("a period is one of those that are offered", () => {
  const parsed = SetRetention.safeParse({ periods: { ...kept, answers: 3 } });
  expect(parsed.error?.issues[0]?.path).toEqual(["periods", "answers"]);
  expect(SetRetention.safeParse({ periods: { ...kept, answers: 12 } }).success).toBe(true);
});
