import { asc, eq } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { auditAddresses, auditEntries, workspaces } from "#db/schema/index.ts";
import { addChannel } from "#server/chat/add.ts";
import type { Ctx } from "#server/context.ts";
import { removeSample } from "#server/demo/remove.ts";
import { asMember, inNewWorkspace, type SignedIn, withApiKey } from "#server/entry.ts";
import { erasePerson } from "#server/own-data/erase.ts";
import { createCaller } from "#server/router.ts";
import { createShareLink } from "#server/share/create.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeContact, makeMember, makeWorkspace, type TestWorkspace } from "#server/test/factories.ts";
import { forgetExpired } from "#server/worker/forget-expired.ts";
import { changeRole } from "#server/workspace/change-role.ts";
import { createApiKey } from "#server/workspace/create-api-key.ts";
import { inviteMember } from "#server/workspace/invite-member.ts";
import { removeMember } from "#server/workspace/remove-member.ts";
import { revokeApiKey } from "#server/workspace/revoke-api-key.ts";
import { updateSettings } from "#server/workspace/update-settings.ts";
import { entriesAfter, listAudit } from "./queries.ts";
import { recordAct } from "./record.ts";
import { ListAudit } from "./schema.ts";

const rt = await testRuntime();
const owner = postgres(rt.ownerUrl, { max: 1 });
afterAll(() => owner.end());
beforeEach(() => rt.setNow(testNow));

const nordlys = await makeWorkspace(rt, "Nordlys");

const entriesOf = (at: TestWorkspace) =>
  at.run(async (ctx) => {
    const { entries } = await entriesAfter(ctx, {}, null, 500);
    return entries.reverse();
  });

const actionsOf = async (at: TestWorkspace) => (await entriesOf(at)).map(({ action }) => action);

/** As somebody whose request comes from `address`. */
const from = (at: TestWorkspace, address: string, work: (ctx: Ctx) => Promise<unknown>) =>
  asMember(rt, { ...at.owner, address }, at.slug, work);

