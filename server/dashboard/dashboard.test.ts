import { describe, expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { responses } from "#db/schema/index.ts";
import { considerWaiting } from "#server/case/consider-waiting.ts";
import type { Ctx } from "#server/context.ts";
import { withToken, withTokenAtOnce } from "#server/entry.ts";
import { total } from "#server/nps/groups.ts";
import { countResponses, pooled } from "#server/response/count.ts";
import { countBy } from "#server/response/count-by.ts";
import { listResponses } from "#server/response/list.ts";
import { recordResponse } from "#server/response/record.ts";
import { recountResponses } from "#server/response/recount.ts";
import { ListResponses } from "#server/response/schema.ts";
import { withdrawResponse } from "#server/response/withdraw.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeInvitation, makeSurvey, makeWorkspace, type TestWorkspace } from "#server/test/factories.ts";
import { makeCase } from "#server/test/follow-up.ts";
import { makeAnsweredCheck, makeTeam } from "#server/test/recovery.ts";
import { npsFigures } from "./figures.ts";
import { getHeadline } from "./headline.ts";
import { getDashboard, latestAnswerDay } from "./queries.ts";
import { DashboardView } from "./schema.ts";

const rt = await testRuntime();
const day = 86_400_000;

type Given = { score: number; daysAgo: number; country?: string };

/** Past answers straight into the table, and counted. */
async function history(workspace: TestWorkspace, given: Given[], surveyId?: string) {
  return workspace.run(async (ctx) => {
    const survey = surveyId ?? (await makeSurvey(ctx)).id;
    await ctx.db.insert(responses).values(given.map((one) => rowOf(ctx, survey, one)));
    await recountResponses(ctx);
    return survey;
  });
}

function rowOf(ctx: Ctx, surveyId: string, { score, daysAgo, country }: Given) {
  const at = new Date(testNow.getTime() - daysAgo * day);
  const attributes: Record<string, string> = country
    ? { Country: country, Reference: `${daysAgo}/${score}` }
    : {};
  return {
    workspaceId: ctx.workspaceId,
    id: newId(at.getTime()),
    surveyId,
    score,
    evidence: "imported" as const,
    channel: "import" as const,
    locale: "en",
    attributes,
    answeredAt: at,
    updatedAt: at,
  };
}

const times = (count: number, given: Given): Given[] => Array.from({ length: count }, () => given);
const view = (workspace: TestWorkspace, choice: Record<string, unknown> = {}) =>
  workspace.run((ctx) => getDashboard(ctx, DashboardView.parse(choice)));

describe("the dashboard", () => {
  it("counts the period, and compares it with as many days before", async () => {
    const workspace = await makeWorkspace(rt);
    await history(workspace, [
      ...times(500, { score: 10, daysAgo: 10 }),
      ...times(300, { score: 8, daysAgo: 40 }),
      ...times(200, { score: 0, daysAgo: 89 }),
      ...times(450, { score: 9, daysAgo: 90 }),
      ...times(300, { score: 7, daysAgo: 120 }),
      ...times(250, { score: 6, daysAgo: 179 }),
      ...times(1_000, { score: 10, daysAgo: 180 }),
    ]);
    const found = await view(workspace);
    expect(found.counts).toEqual({ detractors: 200, passives: 300, promoters: 500 });
    expect(found.before).toEqual({ detractors: 250, passives: 300, promoters: 450 });
    expect(found.verdict).toEqual({ kind: "up", nps: 30, points: 10 });
    expect((await view(workspace, { period: "all" })).counts.promoters).toBe(1_950);
  });

  it("draws the trend week by week without gaps, each beside its like before", async () => {
    const workspace = await makeWorkspace(rt);
    await history(workspace, [
      ...times(12, { score: 10, daysAgo: 0 }),
      ...times(2, { score: 3, daysAgo: 21 }),
      ...times(11, { score: 8, daysAgo: 30 }),
    ]);
    const { trend, bucket } = await view(workspace, { period: "30d" });
    expect(bucket).toBe("week");
    expect(trend).toEqual([
      { start: "2026-11-02", counts: { detractors: 2, passives: 0, promoters: 0 }, before: null },
      { start: "2026-11-09", counts: { detractors: 0, passives: 0, promoters: 0 }, before: null },
      { start: "2026-11-16", counts: { detractors: 0, passives: 0, promoters: 0 }, before: null },
      {
        start: "2026-11-23",
        counts: { detractors: 0, passives: 0, promoters: 12 },
        before: { detractors: 0, passives: 11, promoters: 0 },
      },
    ]);
  });

  it("has by an attribute what a count of those answers by hand has", async () => {
    const workspace = await makeWorkspace(rt);
    await history(workspace, [
      ...times(3, { score: 10, daysAgo: 1, country: "Norway" }),
      ...times(2, { score: 2, daysAgo: 2, country: "Norway" }),
      ...times(4, { score: 9, daysAgo: 100, country: "Norway" }),
      ...times(7, { score: 8, daysAgo: 1, country: "Sweden" }),
    ]);
    const found = await view(workspace, { where: "is.Country.Norway" });
    expect(found.counts).toEqual({ detractors: 2, passives: 0, promoters: 3 });
    expect(found.before).toEqual({ detractors: 0, passives: 0, promoters: 4 });
    expect(found.newest.map(({ attributes }) => attributes.Country)).toEqual(Array(5).fill("Norway"));
    const all = await view(workspace, {});
    expect(found.asked).toBeNull();
    const detractors = await view(workspace, { group: "detractor" });
    expect(detractors.counts).toEqual({ detractors: 2, passives: 7, promoters: 3 });
    expect(detractors.verdict).toMatchObject({ kind: "group", group: "detractor" });
    expect(detractors.newest.map(({ score }) => score)).toEqual([2, 2]);
    expect(detractors.asked).toEqual(all.asked);
    expect(found.choices).toEqual([
      {
        dimension: "attribute:Country",
        values: [
          { value: "Norway", name: null },
          { value: "Sweden", name: null },
        ],
        more: false,
      },
      {
        dimension: "attribute:Reference",
        values: ["1/10", "1/8", "100/9", "2/2"].map((value) => ({ value, name: null })),
        more: false,
      },
      { dimension: "channel", values: [{ value: "import", name: null }], more: false },
      { dimension: "language", values: [{ value: "en", name: null }], more: false },
    ]);
  });

  it("keeps surveys apart", async () => {
    const workspace = await makeWorkspace(rt);
    const one = await history(workspace, times(3, { score: 10, daysAgo: 1 }));
    await history(workspace, times(5, { score: 1, daysAgo: 1 }));
    expect((await view(workspace, { survey: one })).counts).toEqual({
      detractors: 0,
      passives: 0,
      promoters: 3,
    });
    expect((await view(workspace)).counts.detractors).toBe(5);
    expect((await view(workspace)).surveys).toHaveLength(2);
  });

  it("shows a new answer at once with its case, newest first", async () => {
    const workspace = await makeWorkspace(rt);
    await history(workspace, times(12, { score: 10, daysAgo: 1 }));
    const { token } = await makeInvitation(rt, workspace);
    await withTokenAtOnce(rt, "answer", token, (at, invitationNumber) =>
      recordResponse(at, { invitationNumber, score: 2, comment: "Late again" }),
    );
    await workspace.run((ctx) => considerWaiting(ctx, { most: 10 }));
    const found = await view(workspace);
    expect(found.counts.detractors).toBe(1);
    expect(found.newest).toHaveLength(8);
    expect(found.newest[0]).toMatchObject({
      score: 2,
      comment: "Late again",
      contactName: expect.stringContaining("Anna Lindqvist"),
      case: { state: "open" },
    });
    expect(found.newest[1]!.case).toBeNull();
  });

  it("knows when the newest answer came, for a view that has none", async () => {
    const workspace = await makeWorkspace(rt);
    expect(await workspace.run(latestAnswerDay)).toBeNull();
    await history(workspace, times(2, { score: 10, daysAgo: 700 }));
    expect((await view(workspace)).verdict).toEqual({ kind: "no_answers" });
    expect((await view(workspace)).trend).toEqual([]);
    expect(await workspace.run(latestAnswerDay)).toBe("2024-12-23");
  });

  it("tells how the cases of its answers are followed up, and who was won back", async () => {
    const workspace = await makeWorkspace(rt);
    const survey = await history(workspace, times(12, { score: 10, daysAgo: 1 }));
    const team = await workspace.run(async (ctx) => {
      const north = await makeTeam(ctx, "North");
      const openedAt = new Date(testNow.getTime() - 5 * day);
      const dueAt = new Date(testNow.getTime() - 4 * day);
      await makeCase(ctx, { openedAt, dueAt, firstReplyAt: dueAt, surveyId: survey, teamId: north });
      await makeCase(ctx, { openedAt, dueAt, surveyId: survey });
      await makeAnsweredCheck(ctx, { answers: ["yes"], at: dueAt, teamId: north });
      return north;
    });
    const followUp = async (choice: Record<string, unknown>) => (await view(workspace, choice)).followUp;
    expect(await followUp({})).toMatchObject({
      replies: { opened: 3, inTime: 1, late: 1, unwritten: 1, open: 2, overdue: 1 },
      recoveries: { answered: 1, recovered: 1 },
    });
    expect(await followUp({ team })).toMatchObject({
      replies: { opened: 2, inTime: 1, late: 0, open: 1 },
      recoveries: { answered: 1, recovered: 1 },
    });
    expect(await followUp({ survey })).toMatchObject({ replies: { opened: 2 }, recoveries: null });
  });

  it("says first, when that is read by itself, what the whole says", async () => {
    const [here, there] = [await makeWorkspace(rt, "Here"), await makeWorkspace(rt, "There")];
    const survey = await history(here, [
      ...times(30, { score: 10, daysAgo: 1, country: "Norway" }),
      ...times(14, { score: 3, daysAgo: 2, country: "Sweden" }),
      ...times(40, { score: 8, daysAgo: 100, country: "Norway" }),
    ]);
    for (const choice of [
      {},
      { survey },
      { group: "detractor" },
      { where: "is.Country.Norway" },
      { period: "30d", compare: "year" },
      { period: "all" },
      { from: "2026-11-01", to: "2026-11-26", compare: "none" },
    ]) {
      const asked = DashboardView.parse(choice);
      const { days, counts, before, compared, verdict } = await view(here, choice);
      expect(await here.run((ctx) => getHeadline(ctx, asked))).toEqual({
        ...{ days, counts, before, compared, verdict },
      });
      const elsewhere = await there.run((ctx) => getHeadline(ctx, asked));
      expect(total(elsewhere.counts)).toBe(0);
    }
  });

  it("sees nothing of another workspace", async () => {
    const [here, there] = [await makeWorkspace(rt, "Here"), await makeWorkspace(rt, "There")];
    const survey = await history(there, times(12, { score: 10, daysAgo: 1, country: "Norway" }));
    for (const choice of [{}, { survey }, { where: "is.Country.Norway" }, { period: "all" }]) {
      const found = await view(here, choice);
      expect(found).toMatchObject({
        verdict: { kind: "no_answers" },
        newest: [],
        surveys: [],
        choices: [],
        parts: null,
        mentions: [],
      });
    }
    expect(await here.run((ctx) => npsFigures(ctx, { survey }))).toMatchObject({ n: 0, nps: null });
  });
});

describe("the figures of the API", () => {
  it("are counts, the score and its interval, with the days both included", async () => {
    const workspace = await makeWorkspace(rt);
    await history(workspace, [
      ...times(20, { score: 6, daysAgo: 3 }),
      ...times(40, { score: 7, daysAgo: 2 }),
      ...times(40, { score: 9, daysAgo: 1 }),
      ...times(9, { score: 0, daysAgo: 4 }),
    ]);
    const figures = (query: Parameters<typeof npsFigures>[1]) =>
      workspace.run((ctx) => npsFigures(ctx, query));
    expect(await figures({ from: "2026-11-20", to: "2026-11-22" })).toEqual({
      n: 100,
      promoters: 40,
      passives: 40,
      detractors: 20,
      nps: 20,
      low: 4.97,
      high: 33.86,
      provisional: 0,
      notInvited: 0,
    });
    expect(await figures({ from: "2026-11-24" })).toEqual({
      n: 0,
      promoters: 0,
      passives: 0,
      detractors: 0,
      nps: null,
      low: null,
      high: null,
      provisional: 0,
      notInvited: 0,
    });
  });
});

describe("a view of one group", () => {
  it("has the counts of all, and says the group's share of them", async () => {
    const workspace = await makeWorkspace(rt);
    await history(workspace, [
      ...times(30, { score: 10, daysAgo: 1, country: "Norway" }),
      ...times(10, { score: 3, daysAgo: 1, country: "Sweden" }),
      ...times(60, { score: 8, daysAgo: 1, country: "Sweden" }),
      ...times(40, { score: 2, daysAgo: 100, country: "Sweden" }),
      ...times(60, { score: 10, daysAgo: 100, country: "Sweden" }),
    ]);
    const found = await view(workspace, { group: "detractor", cut: "attribute:Country" });
    expect(found.counts).toEqual({ detractors: 10, passives: 60, promoters: 30 });
    expect(found.verdict).toEqual({
      kind: "group",
      group: "detractor",
      now: { count: 10, of: 100 },
      before: { count: 40, of: 100 },
      change: "down",
    });
    expect(found.newest.map(({ score }) => score)).toEqual(Array(8).fill(3));
    const sweden = found.parts!.segments.find(({ value }) => value === "Sweden");
    expect(sweden).toMatchObject({
      counts: { detractors: 10, passives: 60, promoters: 0 },
      before: { detractors: 40, passives: 0, promoters: 60 },
    });
  });

  it("counts the same from the counters as from the answers", async () => {
    const workspace = await makeWorkspace(rt);
    await history(workspace, [
      ...times(5, { score: 10, daysAgo: 1, country: "Norway" }),
      ...times(3, { score: 7, daysAgo: 1, country: "Norway" }),
      ...times(2, { score: 0, daysAgo: 1, country: "Sweden" }),
    ]);
    for (const group of ["detractor", "passive", "promoter"] as const) {
      const by = (filter: object) =>
        workspace.run(async (ctx) => pooled(await countResponses(ctx, { group, ...filter }, "month")));
      const parts = await workspace.run((ctx) => countBy(ctx, { group }, "attribute:Country"));
      const listed = await workspace.run((ctx) => listResponses(ctx, ListResponses.parse({ group })));
      const counted = await by({});
      expect(total(counted)).toBe(listed.responses.length);
      expect(counted[`${group}s`]).toBe(listed.responses.length);
      expect(await by({ where: ["contains.Country.e", "not.Country.Denmark"] })).toEqual(
        await by({ where: ["is.Country.Sweden"] }),
      );
      expect(parts.reduce((sum, { counts }) => sum + total(counts), 0)).toBe(total(counted));
    }
  });
});

describe("what no figure has", () => {
  it("is counted beside them: taken back, and opened without being sent", async () => {
    const workspace = await makeWorkspace(rt);
    await history(workspace, times(3, { score: 10, daysAgo: 1 }));
    const { token } = await makeInvitation(rt, workspace);
    await withTokenAtOnce(rt, "answer", token, (at, invitationNumber) =>
      recordResponse(at, { invitationNumber, score: 2, comment: "" }),
    );
    await withToken(rt, "answer", token, withdrawResponse);
    const found = await view(workspace);
    expect(found).toMatchObject({ withdrawn: 1, setAside: 0, unsettled: 0 });
    expect(total(found.counts)).toBe(3);
    expect(await view(workspace, { group: "promoter" })).toMatchObject({ withdrawn: 0 });
  });
});
