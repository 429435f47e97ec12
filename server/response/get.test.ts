import { expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { responses, responseVersions } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeContact, makeSurvey, makeWorkspace } from "#server/test/factories.ts";
import { exportPart, listAttributes } from "./export.ts";
import { getResponse } from "./get.ts";
import { ExportResponses } from "./schema.ts";

const rt = await testRuntime();
const fjordline = await makeWorkspace(rt, "Fjordline");
const nordlys = await makeWorkspace(rt, "Nordlys");

async function answer(ctx: Ctx, contactId: string, over: Partial<typeof responses.$inferInsert> = {}) {
  const survey = await makeSurvey(ctx, { drivers: [{ id: "price", labels: { en: "Price" } }] });
  const id = newId();
  await ctx.db.insert(responses).values({
    workspaceId: ctx.workspaceId,
    id,
    surveyId: survey.id,
    contactId,
    score: 7,
    comment: "Leveransen kom",
    drivers: ["price"],
    evidence: "imported",
    channel: "import",
    locale: "sv",
    answeredAt: ctx.now,
    updatedAt: ctx.now,
    ...over,
  });
  return id;
}

it("an answer comes with its versions, its case, what the customer said besides, and marks", async () => {
  const { id, other } = await fjordline.run(async (ctx) => {
    const anna = await makeContact(rt, ctx, "Anna Lind");
    const id = await answer(ctx, anna.id, { version: 2 });
    await ctx.db.insert(responseVersions).values({
      workspaceId: ctx.workspaceId,
      responseId: id,
      version: 1,
      score: 3,
      drivers: ["price"],
      givenAt: testNow,
    });
    await answer(ctx, anna.id, { withdrawnAt: testNow });
    const bo = await makeContact(rt, ctx, "Bo Ek");
    await answer(ctx, bo.id);
    return { id, other: await answer(ctx, anna.id, { score: 10, answeredAt: new Date(0) }) };
  });
  const found = await fjordline.run((ctx) => getResponse(ctx, { responseId: id, q: "leverans anna" }));
  expect(found).toMatchObject({
    contactName: "Anna Lind",
    case: null,
    drivers: [{ id: "price", label: "Price" }],
    versions: [{ version: 1, score: 3, drivers: [{ label: "Price" }] }],
    others: [{ id: other, score: 10 }],
    marks: { comment: [[0, 10]], contactName: [[0, 4]] },
  });
  expect(found.response).not.toHaveProperty("words");
  expect(found.response).not.toHaveProperty("pageNonce");
  const plain = await fjordline.run((ctx) => getResponse(ctx, { responseId: id }));
  expect(plain.marks).toBeNull();
  await expect(nordlys.run((ctx) => getResponse(ctx, { responseId: id }))).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});

it("a file has the answers of the filter or those selected, part by part, and never another workspace's", async () => {
  const ids = await nordlys.run(async (ctx) => {
    const anna = await makeContact(rt, ctx, "Anna Lind");
    const made = [];
    for (const score of [1, 9, 10])
      made.push(
        await answer(ctx, anna.id, { score, attributes: score === 9 ? { Unit: "A" } : { Country: "SE" } }),
      );
    return made;
  });
  const file = (input: object, from = nordlys) =>
    from.run(async (ctx) => {
      const asked = ExportResponses.parse(input);
      const scores = [];
      for (let cursor: string | null = null; ; ) {
        const { rows, next } = await exportPart(ctx, asked, cursor, 2);
        scores.push(...rows.map(({ score }) => score));
        if (!next) return { scores, attributes: await listAttributes(ctx, asked) };
        cursor = next;
      }
    });
  expect(await file({ sort: "highest" })).toEqual({ scores: [10, 9, 1], attributes: ["Country", "Unit"] });
  expect(await file({ group: "promoter", sort: "lowest" })).toMatchObject({ scores: [9, 10] });
  expect(await file({ q: "leverans", score: "1" })).toEqual({ scores: [1], attributes: ["Country"] });
  expect(await file({ id: ids[1], group: "detractor" })).toEqual({ scores: [9], attributes: ["Unit"] });
  expect(await file({ id: ids }, fjordline)).toEqual({ scores: [], attributes: [] });
  expect(ExportResponses.safeParse({ id: ["x"] }).success).toBe(false);
  expect(ExportResponses.safeParse({ id: Array.from({ length: 201 }, () => ids[0]) }).success).toBe(false);
});