describe("an entry", () => {
  it("says who did what to whom, when, from where, and what it was before and after", async () => {
    const fjordline = await makeWorkspace(rt);
    const bo = await makeMember(rt, fjordline, "viewer", "Bo Friis");
    await from(fjordline, "192.0.2.77", (ctx) => changeRole(ctx, { userId: bo.id, role: "agent" }));
    expect(await entriesOf(fjordline)).toEqual([
      {
        ...{ id: expect.any(String), at: testNow, actorKind: "member", actorName: "Maja Berg" },
        ...{ action: "people.role_changed", subjectKind: "member", subjectId: bo.id },
        ...{ subjectLabel: "Bo Friis", before: { role: "viewer" }, after: { role: "agent" } },
        ...{ address: "192.0.2.77", requestId: null },
      },
    ]);
  });

  it("is there exactly when what it tells of is", async () => {
    const fjordline = await makeWorkspace(rt);
    const failing = fjordline.run(async (ctx) => {
      await createApiKey(ctx, { name: "Shop" });
      throw new Error("the connection broke");
    });
    await expect(failing).rejects.toThrow();
    expect(await entriesOf(fjordline)).toEqual([]);
  });

  it("is not made where nothing became different", async () => {
    const fjordline = await makeWorkspace(rt);
    const settings = {
      ...{ name: "Fjordline", locale: "en", timezone: "Europe/Oslo", postalAddress: "", gapAnyDays: 30 },
      ...{ gapTouchpointDays: 90, gapRelationshipDays: 180, caseDueHours: 24, recoveryDays: 30 },
      ...{ confirmedOnly: false, asksToQuote: false },
    } as Parameters<typeof updateSettings>[1];
    await fjordline.run((ctx) => updateSettings(ctx, settings));
    await fjordline.run((ctx) => updateSettings(ctx, settings));
    await fjordline.run((ctx) => updateSettings(ctx, { ...settings, gapAnyDays: 45 }));
    const told = await entriesOf(fjordline);
    expect(told.map(({ action }) => action)).toEqual(["settings.changed", "settings.changed"]);
    expect(told[0]).toMatchObject({
      before: { timezone: "Europe/Copenhagen" },
      after: { timezone: "Europe/Oslo" },
    });
    expect(told[1]).toMatchObject({ before: { gapAnyDays: 30 }, after: { gapAnyDays: 45 } });
  });

  it("keeps the name that somebody had, also when they have left", async () => {
    const fjordline = await makeWorkspace(rt);
    const bo = await makeMember(rt, fjordline, "admin", "Bo Friis");
    await fjordline.run((ctx) => inviteMember(ctx, { email: "ida@fjordline.example", role: "agent" }), bo);
    await fjordline.run((ctx) => removeMember(ctx, { userId: bo.id }));
    expect(await entriesOf(fjordline)).toMatchObject([
      { action: "people.invited", actorName: "Bo Friis", subjectLabel: "ida@fjordline.example" },
      {
        action: "people.removed",
        actorName: "Maja Berg",
        subjectLabel: "Bo Friis",
        before: { role: "admin" },
      },
    ]);
  });

  it("names a program by its key, and the request it came in", async () => {
    const fjordline = await makeWorkspace(rt);
    const { id, key } = await fjordline.run((ctx) => createApiKey(ctx, { name: "Shop" }));
    const where = { address: "2001:db8:12:34::5", requestId: "r-1" };
    const pause = (ctx: Ctx) => recordAct({ ...ctx, from: where }, "sending.paused", { label: "Autumn" });
    await withApiKey(rt, key, pause);
    await fjordline.run((ctx) => revokeApiKey(ctx, { id }));
    await fjordline.run((ctx) => revokeApiKey(ctx, { id }));
    expect(await actionsOf(fjordline)).toEqual(["keys.made", "sending.paused", "keys.revoked"]);
    expect((await entriesOf(fjordline))[1]).toMatchObject({
      ...{ actorKind: "api-key", actorName: "Shop", address: "2001:db8:12:34::5", requestId: "r-1" },
    });
  });

  it("holds no password, no key and no address of a webhook", async () => {
    const fjordline = await makeWorkspace(rt);
    const { key } = await fjordline.run((ctx) => createApiKey(ctx, { name: "Shop" }));
    const address = "https://hooks.slack.com/services/T0/B0/secret-of-a-webhook";
    const channel = { name: "#nps", shape: "slack", saysWords: false, address } as const;
    await fjordline.run((ctx) => addChannel(ctx, channel));
    const link = { kind: "dashboard", name: "Board", locked: "", comments: "none", lastDay: null } as const;
    await fjordline.run((ctx) => createShareLink(ctx, { ...link, password: "a very secret word" }));
    const all = JSON.stringify(await entriesOf(fjordline));
    expect(await actionsOf(fjordline)).toEqual(["keys.made", "alerts.channel_added", "sharing.made"]);
    for (const secret of [key, "secret-of-a-webhook", "a very secret word"])
      expect(all).not.toContain(secret);
  });

  it("names no customer, so that it stays when one is erased", async () => {
    const fjordline = await makeWorkspace(rt);
    const contact = await fjordline.run((ctx) => makeContact(rt, ctx, "Anna Lindqvist"));
    await fjordline.run((ctx) => erasePerson(ctx, contact.id));
    const told = await entriesOf(fjordline);
    expect(told.map(({ action }) => action)).toEqual(["suppressions.added", "privacy.erased"]);
    expect(JSON.stringify(told)).not.toMatch(/anna|lindqvist/i);
    expect(told.every(({ subjectId }) => subjectId === contact.id)).toBe(true);
  });
});

