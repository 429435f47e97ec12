import { expect, it } from "vitest";
import { responseCountDeltas, responseCounts } from "#db/schema/index.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeWorkspace } from "#server/test/factories.ts";
import { createSurvey } from "./create.ts";
import { getSurvey, listSurveys } from "./queries.ts";
import { CreateSurvey, UpdateSurvey } from "./schema.ts";
import { updateSurvey } from "./update.ts";

const rt = await testRuntime();
const nilId = "00000000-0000-0000-0000-000000000000";

it("a survey is made with defaults and listed with what came of it, newest first", async () => {
  const fjordline = await makeWorkspace(rt);
  await fjordline.run((ctx) => createSurvey(ctx, CreateSurvey.parse({ name: "Relationship" })));
  rt.setNow(new Date(testNow.getTime() + 1_000));
  const onboard = CreateSurvey.parse({ name: " On board ", touchpoint: "ferry", kind: "transactional" });
  await fjordline.run((ctx) => createSurvey(ctx, onboard));
  rt.setNow(testNow);

  expect(await fjordline.run(listSurveys)).toMatchObject([
    { name: "On board", touchpoint: "ferry", kind: "transactional", campaigns: 0, responses: 0 },
    { name: "Relationship", touchpoint: "", kind: "relationship", texts: {}, campaigns: 0, responses: 0 },
  ]);
});

it("answers are counted from folded and unfolded counters together", async () => {
  const fjordline = await makeWorkspace(rt);
  const counted = await fjordline.run(async (ctx) => {
    const { id: surveyId } = await createSurvey(ctx, CreateSurvey.parse({ name: "Relationship" }));
    const where = { workspaceId: ctx.workspaceId, surveyId, day: "2026-11-22", touchpoint: "" };
    const cell = { ...where, teamId: nilId, channel: "email", locale: "sv", score: 9 } as const;
    await ctx.db.insert(responseCounts).values({ ...cell, n: 40 });
    await ctx.db.insert(responseCountDeltas).values([
      { ...cell, delta: 1 },
      { ...cell, delta: 1 },
      { ...cell, delta: -1 },
    ]);
    return listSurveys(ctx);
  });
  expect(counted.map((survey) => survey.responses)).toEqual([41]);
});

it("what is changed is changed and the rest stays, empty texts falling back to ours", async () => {
  const fjordline = await makeWorkspace(rt);
  const { id } = await fjordline.run((ctx) =>
    createSurvey(ctx, CreateSurvey.parse({ name: "Relationship" })),
  );
  const change = (input: object) =>
    fjordline.run((ctx) => updateSurvey(ctx, UpdateSurvey.parse({ surveyId: id, ...input })));

  await change({ texts: { sv: { question: "Skulle du?", intro: " " }, da: { subject: "" } } });
  await change({ name: "Yearly" });
  expect(await fjordline.run((ctx) => getSurvey(ctx, { surveyId: id }))).toMatchObject({
    name: "Yearly",
    kind: "relationship",
    texts: { sv: { question: "Skulle du?" } },
    companyName: "Fjordline",
    workspaceLocale: "en",
  });
});

it("reasons that are taken away stay for old answers, and the rest of the survey stays as it is", async () => {
  const fjordline = await makeWorkspace(rt);
  const { id } = await fjordline.run((ctx) =>
    createSurvey(ctx, CreateSurvey.parse({ name: "Relationship" })),
  );
  const price = { id: "price", labels: { sv: "Pris" } };
  const speed = { id: "speed", labels: { sv: "Fart" } };
  const change = (input: object) =>
    fjordline.run((ctx) => updateSurvey(ctx, UpdateSurvey.parse({ surveyId: id, ...input })));
  await change({ texts: { sv: { question: "Skulle du?" } }, drivers: [price, speed] });
  await change({ drivers: [speed, { id: "empty", labels: { sv: " " } }] });
  await change({ name: "Yearly" });
  expect(await fjordline.run((ctx) => getSurvey(ctx, { surveyId: id }))).toMatchObject({
    texts: { sv: { question: "Skulle du?" } },
    drivers: [speed, { ...price, retired: true }],
  });
});

it("another workspace can neither see nor change it", async () => {
  const fjordline = await makeWorkspace(rt);
  const nordlys = await makeWorkspace(rt, "Nordlys");
  const { id } = await fjordline.run((ctx) =>
    createSurvey(ctx, CreateSurvey.parse({ name: "Relationship" })),
  );

  expect(await nordlys.run(listSurveys)).toEqual([]);
  const foreign = { code: "NOT_FOUND" };
  await expect(nordlys.run((ctx) => getSurvey(ctx, { surveyId: id }))).rejects.toMatchObject(foreign);
  await expect(
    nordlys.run((ctx) => updateSurvey(ctx, { surveyId: id, name: "Stolen" })),
  ).rejects.toMatchObject(foreign);
  expect(await fjordline.run((ctx) => getSurvey(ctx, { surveyId: id }))).toMatchObject({
    name: "Relationship",
  });
});
