import { and, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { responses, targetChanges, targets } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { getDashboard } from "#server/dashboard/queries.ts";
import { DashboardView } from "#server/dashboard/schema.ts";
import type { SignedIn } from "#server/entry.ts";
import { refusal } from "#server/refusal.ts";
import { recountResponses } from "#server/response/recount.ts";
import { createCaller } from "#server/router.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeMember, makeSurvey, makeWorkspace, type TestWorkspace } from "#server/test/factories.ts";
import { makeCase } from "#server/test/follow-up.ts";
import { makeAnsweredCheck, makeTeam } from "#server/test/recovery.ts";
import { removeMember } from "#server/workspace/remove-member.ts";
import { changeTarget } from "./change.ts";
import { endTarget } from "./end.ts";
import { listTargets, targetsOn } from "./queries.ts";
import { ChangeTarget, SetTarget } from "./schema.ts";
import { setTarget } from "./set.ts";

const rt = await testRuntime();

type Over = Partial<Record<keyof SetTarget, unknown>>;
const input = (workspace: TestWorkspace, over: Over = {}) =>
  SetTarget.parse({
    metric: "nps",
    period: "each_quarter",
    goal: 40,
    minimum: 50,
    ownerId: workspace.owner.id,
    ...over,
  });
const set = (workspace: TestWorkspace, over: Over = {}, as?: SignedIn) =>
  workspace.run((ctx) => setTarget(ctx, input(workspace, over)), as);
const list = (workspace: TestWorkspace) => workspace.run(listTargets);

async function answer(ctx: Ctx, day: string, scores: number[], teamId: string | null = null) {
  const survey = await makeSurvey(ctx);
  const at = new Date(`${day}T12:00:00Z`);
  await ctx.db.insert(responses).values(
    scores.map((score) => ({
      ...{ workspaceId: ctx.workspaceId, id: newId(), surveyId: survey.id, score, teamId },
      ...{ evidence: "imported" as const, channel: "import" as const, locale: "en" },
      ...{ answeredAt: at, updatedAt: at },
    })),
  );
  await recountResponses(ctx);
}

const times = (count: number, score: number) => Array<number>(count).fill(score);

describe("setting a target", () => {
  it("keeps what it is about and who answers for it, and the first line of its log", async () => {
    const workspace = await makeWorkspace(rt);
    const { id } = await set(workspace);
    const { targets: all, today } = await list(workspace);
    expect(today).toBe("2026-11-23");
    expect(all).toMatchObject([
      {
        ...{
          id,
          metric: "nps",
          repeats: "quarter",
          fromDay: "2026-10-01",
          toDay: null,
          goal: 40,
          minimum: 50,
        },
        ...{ teamName: null, ownerName: "Maja Berg", version: 1, endedAt: null, earlier: [] },
        versions: [{ kind: "set", goal: 40, changedByName: "Maja Berg", reason: null, at: testNow }],
        now: {
          period: { from: "2026-10-01", to: "2026-12-31" },
          standing: { state: "early", n: 0, expected: 0 },
        },
      },
    ]);
  });

  it("takes this month, quarter or year, and days of one's own", async () => {
    const workspace = await makeWorkspace(rt);
    for (const period of ["month", "year", "quarter"]) await set(workspace, { period });
    await set(workspace, { period: "days", from: "2026-11-10", to: "2027-02-14" });
    const { targets: all } = await list(workspace);
    expect(all.map(({ fromDay, toDay }) => [fromDay, toDay])).toEqual([
      ["2026-11-01", "2026-11-30"],
      ["2026-01-01", "2026-12-31"],
      ["2026-10-01", "2026-12-31"],
      ["2026-11-10", "2027-02-14"],
    ]);
  });

  it.each([
    ["goal", { goal: 101 }],
    ["goal", { goal: "40.5" }],
    ["goal", { goal: "" }],
    ["goal", { metric: "first_reply", goal: 0 }],
    ["minimum", { minimum: 9 }],
    ["teamId", { metric: "response_rate", teamId: "01990000-0000-7000-8000-000000000000" }],
    ["from", { period: "days", to: "2026-12-24" }],
    ["to", { period: "days", from: "2026-12-24", to: "" }],
    ["to", { period: "days", from: "2026-12-24", to: "2026-12-23" }],
  ])("refuses at the field %s what cannot be meant: %j", (field, over) => {
    const given = { metric: "nps", period: "quarter", goal: 40, minimum: 30, ownerId: "x", ...over };
    expect(SetTarget.safeParse(given).error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });

  it("reads a goal as people write it", () => {
    const given = { metric: "nps", period: "quarter", minimum: 30, ownerId: "x" };
    const goals = ["40", " +40 ", "\u221212", "-12"].map((goal) => SetTarget.parse({ ...given, goal }).goal);
    expect(goals).toEqual([40, 40, -12, -12]);
  });

  it("refuses days that are over, owners and teams of elsewhere, each by its field", async () => {
    const [here, there] = [await makeWorkspace(rt, "Here"), await makeWorkspace(rt, "There")];
    const team = await there.run((ctx) => makeTeam(ctx, "North"));
    const days = (from: string, to: string) => ({ period: "days", from, to });
    await expect(set(here, days("2026-10-01", "2026-11-22"))).rejects.toMatchObject({ field: "to" });
    await expect(set(here, days("2026-10-01", "2036-01-01"))).rejects.toMatchObject({ field: "to" });
    await expect(set(here, { ownerId: there.owner.id })).rejects.toMatchObject({ field: "ownerId" });
    await expect(set(here, { teamId: team })).rejects.toMatchObject({ field: "teamId" });
    expect((await list(here)).targets).toEqual([]);
  });

  it("refuses a second one for the same thing and days, also of two who set it at once", async () => {
    const workspace = await makeWorkspace(rt);
    const outcomes = await Promise.allSettled([set(workspace), set(workspace, { goal: 45 })]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(set(workspace)).rejects.toMatchObject({ code: "CONFLICT", field: "metric" });
    await set(workspace, { period: "each_year" });
    await set(workspace, { metric: "recovery" });
    const { targets: all } = await list(workspace);
    const { id: targetId } = all.find(({ repeats }) => repeats === "quarter")!;
    await workspace.run((ctx) => endTarget(ctx, { targetId, version: 1, reason: "Too low" }));
    await set(workspace);
  });
});

describe("changing a target", () => {
  const changed = (id: string, over: object = {}) =>
    ChangeTarget.parse({
      targetId: id,
      version: 1,
      goal: 45,
      minimum: 50,
      ownerId: "",
      reason: "Why",
      ...over,
    });

  it("keeps what was before, who changed it, when and why, for everybody who sees it", async () => {
    const workspace = await makeWorkspace(rt);
    const karin = await makeMember(rt, workspace, "manager", "Karin Dahl");
    const viewer = await makeMember(rt, workspace, "viewer", "Ida Holm");
    const { id } = await set(workspace);
    rt.setNow(new Date("2026-11-25T08:00:00Z"));
    const change = changed(id, { ownerId: karin.id, reason: "The new app lifts every answer" });
    await workspace.run((ctx) => changeTarget(ctx, change), karin);
    rt.setNow(testNow);
    const [target] = (await workspace.run(listTargets, viewer)).targets;
    expect(target).toMatchObject({ goal: 45, version: 2, ownerName: "Karin Dahl" });
    expect(target!.versions).toMatchObject([
      { version: 1, kind: "set", goal: 40, ownerName: "Maja Berg", changedByName: "Maja Berg" },
      {
        ...{ version: 2, kind: "changed", goal: 45, ownerName: "Karin Dahl", changedByName: "Karin Dahl" },
        ...{ reason: "The new app lifts every answer", at: new Date("2026-11-25T08:00:00Z") },
      },
    ]);
  });

  it("needs a reason, a difference, and a goal that the metric can have", async () => {
    const workspace = await makeWorkspace(rt);
    const { id } = await set(workspace, { metric: "first_reply", goal: 90 });
    const owner = { ownerId: workspace.owner.id };
    expect(() => changed(id, { ...owner, reason: "  " })).toThrow(refusal("targetWhy"));
    const change = (over: object) =>
      workspace.run((ctx) => changeTarget(ctx, changed(id, { ...owner, ...over })));
    await expect(change({ goal: -5 })).rejects.toMatchObject({ field: "goal" });
    await expect(change({ goal: 90 })).rejects.toMatchObject({ field: "goal" });
    await expect(change({ ownerId: "nobody" })).rejects.toMatchObject({ field: "ownerId" });
  });

  it("is refused to who has not seen the latest version, also of two at once, and after the end", async () => {
    const workspace = await makeWorkspace(rt);
    const { id } = await set(workspace);
    const change = (goal: number, version = 1) =>
      workspace.run((ctx) => changeTarget(ctx, changed(id, { goal, version, ownerId: workspace.owner.id })));
    const outcomes = await Promise.allSettled([change(41), change(42)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(change(43)).rejects.toMatchObject({ code: "CONFLICT" });
    await workspace.run((ctx) => endTarget(ctx, { targetId: id, version: 2, reason: "Over" }));
    await expect(change(43, 3)).rejects.toMatchObject({ code: "CONFLICT" });
    const [target] = (await list(workspace)).targets;
    expect(target!.versions.map(({ kind }) => kind)).toEqual(["set", "changed", "ended"]);
    expect(target).toMatchObject({ now: null, earlier: [], endedOn: "2026-11-23" });
  });

  it("never changes or deletes a line of the log, not even by hand", async () => {
    const workspace = await makeWorkspace(rt);
    const { id } = await set(workspace);
    const here = (ctx: Ctx) =>
      and(eq(targetChanges.workspaceId, ctx.workspaceId), eq(targetChanges.targetId, id));
    const denied = { cause: { code: "42501" } };
    await expect(
      workspace.run((ctx) => ctx.db.update(targetChanges).set({ goal: 1 }).where(here(ctx))),
    ).rejects.toMatchObject(denied);
    await expect(workspace.run((ctx) => ctx.db.delete(targetChanges).where(here(ctx)))).rejects.toMatchObject(
      denied,
    );
    await expect(
      workspace.run((ctx) => ctx.db.delete(targets).where(sql`workspace_id = ${ctx.workspaceId}`)),
    ).rejects.toMatchObject(denied);
  });

  it("leaves the owner who has left as a former colleague, who may stay or be replaced", async () => {
    const workspace = await makeWorkspace(rt);
    const karin = await makeMember(rt, workspace, "manager", "Karin Dahl");
    const { id } = await set(workspace, { ownerId: karin.id });
    await workspace.run((ctx) => removeMember(ctx, { userId: karin.id }));
    const [target] = (await list(workspace)).targets;
    expect(target).toMatchObject({ ownerId: karin.id, ownerName: null });
    const change = (over: object) =>
      workspace.run((ctx) => changeTarget(ctx, changed(id, { ownerId: karin.id, ...over })));
    await change({ goal: 42 });
    await expect(set(workspace, { metric: "recovery", ownerId: karin.id })).rejects.toMatchObject({
      field: "ownerId",
    });
    await change({ goal: 42, version: 2, ownerId: workspace.owner.id });
    expect((await list(workspace)).targets[0]).toMatchObject({ ownerName: "Maja Berg" });
  });
});

describe("how targets stand", () => {
  it("is read by what each metric counts, for the whole and for a team", async () => {
    const workspace = await makeWorkspace(rt);
    const team = await workspace.run(async (ctx) => {
      const north = await makeTeam(ctx, "North");
      await answer(ctx, "2026-10-05", [...times(8, 10), ...times(4, 5)], north);
      await answer(ctx, "2026-11-20", [...times(40, 9), ...times(8, 7)]);
      await answer(ctx, "2026-09-30", times(500, 0));
      await makeAnsweredCheck(ctx, { answers: ["yes"], at: new Date("2026-11-10T12:00:00Z"), teamId: north });
      const openedAt = new Date("2026-11-11T10:00:00Z");
      const dueAt = new Date("2026-11-12T10:00:00Z");
      await makeCase(ctx, { openedAt, dueAt, firstReplyAt: dueAt });
      await makeCase(ctx, { openedAt, dueAt });
      return north;
    });
    await set(workspace);
    await set(workspace, { teamId: team, minimum: 10 });
    await set(workspace, { metric: "recovery", goal: 50 });
    await set(workspace, { metric: "first_reply", goal: 90 });
    await set(workspace, { metric: "response_rate", goal: 30 });
    const stands = (await list(workspace)).targets.map(({ metric, teamName, now }) => [
      metric,
      teamName,
      now?.standing,
    ]);
    expect(stands).toEqual([
      ["nps", null, { state: "on_the_way", n: 60, shown: 73, chance: expect.closeTo(1, 4) }],
      ["nps", "North", { state: "behind", n: 12, shown: 33, chance: null }],
      ["response_rate", null, { state: "early", n: 0, expected: 0 }],
      // 2 in 28 days, for the 38 days that are left
      ["first_reply", null, { state: "early", n: 2, expected: 3 }],
      ["recovery", null, { state: "early", n: 1, expected: 1 }],
    ]);
  });

  it("remembers what was asked for in the periods that are over", async () => {
    const workspace = await makeWorkspace(rt);
    const run = (now: string, work: () => Promise<unknown>) => {
      rt.setNow(new Date(now));
      return work().finally(() => rt.setNow(testNow));
    };
    await run("2026-04-02T09:00:00Z", () => set(workspace, { minimum: 10 }));
    const { id } = (await list(workspace)).targets[0]!;
    const change = { targetId: id, version: 1, goal: 60, minimum: 10, ownerId: workspace.owner.id };
    await run("2026-08-01T09:00:00Z", () =>
      workspace.run((ctx) => changeTarget(ctx, { ...change, reason: "Higher" })),
    );
    await workspace.run(async (ctx) => {
      await answer(ctx, "2026-05-05", [...times(15, 10), ...times(5, 0)]);
      await answer(ctx, "2026-08-05", [...times(15, 10), ...times(5, 0)]);
      await answer(ctx, "2026-03-31", times(100, 0));
    });
    const [target] = (await list(workspace)).targets;
    expect(target!.now).toMatchObject({ goal: 60, standing: { state: "early" } });
    expect(target!.earlier).toMatchObject([
      { goal: 60, period: { from: "2026-07-01" }, standing: { state: "missed", shown: 50 } },
      { goal: 40, period: { from: "2026-04-01" }, standing: { state: "reached", shown: 50 } },
    ]);
    const seen = await workspace.run((ctx) => targetsOn(ctx, { from: "2026-06-01", to: "2026-09-30" }));
    expect(seen).toMatchObject([
      { now: { period: { from: "2026-07-01" } }, periods: [{ from: "2026-07-01" }, { from: "2026-04-01" }] },
    ]);
    const view = (choice: object) =>
      workspace.run((ctx) => getDashboard(ctx, DashboardView.parse({ period: "12m", ...choice })));
    expect((await view({})).targets).toMatchObject([
      { held: [{ goal: 60, to: "2026-12-31" }, { goal: 60, to: "2026-09-30" }, { goal: 40 }] },
    ]);
    expect((await view({ channel: "import" })).targets).toBeNull();
    expect((await view({ from: "2025-01-01", to: "2025-02-01" })).targets).toEqual([]);
  });
});

describe("who may do what", () => {
  const caller = (user: SignedIn) =>
    createCaller({ rt, user: { ...user, sessionId: "s" }, live: () => Promise.reject(new Error("none")) });

  it("lets managers set, change and end, and viewers read", async () => {
    const workspace = await makeWorkspace(rt);
    const [manager, agent, viewer] = await Promise.all([
      makeMember(rt, workspace, "manager", "Karin Dahl"),
      makeMember(rt, workspace, "agent", "Bo Friis"),
      makeMember(rt, workspace, "viewer", "Ida Holm"),
    ]);
    const given = { ...input(workspace), workspace: workspace.slug };
    for (const user of [agent, viewer]) {
      await expect(caller(user).target.set(given)).rejects.toMatchObject({ code: "FORBIDDEN" });
      expect((await caller(user).target.list({ workspace: workspace.slug })).targets).toEqual([]);
    }
    const { id } = await caller(manager).target.set(given);
    const end = { workspace: workspace.slug, targetId: id, version: 1, reason: "Over" };
    await expect(caller(viewer).target.end(end)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await caller(manager).target.end(end);
  });

  it("shows and changes nothing of another workspace", async () => {
    const [here, there] = [await makeWorkspace(rt, "Here"), await makeWorkspace(rt, "There")];
    const { id } = await set(there);
    expect((await list(here)).targets).toEqual([]);
    expect(await here.run((ctx) => targetsOn(ctx, {}))).toEqual([]);
    const change = {
      targetId: id,
      version: 1,
      goal: 50,
      minimum: 50,
      ownerId: here.owner.id,
      reason: "Ours",
    };
    const refused = { code: "NOT_FOUND" };
    await expect(here.run((ctx) => changeTarget(ctx, change))).rejects.toMatchObject(refused);
    await expect(
      here.run((ctx) => endTarget(ctx, { targetId: id, version: 1, reason: "Ours" })),
    ).rejects.toMatchObject(refused);
    expect((await list(there)).targets).toMatchObject([{ goal: 40, endedAt: null }]);
  });
});