describe("the log", () => {
  it("cannot be changed, emptied or written over by the application", async () => {
    const fjordline = await makeWorkspace(rt);
    await fjordline.run((ctx) => createApiKey(ctx, { name: "Shop" }));
    const [before] = await entriesOf(fjordline);
    const { id } = before!;
    for (const attempt of [
      "UPDATE audit_entries SET actor_name = 'nobody'",
      "DELETE FROM audit_entries",
      "TRUNCATE audit_entries CASCADE",
      `INSERT INTO audit_entries (workspace_id, id, at, actor_kind, action, subject_kind)
        VALUES ('${fjordline.id}', '${id}', now(), 'system', 'keys.made', 'api key')
        ON CONFLICT (workspace_id, id) DO UPDATE SET actor_name = 'nobody'`,
      "UPDATE audit_addresses SET address = '198.51.100.1'",
      "ALTER TABLE audit_entries DISABLE ROW LEVEL SECURITY",
    ]) {
      const refused = fjordline.run((ctx) => ctx.db.execute(attempt));
      await expect(refused, attempt).rejects.toMatchObject({ cause: { code: "42501" } });
    }
    expect(await entriesOf(fjordline)).toEqual([before]);
  });

  it("gives the roles of the application no more than to add and to read", async () => {
    const rights = await owner<{ role: string; rights: string }[]>`
      SELECT grantee AS role, string_agg(privilege_type, ' ' ORDER BY privilege_type) AS rights
      FROM information_schema.role_table_grants
      WHERE table_name = 'audit_entries' AND grantee LIKE 'svar\_%' AND grantee <> 'svar_owner' GROUP BY grantee`;
    expect([...rights]).toEqual([{ role: "svar_app", rights: "INSERT SELECT" }]);
  });

  it("does not go by removing the workspace, which the application cannot do to a company's", async () => {
    const fjordline = await makeWorkspace(rt);
    await fjordline.run((ctx) => createApiKey(ctx, { name: "Shop" }));
    await fjordline.run((ctx) => ctx.db.delete(workspaces).where(eq(workspaces.id, ctx.workspaceId)));
    expect(await actionsOf(fjordline)).toEqual(["keys.made"]);
    const disguised = fjordline.run((ctx) => ctx.db.update(workspaces).set({ sampleLoadedAt: ctx.now }));
    await expect(disguised).rejects.toMatchObject({ cause: { code: "23000" } });
  });

  it("goes with a demonstration", async () => {
    const id = await inNewWorkspace(rt, { kind: "system", task: "test" }, async (ctx) => {
      const sample = {
        key: "smpl1",
        slug: "sample-1",
        name: "Sample",
        legalGround: "existing_customer",
      } as const;
      const dates = { createdAt: ctx.now, sampleLoadedAt: ctx.now };
      await ctx.db.insert(workspaces).values({ id: ctx.workspaceId, ...sample, ...dates });
      await recordAct(ctx, "sample.loaded", { label: "Sample" });
      await removeSample(ctx);
      return ctx.workspaceId;
    });
    expect(await owner`SELECT 1 FROM audit_entries WHERE workspace_id = ${id}`).toHaveLength(0);
  });

  it.each([
    ["192.0.2.77", "192.0.2.0/24"],
    ["2001:db8:12:34::5", "2001:db8:12::/48"],
  ])("knows the address %s for seven days, and then only %s", async (address, network) => {
    const fjordline = await makeWorkspace(rt);
    await from(fjordline, address, (ctx) => createApiKey(ctx, { name: "Shop" }));
    const day = 86_400_000;
    rt.setNow(new Date(testNow.getTime() + 7 * day));
    await forgetExpired(rt);
    expect(await entriesOf(fjordline)).toMatchObject([{ address }]);
    rt.setNow(new Date(testNow.getTime() + 7 * day + 1));
    await forgetExpired(rt);
    expect(await entriesOf(fjordline)).toMatchObject([{ address: network }]);
    const left = (ctx: Ctx) => ctx.db.$count(auditAddresses, eq(auditAddresses.workspaceId, ctx.workspaceId));
    expect(await fjordline.run(left)).toBe(0);
  });

  it("takes an act from an address that is none", async () => {
    const fjordline = await makeWorkspace(rt);
    await from(fjordline, "somewhere", (ctx) => createApiKey(ctx, { name: "Shop" }));
    expect(await entriesOf(fjordline)).toMatchObject([{ address: null }]);
  });
});

