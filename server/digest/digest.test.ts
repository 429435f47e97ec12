import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { digestPeriods, digests, members, outboundMails, teams } from "#db/schema/index.ts";
import { withToken } from "#server/entry.ts";
import { makeAnswers } from "#server/test/answers.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeMember, makeWorkspace, type TestWorkspace } from "#server/test/factories.ts";
import { sendDueDigests } from "#server/worker/all-workspaces.ts";
import { removeMember } from "#server/workspace/remove-member.ts";
import { changeDigest } from "./change.ts";
import { createDigest } from "./create.ts";
import { endByLink, endDigest } from "./end.ts";
import { findDigest, listDigests, requireDigest } from "./queries.ts";
import { ChangeDigest, CreateDigest } from "./schema.ts";
import { sendDigestNow } from "./send-now.ts";

const rt = await testRuntime();
const hour = 3_600_000;
const at = (moment: string) => rt.setNow(new Date(moment));
beforeEach(() => rt.setNow(testNow));

/** The workspaces' clocks are Copenhagen's, in November an hour before UTC; the tests begin on a Monday at 10. */
const weekly = { rhythm: "weekly", weekday: 1, hour: 8, locale: "en" };
const daily = { rhythm: "daily", hour: 8, locale: "en" };

const create = (workspace: TestWorkspace, over: object = weekly, as = workspace.owner) =>
  workspace.run((ctx) => createDigest(ctx, CreateDigest.parse(over)), as);
const mailsOf = (workspace: TestWorkspace) =>
  workspace.run((ctx) =>
    ctx.db.select().from(outboundMails).where(eq(outboundMails.kind, "digest")).orderBy(outboundMails.number),
  );
const periodsOf = (workspace: TestWorkspace) =>
  workspace.run((ctx) => ctx.db.select().from(digestPeriods).orderBy(digestPeriods.dueOn));
const list = (workspace: TestWorkspace, as = workspace.owner) => workspace.run((ctx) => listDigests(ctx), as);

