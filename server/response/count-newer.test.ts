import { expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { responses } from "#db/schema/index.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeSurvey, makeWorkspace, type TestWorkspace } from "#server/test/factories.ts";
import { countNewer, mostNewer } from "./count-newer.ts";
import { CountNewer } from "./schema.ts";

const rt = await testRuntime();

/** Answers given `seconds` after the tests' beginning, and the newest of them as a reader has seen it. */
async function answer(workspace: TestWorkspace, ...given: Partial<typeof responses.$inferInsert>[]) {
  return workspace.run(async (ctx) => {
    const survey = await makeSurvey(ctx);
    const rows = given.map((one) => ({
      ...{ workspaceId: ctx.workspaceId, id: newId(), surveyId: survey.id, score: 9, locale: "en" },
      ...{
        evidence: "confirmed" as const,
        channel: "link" as const,
        answeredAt: testNow,
        updatedAt: testNow,
      },
      ...one,
    }));
    await ctx.db.insert(responses).values(rows);
    return { survey, seen: `${rows.at(-1)!.answeredAt.toISOString()}_${rows.at(-1)!.id}` };
  });
}
const after = (seconds: number) => new Date(testNow.getTime() + seconds * 1_000);
const count = async (workspace: TestWorkspace, input: object) =>
  (await workspace.run((ctx) => countNewer(ctx, CountNewer.parse(input)))).n;

it("counts the answers that came after the newest one seen, at the same moment too", async () => {
  const workspace = await makeWorkspace(rt);
  const { seen } = await answer(workspace, { answeredAt: after(0) }, { answeredAt: after(5) });
  expect(await count(workspace, { after: seen })).toBe(0);
  await answer(workspace, { answeredAt: after(4) }, { answeredAt: after(5) }, { answeredAt: after(6) });
  expect(await count(workspace, { after: seen })).toBe(2);
});

it("counts only those that the filter lets through, and none that was withdrawn", async () => {
  const workspace = await makeWorkspace(rt);
  const { seen } = await answer(workspace, {});
  const { survey } = await answer(
    workspace,
    { answeredAt: after(1), comment: "The till was closed.", score: 2 },
    { answeredAt: after(2), comment: "Fine." },
    { answeredAt: after(3) },
    { answeredAt: after(4), comment: "Taken back.", withdrawnAt: after(5) },
  );
  expect(await count(workspace, { after: seen })).toBe(3);
  expect(await count(workspace, { after: seen, commented: "yes" })).toBe(2);
  expect(await count(workspace, { after: seen, group: "detractor" })).toBe(1);
  expect(await count(workspace, { after: seen, q: "till" })).toBe(1);
  expect(await count(workspace, { after: seen, survey: survey.id, to: "2026-11-22" })).toBe(0);
});

it("still counts when the newest one seen is gone, and says no more than that there are many", async () => {
  const workspace = await makeWorkspace(rt);
  const gone = `${testNow.toISOString()}_${newId()}`;
  await answer(workspace, ...Array.from({ length: 120 }, (_, at) => ({ answeredAt: after(at + 1) })));
  expect(await count(workspace, { after: gone })).toBe(mostNewer + 1);
});

it("counts nothing of another workspace", async () => {
  const [workspace, other] = [await makeWorkspace(rt), await makeWorkspace(rt, "Nordlys")];
  const { seen } = await answer(workspace, {});
  await answer(other, { answeredAt: after(1) });
  expect(await count(workspace, { after: seen })).toBe(0);
});

it.each(["", "now", "2026-11-23T09:00:00Z", "2026-11-23T09:00:00Z_1"])(
  "refuses %j as the newest one seen",
  (text) => {
    expect(CountNewer.safeParse({ after: text }).success).toBe(false);
  },
);
