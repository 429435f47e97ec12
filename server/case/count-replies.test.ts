import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeSurvey, makeWorkspace } from "#server/test/factories.ts";
import { makeCase } from "#server/test/follow-up.ts";
import { makeTeam } from "#server/test/recovery.ts";
import { countInTime, countReplies } from "./count-replies.ts";
import { hasReply } from "./filter.ts";
import { listCases } from "./list.ts";
import { ListCases, replies } from "./schema.ts";

const rt = await testRuntime();
const fjordline = await makeWorkspace(rt, "Fjordline");
const nordlys = await makeWorkspace(rt, "Nordlys");

const hour = 3_600_000;
const after = (from: Date, hours: number) => new Date(from.getTime() + hours * hour);
const opened = (day: string) => new Date(`${day}T10:00:00Z`);

const { north, surveyId } = await fjordline.run(async (ctx) => {
  const survey = await makeSurvey(ctx);
  const team = await makeTeam(ctx, "North");
  const make = (day: string, replied: number | null, over: Partial<Parameters<typeof makeCase>[1]> = {}) =>
    makeCase(ctx, {
      openedAt: opened(day),
      dueAt: after(opened(day), 24),
      firstReplyAt: replied === null ? null : after(opened(day), replied),
      surveyId: survey.id,
      ...over,
    });
  await make("2026-11-02", 2, { state: "closed", teamId: team });
  await make("2026-11-03", 24, { state: "waiting", teamId: team });
  await make("2026-11-04", 25, { state: "open" });
  await make("2026-11-05", null, { state: "open", teamId: team });
  await make("2026-11-06", null, { state: "snoozed" });
  await make("2026-11-07", null, { state: "closed" });
  await make("2026-11-08", 4, { surveyId: undefined });
  await makeCase(ctx, { openedAt: testNow, dueAt: after(testNow, 24), surveyId: survey.id });
  return { north: team, surveyId: survey.id };
});

const count = (filter: Parameters<typeof countReplies>[1] = {}, workspace = fjordline) =>
  workspace.run((ctx) => countReplies(ctx, filter));

it("tells in time from late, leaves out who was called, and waits for what is not due", async () => {
  expect(await count()).toEqual({
    opened: 8,
    more: false,
    inTime: 3,
    late: 3,
    open: 6,
    overdue: 2,
    unwritten: 1,
    medianMinutes: 24 * 60,
  });
});

it("counts for a target what is in time, late and neither", async () => {
  const ofAll = (filter: object) => fjordline.run((ctx) => countInTime(ctx, filter));
  expect(await ofAll({})).toEqual({ inTime: 3, late: 3, pending: 1 });
  expect(await ofAll({ team: north })).toEqual({ inTime: 2, late: 1, pending: 0 });
});

it("tells of the newest 1,000 of more cases, and counts all that wait", async () => {
  const busy = await makeWorkspace(rt, "Busy");
  await busy.run(async (ctx) => {
    const old = { openedAt: opened("2026-06-01"), dueAt: opened("2026-06-02") };
    await makeCase(ctx, old);
    await ctx.db.execute(sql`
      INSERT INTO cases (workspace_id, id, state, opened_at, due_at, first_reply_at)
      SELECT ${ctx.workspaceId}, svar_new_id(), 'closed', at, at + interval '1 day', at + interval '90 minutes'
      FROM generate_series('2026-08-01'::timestamptz, '2026-08-05', interval '1 minute') AS at`);
  });
  expect(await count({}, busy)).toMatchObject({
    ...{ opened: 1_000, more: true, inTime: 1_000, late: 0, medianMinutes: 90, open: 1, overdue: 1 },
  });
  expect(await busy.run((ctx) => countInTime(ctx, {}))).toMatchObject({ inTime: 5_761, late: 1 });
});

it("has the median that a count by hand has, and none while more than half have had no reply", async () => {
  expect((await count({ to: "2026-11-03" })).medianMinutes).toBe(2 * 60);
  expect((await count({ from: "2026-11-04", to: "2026-11-04" })).medianMinutes).toBe(25 * 60);
  expect((await count({ from: "2026-11-04", to: "2026-11-06" })).medianMinutes).toBeNull();
  expect((await count({ from: "2026-11-23" })).medianMinutes).toBeNull();
});

it("takes the days of the workspace's calendar, both included, by when the case was opened", async () => {
  expect((await count({ from: "2026-11-03", to: "2026-11-04" })).opened).toBe(2);
  const night = new Date("2026-10-31T23:30:00Z");
  await nordlys.run((ctx) => makeCase(ctx, { openedAt: night, dueAt: after(night, 24) }));
  expect((await count({ from: "2026-11-01" }, nordlys)).opened).toBe(1);
  expect((await count({ to: "2026-10-31" }, nordlys)).opened).toBe(0);
});

it("follows everything that narrows answers, and leaves cases without one out then", async () => {
  expect(await count({ team: north })).toMatchObject({ opened: 3, inTime: 2, late: 1, open: 2, overdue: 1 });
  expect((await count({ survey: surveyId })).opened).toBe(7);
  expect((await count({ touchpoint: "Store" })).opened).toBe(0);
});

it("is what the list of cases shows for the same days, reply by reply", async () => {
  const figures = await count();
  const listed = async (query: object) =>
    (await fjordline.run((ctx) => listCases(ctx, ListCases.parse({ view: "all", ...query })))).cases.length;
  expect(await listed({ reply: "in_time" })).toBe(figures.inTime);
  expect(await listed({ reply: "late" })).toBe(figures.late);
  expect(await listed({ reply: "overdue", view: "open" })).toBe(figures.overdue);
  expect(await listed({ reply: "unwritten" })).toBe(figures.unwritten);
  expect(await listed({ view: "open", from: "2026-11-02", to: "2026-11-23" })).toBe(figures.open);
  expect(await listed({ reply: "in_time", team: north })).toBe(2);
  expect(await listed({ survey: surveyId, from: "2026-11-04" })).toBe(5);
});

it("counts every reply as a query written by hand does", async () => {
  const byHand: Record<string, string> = {
    replied: "first_reply_at IS NOT NULL",
    in_time: "first_reply_at IS NOT NULL AND due_at - first_reply_at >= interval '0'",
    late: `coalesce(first_reply_at, CASE WHEN state IN ('open', 'waiting', 'snoozed') AND due_at <= '2026-11-23T09:00Z'
      THEN 'infinity'::timestamptz END) > due_at`,
    overdue: `state::text = ANY ('{open,waiting,snoozed}') AND first_reply_at IS NULL AND due_at <= '2026-11-23T09:00Z'`,
    unwritten: "state = 'closed' AND first_reply_at IS NULL",
  };
  await fjordline.run(async (ctx) => {
    for (const reply of replies) {
      const [row] = await ctx.db.execute<{ ours: number; theirs: number }>(sql`
        SELECT (count(*) FILTER (WHERE ${hasReply(ctx, reply)}))::int AS ours,
          (count(*) FILTER (WHERE ${sql.raw(byHand[reply]!)}))::int AS theirs
        FROM cases WHERE workspace_id = ${ctx.workspaceId}`);
      expect(row!.ours, reply).toBe(row!.theirs);
    }
  });
});

it("counts nothing of another workspace", async () => {
  expect((await count({ from: "2026-11-02" }, nordlys)).opened).toBe(0);
  expect((await count({ team: north }, nordlys)).opened).toBe(0);
});