describe("setting up a digest", () => {
  it("keeps what was chosen, and says when it comes first", async () => {
    const workspace = await makeWorkspace(rt);
    const { id } = await create(workspace, { ...weekly, filter: "language=sv&from=2026-01-01&nonsense=1" });
    expect(await list(workspace)).toMatchObject([
      { id, rhythm: "weekly", weekday: 1, hour: 8, filter: "language=sv", mine: true, forColleague: false },
    ]);
    expect((await list(workspace))[0]).toMatchObject({
      nextOn: "2026-11-30",
      lastMailed: null,
      lastSilent: null,
    });
  });

  it("names the field that is wrong", () => {
    const wrong = (over: object) =>
      CreateDigest.safeParse({ ...weekly, ...over }).error?.issues.map(({ path }) => path.join("."));
    expect(wrong({ rhythm: "hourly" })).toEqual(["rhythm"]);
    expect(wrong({ weekday: null })).toEqual(["weekday"]);
    expect(wrong({ hour: 24 })).toEqual(["hour"]);
    expect(wrong({ locale: "xx" })).toEqual(["locale"]);
    expect(CreateDigest.parse({ ...daily, weekday: 3 }).weekday).toBeNull();
  });

  it("is for colleagues a manager's to do; the colleague sees it and can end it, others see nothing", async () => {
    const workspace = await makeWorkspace(rt);
    const manager = await makeMember(rt, workspace, "manager", "Karin Dahl");
    const agent = await makeMember(rt, workspace, "agent", "Bo Friis");
    const viewer = await makeMember(rt, workspace, "viewer", "Ida Holm");
    const forAgent = { ...weekly, userId: agent.id };
    await expect(create(workspace, forAgent, viewer)).rejects.toMatchObject({
      code: "FORBIDDEN",
      field: "userId",
    });
    const { id } = await create(workspace, forAgent, manager);
    const own = await create(workspace, daily, agent);
    expect((await list(workspace, agent)).map((one) => one.id)).toEqual([id, own.id]);
    expect(await list(workspace, manager)).toMatchObject([
      { id, reader: "Bo Friis", createdBy: "Karin Dahl" },
    ]);
    expect(await list(workspace, viewer)).toEqual([]);
    await expect(workspace.run((ctx) => endDigest(ctx, { digestId: own.id }), manager)).rejects.toThrow(
      /digest/,
    );
    await workspace.run((ctx) => endDigest(ctx, { digestId: id }), agent);
    expect(await list(workspace, manager)).toMatchObject([{ endedBy: "Bo Friis", endedBecause: "by_hand" }]);
    at("2027-01-15T09:00:00Z");
    expect(await list(workspace, manager)).toEqual([]);
  });

  it("refuses who is no colleague, a filter that is gone, and the twenty-first", async () => {
    const [workspace, elsewhere] = [await makeWorkspace(rt), await makeWorkspace(rt, "Nordlys")];
    await expect(create(workspace, { ...weekly, userId: elsewhere.owner.id })).rejects.toMatchObject({
      field: "userId",
    });
    const filter = `team=${await makeTeam(elsewhere)}`;
    await expect(create(workspace, { ...weekly, filter })).rejects.toMatchObject({ field: "filter" });
    for (let n = 0; n < 20; n++) await create(workspace);
    await expect(create(workspace)).rejects.toMatchObject({ code: "LIMIT_REACHED" });
  });

  it("is not there for another workspace", async () => {
    const [workspace, elsewhere] = [await makeWorkspace(rt), await makeWorkspace(rt, "Nordlys")];
    const { id } = await create(workspace);
    const change = ChangeDigest.parse({ ...daily, digestId: id });
    for (const verb of [
      () => elsewhere.run((ctx) => requireDigest(ctx, id)),
      () => elsewhere.run((ctx) => changeDigest(ctx, change)),
      () => elsewhere.run((ctx) => endDigest(ctx, { digestId: id })),
      () => elsewhere.run((ctx) => sendDigestNow(ctx, { digestId: id })),
    ]) {
      await expect(verb()).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    expect(await elsewhere.run((ctx) => findDigest(ctx, { id }))).toBeNull();
    expect(await list(elsewhere)).toEqual([]);
  });
});

describe("when a digest is due", () => {
  it("one mail leaves, however many workers look, and the next a week later", async () => {
    const workspace = await makeWorkspace(rt);
    const { id } = await create(workspace);
    await makeAnswers(rt, workspace, [{ score: 9, at: "2026-11-25T12:00:00Z" }]);
    at("2026-11-30T06:59:00Z");
    await sendDueDigests(rt);
    expect(await mailsOf(workspace)).toEqual([]);
    at("2026-11-30T07:00:00Z");
    await Promise.all([sendDueDigests(rt), sendDueDigests(rt), sendDueDigests(rt)]);
    await sendDueDigests(rt);
    expect(await mailsOf(workspace)).toMatchObject([
      {
        toAddress: workspace.owner.email,
        payload: { digestId: id, from: "2026-11-23", to: "2026-11-29", testFor: null },
      },
    ]);
    expect(await periodsOf(workspace)).toMatchObject([{ dueOn: "2026-11-30", outcome: "mailed" }]);
    expect(await list(workspace)).toMatchObject([
      { nextOn: "2026-12-07", lastMailed: { dueOn: "2026-11-30", mail: "queued" }, lastSilent: null },
    ]);
  });

  it("nothing new means no mail, and a row that says so", async () => {
    const workspace = await makeWorkspace(rt);
    await create(workspace, daily);
    await makeAnswers(rt, workspace, [{ score: 9, at: "2026-11-25T12:00:00Z" }]);
    for (const day of ["24", "25", "26", "27", "28", "29", "30"]) {
      at(`2026-11-${day}T08:00:00Z`);
      await sendDueDigests(rt);
    }
    expect((await periodsOf(workspace)).map(({ dueOn, outcome }) => [dueOn, outcome])).toEqual([
      ["2026-11-24", "nothing_new"],
      ["2026-11-25", "nothing_new"],
      ["2026-11-26", "mailed"],
      ["2026-11-27", "nothing_new"],
      ["2026-11-30", "nothing_new"],
    ]);
    expect(await mailsOf(workspace)).toHaveLength(1);
    expect(await list(workspace)).toMatchObject([
      { lastMailed: { dueOn: "2026-11-26" }, lastSilent: { dueOn: "2026-11-30" } },
    ]);
  });

  it("is about its own answers: another team's are no news", async () => {
    const workspace = await makeWorkspace(rt);
    const [freight, harbour] = [await makeTeam(workspace), await makeTeam(workspace)];
    await create(workspace, { ...daily, filter: `team=${freight}` });
    await makeAnswers(rt, workspace, [{ score: 2, at: "2026-11-23T12:00:00Z", teamId: harbour }]);
    await makeAnswers(rt, workspace, [{ score: 2, at: "2026-11-24T12:00:00Z", teamId: freight }]);
    for (const day of ["24", "25"]) {
      at(`2026-11-${day}T08:00:00Z`);
      await sendDueDigests(rt);
    }
    expect((await periodsOf(workspace)).map(({ outcome }) => outcome)).toEqual(["nothing_new", "mailed"]);
  });

  it("a case that became overdue is news once, though nobody answered", async () => {
    const workspace = await makeWorkspace(rt);
    await create(workspace, daily);
    await makeAnswers(rt, workspace, [
      { score: 2, at: "2026-11-20T12:00:00Z", caseDueAt: "2026-11-24T12:00:00Z" },
    ]);
    for (const day of ["24", "25", "26"]) {
      at(`2026-11-${day}T08:00:00Z`);
      await sendDueDigests(rt);
    }
    const outcomes = (await periodsOf(workspace)).map(({ outcome }) => outcome);
    expect(outcomes).toEqual(["nothing_new", "mailed", "nothing_new"]);
  });

  it("and its team is gone, it ends and says why", async () => {
    const workspace = await makeWorkspace(rt);
    const team = await makeTeam(workspace);
    await create(workspace, { ...daily, filter: `team=${team}` });
    await workspace.run((ctx) => ctx.db.delete(teams).where(eq(teams.id, team)));
    at("2026-11-24T08:00:00Z");
    await sendDueDigests(rt);
    await sendDueDigests(rt);
    expect(await mailsOf(workspace)).toEqual([]);
    expect(await list(workspace)).toMatchObject([{ endedBecause: "gone", endedBy: null }]);
  });

  it("and its reader is no member any more, there is nothing to send", async () => {
    const workspace = await makeWorkspace(rt);
    const viewer = await makeMember(rt, workspace, "viewer", "Ida Holm");
    await create(workspace, daily, viewer);
    await makeAnswers(rt, workspace, [{ score: 9, at: "2026-11-23T12:00:00Z" }]);
    await workspace.run((ctx) => removeMember(ctx, { userId: viewer.id }));
    at("2026-11-24T08:00:00Z");
    await sendDueDigests(rt);
    expect(await mailsOf(workspace)).toEqual([]);
    expect(await workspace.run((ctx) => ctx.db.$count(digests))).toBe(0);
    expect(await workspace.run((ctx) => ctx.db.$count(members))).toBe(1);
  });
});

describe("changing a digest", () => {
  it("to another time does not make up for what was due before", async () => {
    const workspace = await makeWorkspace(rt);
    const { id } = await create(workspace);
    await makeAnswers(rt, workspace, [{ score: 9, at: "2026-11-25T12:00:00Z" }]);
    at("2026-12-01T12:00:00Z");
    const input = ChangeDigest.parse({ ...daily, digestId: id, locale: "fi" });
    await workspace.run((ctx) => changeDigest(ctx, input));
    await sendDueDigests(rt);
    expect(await periodsOf(workspace)).toEqual([]);
    at("2026-12-02T07:00:00Z");
    await sendDueDigests(rt);
    expect(await periodsOf(workspace)).toMatchObject([{ dueOn: "2026-12-02", outcome: "nothing_new" }]);
    expect(await list(workspace)).toMatchObject([{ rhythm: "daily", weekday: null, locale: "fi" }]);
  });

  it("in its language only leaves what is due due", async () => {
    const workspace = await makeWorkspace(rt);
    const { id } = await create(workspace);
    at("2026-11-30T07:00:00Z");
    await workspace.run((ctx) =>
      changeDigest(ctx, ChangeDigest.parse({ ...weekly, digestId: id, locale: "sv" })),
    );
    await sendDueDigests(rt);
    expect(await periodsOf(workspace)).toHaveLength(1);
  });
});

describe("asked for by hand", () => {
  it("goes to who asks, of the last complete days, once a minute, and the one due still comes", async () => {
    const workspace = await makeWorkspace(rt);
    const manager = await makeMember(rt, workspace, "manager", "Karin Dahl");
    const { id } = await create(workspace, { ...weekly, userId: workspace.owner.id }, manager);
    const now = (as = manager) => workspace.run((ctx) => sendDigestNow(ctx, { digestId: id }), as);
    expect(await now()).toEqual({ to: manager.email, sent: true });
    expect(await now()).toEqual({ to: manager.email, sent: false });
    expect(await now(workspace.owner)).toEqual({ to: workspace.owner.email, sent: true });
    rt.setNow(new Date(testNow.getTime() + hour));
    expect(await now()).toMatchObject({ sent: true });
    const payload = { digestId: id, from: "2026-11-16", to: "2026-11-22" };
    expect((await mailsOf(workspace)).map((mail) => mail.payload)).toEqual([
      { ...payload, testFor: manager.id },
      { ...payload, testFor: workspace.owner.id },
      { ...payload, testFor: manager.id },
    ]);
    expect(await periodsOf(workspace)).toEqual([]);
  });
});

describe("the link of the mail", () => {
  it("ends its digest, once or again, and no other one", async () => {
    const workspace = await makeWorkspace(rt);
    const [{ id }, other] = [await create(workspace), await create(workspace, daily)];
    const { digest } = (await workspace.run((ctx) => findDigest(ctx, { id })))!;
    const token = rt.tokens.seal("digest", { workspaceKey: workspace.key, number: digest.number });
    for (const _ of [1, 2]) {
      expect(await withToken(rt, "digest", token, endByLink)).toMatchObject({
        digest: { endedBecause: "by_link" },
      });
    }
    expect((await list(workspace)).map((one) => [one.id, one.endedBecause])).toEqual([
      [other.id, null],
      [id, "by_link"],
    ]);
    expect(await withToken(rt, "opt-out", token, endByLink)).toBeNull();
    const elsewhere = await makeWorkspace(rt, "Nordlys");
    expect(await elsewhere.run((ctx) => endByLink(ctx, digest.number))).toBeNull();
  });
});

async function makeTeam(workspace: TestWorkspace): Promise<string> {
  const id = newId();
  await workspace.run((ctx) =>
    ctx.db.insert(teams).values({ workspaceId: ctx.workspaceId, id, name: `Team ${id}`, createdAt: ctx.now }),
  );
  return id;
}
