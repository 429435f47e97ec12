import { expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { cases, recoveryAnswers, responses } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeContact, makeSurvey, makeWorkspace } from "#server/test/factories.ts";
import { makeAnsweredCheck, makeTeam } from "#server/test/recovery.ts";
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

it("another workspace has nothing of it to talk about", async () => {
  for (const team of [undefined, north]) {
    const pack = await nordlys.run((ctx) => getHuddle(ctx, { ...week, team }));
    expect([pack.waiting, pack.unsolved, pack.unhappy, pack.happy]).toEqual([[], [], [], []]);
  }
});