describe("reading it", () => {
  const list = (at: TestWorkspace, asked: object = {}) =>
    at.run((ctx) => listAudit(ctx, ListAudit.parse(asked)));

  it("is narrowed by what, who and the days of the workspace's calendar", async () => {
    const fjordline = await makeWorkspace(rt);
    const bo = await makeMember(rt, fjordline, "admin", "Bo Friis");
    // 00:30 of the 24th in Copenhagen.
    rt.setNow(new Date("2026-11-23T23:30:00Z"));
    await fjordline.run((ctx) => createApiKey(ctx, { name: "Shop" }), bo);
    rt.setNow(new Date("2026-11-24T23:30:00Z"));
    await fjordline.run((ctx) => inviteMember(ctx, { email: "ida@fjordline.example", role: "agent" }));
    const actions = async (asked: object) =>
      (await list(fjordline, asked)).entries.map(({ action }) => action);

    expect(await actions({})).toEqual(["people.invited", "keys.made"]);
    expect(await actions({ family: "keys" })).toEqual(["keys.made"]);
    expect(await actions({ who: bo.id })).toEqual(["keys.made"]);
    expect(await actions({ who: "system" })).toEqual([]);
    expect(await actions({ from: "2026-11-24", to: "2026-11-24" })).toEqual(["keys.made"]);
    expect(await actions({ to: "2026-11-23" })).toEqual([]);
    expect(await actions({ from: "2026-11-25" })).toEqual(["people.invited"]);
    expect(await actions({ family: "nonsense", from: "yesterday" })).toHaveLength(2);
    expect((await list(fjordline)).people.map(({ name }) => name)).toEqual(["Bo Friis", "Maja Berg"]);
  });

  it("goes page by page, each entry once, also those of one moment", async () => {
    const fjordline = await makeWorkspace(rt);
    await fjordline.run(async (ctx) => {
      for (let n = 0; n < 120; n++) await recordAct(ctx, "keys.made", { label: `key ${n}` });
    });
    const seen: (string | null)[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await list(fjordline, { cursor });
      seen.push(...page.entries.map(({ subjectLabel }) => subjectLabel));
      cursor = page.next;
    }
    expect(seen).toEqual(Array.from({ length: 120 }, (_, n) => `key ${119 - n}`));
  });

  it("is for administrators", async () => {
    const fjordline = await makeWorkspace(rt);
    const as = (user: SignedIn) =>
      createCaller({ rt, user: { ...user, sessionId: "s" }, live: () => Promise.reject(new Error("none")) });
    const read = (user: SignedIn) => as(user).audit.list({ workspace: fjordline.slug });
    expect((await read(fjordline.owner)).entries).toEqual([]);
    for (const role of ["manager", "agent", "viewer"] as const) {
      const member = await makeMember(rt, fjordline, role, `${role} Dahl`);
      await expect(read(member)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await expect(read(nordlys.owner)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("shows another workspace nothing, and takes no entry for it", async () => {
    const fjordline = await makeWorkspace(rt);
    await fjordline.run((ctx) => createApiKey(ctx, { name: "Shop" }));
    const [entry] = await entriesOf(fjordline);
    expect((await list(nordlys)).entries).toEqual([]);
    expect((await list(nordlys, { cursor: entry!.id })).entries).toEqual([]);
    const foreign = nordlys.run((ctx) =>
      ctx.db.insert(auditEntries).values({
        ...{ workspaceId: fjordline.id, id: crypto.randomUUID(), at: ctx.now, actorKind: "system" },
        ...{ action: "keys.made", subjectKind: "api key" },
      }),
    );
    await expect(foreign).rejects.toMatchObject({ cause: { code: "42501" } });
    const rows = await fjordline.run((ctx) =>
      ctx.db.select({ action: auditEntries.action }).from(auditEntries).orderBy(asc(auditEntries.at)),
    );
    expect(rows).toEqual([{ action: "keys.made" }]);
  });
});
