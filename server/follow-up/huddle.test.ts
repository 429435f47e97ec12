import { describe, expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { cases, promiseChanges, promises, recoveryAnswers, responses } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeContact, makeSurvey, makeWorkspace } from "#server/test/factories.ts";
import { makeCase } from "#server/test/follow-up.ts";
import { makeAnsweredCheck, makeTeam } from "#server/test/recovery.ts";
import { dayAfter } from "#server/working-time/rules.ts";
import { nothingPromised } from "./count-promises.ts";
import { getHuddle } from "./huddle.ts";
import { FiguresView } from "./schema.ts";

const rt = await testRuntime();
const fjordline = await makeWorkspace(rt, "Fjordline");
const nordlys = await makeWorkspace(rt, "Nordlys");
const hour = 3_600_000;
const week = FiguresView.parse({ period: "7d" });

async function answer(ctx: Ctx, name: string, over: Partial<typeof responses.$inferInsert>) {
  const survey = await makeSurvey(ctx);
  const contact = await makeContact(rt, ctx, name);
  const id = newId();
  const answeredAt = over.answeredAt ?? new Date(testNow.getTime() - 24 * hour);
  await ctx.db.insert(responses).values({
    ...{ workspaceId: ctx.workspaceId, id, surveyId: survey.id, contactId: contact.id, score: 2 },
    ...{ evidence: "confirmed", channel: "email", locale: "en", updatedAt: answeredAt, ...over, answeredAt },
  });
  return { responseId: id, contactId: contact.id };
}

const north = await fjordline.run(async (ctx) => {
  const teamId = await makeTeam(ctx, "North");
  const anna = await answer(ctx, "Anna Lind", { teamId, comment: "Late again." });
  await answer(ctx, "Bo Berg", { teamId, score: 10, comment: "So friendly." });
  await answer(ctx, "Cia Dahl", { comment: "Nobody answers." });
  await answer(ctx, "Eva Fors", { teamId, comment: "Twice now." });
  await answer(ctx, "Dan Ek", {
    ...{ teamId, comment: "Long ago." },
    answeredAt: new Date(testNow.getTime() - 30 * 24 * hour),
  });
  const own = { workspaceId: ctx.workspaceId };
  const openedAt = new Date(testNow.getTime() - 30 * hour);
  await ctx.db
    .insert(cases)
    .values({ ...own, id: newId(), ...anna, state: "open", openedAt, dueAt: openedAt });
  const { checkId } = await makeAnsweredCheck(ctx, { answers: ["yes"], teamId });
  await ctx.db.insert(recoveryAnswers).values({
    ...{ ...own, checkId, version: 2, answer: "partly", comment: "One crate came.", givenAt: testNow },
  });
  await makeAnsweredCheck(ctx, { answers: ["no", "yes"], teamId });
  return teamId;
});

it("a team talks about its own week: who waits, who says it is not solved, and what the others wrote", async () => {
  const pack = await fjordline.run((ctx) => getHuddle(ctx, { ...week, team: north }));
  expect(pack.waiting.map(({ contactName }) => contactName)).toEqual(["Anna Lind"]);
  expect(pack.unsolved).toMatchObject([{ answer: "partly", comment: "One crate came.", teamId: north }]);
  expect(pack.unhappy.map(({ comment }) => comment)).toEqual(["Twice now."]);
  expect(pack.happy.map(({ comment }) => comment)).toEqual(["So friendly."]);
  expect(pack.figures.whole).toMatchObject({ answered: 2, recovered: 1, partly: 1 });
  const all = await fjordline.run((ctx) => getHuddle(ctx, week));
  expect(all.unhappy.map(({ contactName }) => contactName).sort()).toEqual(["Cia Dahl", "Eva Fors"]);
});

describe("what was promised", () => {
  const at = (days: number, hours = 0) => new Date(testNow.getTime() + days * 24 * hour + hours * hour);
  const on = (days: number) => dayAfter("2026-11-23", days);

  it("is told by team: made, kept by its day, later or not yet, and what is to be kept next", async () => {
    const nordlys = await makeWorkspace(rt, "Nordlys");
    const south = await nordlys.run(async (ctx) => {
      const teamId = await makeTeam(ctx, "South");
      await makeTeam(ctx, "West");
      const survey = await makeSurvey(ctx);
      const opened = { openedAt: at(-20), dueAt: at(-19), state: "closed" as const, surveyId: survey.id };
      const ours = await makeCase(ctx, { ...opened, teamId });
      const theirs = await makeCase(ctx, opened);
      const note = async (caseId: string, over: Partial<typeof promises.$inferInsert>) => {
        const id = newId();
        const promise = { workspaceId: ctx.workspaceId, id, caseId, text: "I will call", dueOn: on(-2) };
        await ctx.db.insert(promises).values({ ...promise, madeAt: at(-3), ...over });
        return id;
      };
      await note(ours, { endedAs: "kept", endedAt: at(-2, 5) });
      await note(ours, { endedAs: "kept", endedAt: at(-1) });
      await note(ours, { endedAs: "withdrawn", endedAt: at(-1) });
      const moved = await note(ours, { text: "I will write", dueOn: on(-1), madeAt: at(-12) });
      await ctx.db.insert(promiseChanges).values({
        ...{ workspaceId: ctx.workspaceId, id: newId(), promiseId: moved, kind: "moved", dueOn: on(-1) },
        changedAt: at(-4),
      });
      await note(ours, { dueOn: on(3), endedAs: "kept", endedAt: at(-1) });
      await note(theirs, { text: "I will send it", dueOn: on(0) });
      await note(theirs, { text: "Far away", dueOn: on(8) });
      return teamId;
    });
    const { promised } = await nordlys.run((ctx) => getHuddle(ctx, week));
    expect(promised.whole).toMatchObject({
      ...{ made: 6, inTime: 1, late: 1, missed: 1, moved: 1, open: 3, overdue: 1 },
    });
    expect(
      promised.teams.map(({ name, counts }) => [name, counts.made, counts.open, counts.overdue]),
    ).toEqual([
      ["South", 4, 1, 1],
      [null, 2, 2, 0],
    ]);
    expect(promised.next.map(({ text }) => text)).toEqual(["I will write", "I will send it"]);
    const own = await nordlys.run((ctx) => getHuddle(ctx, { ...week, team: south }));
    expect(own.promised.whole).toMatchObject({ made: 4, open: 1 });
    expect(own.promised.next.map(({ text }) => text)).toEqual(["I will write"]);
  });

  it("is nothing in a workspace without promises, whatever others promised", async () => {
    const { promised } = await fjordline.run((ctx) => getHuddle(ctx, week));
    expect(promised).toMatchObject({ whole: nothingPromised, teams: [], next: [] });
  });
});

it("another workspace has nothing of it to talk about", async () => {
  for (const team of [undefined, north]) {
    const pack = await nordlys.run((ctx) => getHuddle(ctx, { ...week, team }));
    expect([pack.waiting, pack.unsolved, pack.unhappy, pack.happy]).toEqual([[], [], [], []]);
  }
});
