import { expect, it } from "vitest";
import { responseCountDeltas, responseCounts, surveys, surveyVersions } from "#db/schema/index.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeWorkspace } from "#server/test/factories.ts";
import { createSurvey } from "./create.ts";
import { publishSurvey } from "./publish.ts";
import { getSurvey, listSurveys, listSurveyVersions } from "./queries.ts";
import { CreateSurvey, PublishSurvey, UpdateSurvey } from "./schema.ts";
import { updateSurvey } from "./update.ts";

const rt = await testRuntime();
const words = { tone: "informal", texts: {}, drivers: [] };
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
    fjordline.run((ctx) =>
      publishSurvey(ctx, PublishSurvey.parse({ surveyId: id, draft: { ...words, ...input } })),
    );

  await change({ texts: { sv: { question: "Skulle du?", intro: " " }, da: { subject: "" } } });
  await fjordline.run((ctx) => updateSurvey(ctx, UpdateSurvey.parse({ surveyId: id, name: "Yearly" })));
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
    fjordline.run((ctx) =>
      publishSurvey(ctx, PublishSurvey.parse({ surveyId: id, draft: { ...words, ...input } })),
    );
  const texts = { sv: { question: "Skulle du?" } };
  await change({ texts, drivers: [price, speed] });
  await change({ texts, drivers: [speed, { id: "empty", labels: { sv: " " } }] });
  await fjordline.run((ctx) => updateSurvey(ctx, UpdateSurvey.parse({ surveyId: id, name: "Yearly" })));
  expect(await fjordline.run((ctx) => getSurvey(ctx, { surveyId: id }))).toMatchObject({
    texts: { sv: { question: "Skulle du?" } },
    drivers: [speed, { ...price, retired: true }],
  });
});

it("words are a draft until they are published, and each publishing is a version that stays", async () => {
  const fjordline = await makeWorkspace(rt);
  const survey = await fjordline.run((ctx) =>
    createSurvey(ctx, CreateSurvey.parse({ name: "Relationship" })),
  );
  const surveyId = survey.id;
  const draft = (subject: string, over: object = {}) =>
    PublishSurvey.parse({ surveyId, draft: { ...words, texts: { sv: { subject } } }, ...over });
  const read = () => fjordline.run((ctx) => getSurvey(ctx, { surveyId }));

  await fjordline.run((ctx) => updateSurvey(ctx, draft("Ett")));
  expect(await read()).toMatchObject({ texts: {}, version: 1, draft: { texts: { sv: { subject: "Ett" } } } });
  await fjordline.run((ctx) => publishSurvey(ctx, draft("Ett")));
  await fjordline.run((ctx) => publishSurvey(ctx, draft("Ett")));
  expect(await read()).toMatchObject({ texts: { sv: { subject: "Ett" } }, version: 2, draft: null });
  await fjordline.run((ctx) =>
    publishSurvey(
      ctx,
      draft("Två", { draft: { ...words, tone: "formal", texts: { sv: { subject: "Två" } } } }),
    ),
  );
  await fjordline.run((ctx) => updateSurvey(ctx, draft("Tre")));
  const versions = await fjordline.run((ctx) => listSurveyVersions(ctx, { surveyId }));
  expect(versions).toMatchObject([
    { version: 3, changed: ["tone", "subject"], by: "Maja Berg", texts: { sv: { subject: "Två" } } },
    { version: 2, changed: ["subject"], texts: { sv: { subject: "Ett" } } },
    { version: 1, changed: [], texts: {} },
  ]);
  await fjordline.run((ctx) =>
    updateSurvey(
      ctx,
      PublishSurvey.parse({
        surveyId,
        draft: { ...words, tone: "formal", texts: { sv: { subject: "Två" } } },
      }),
    ),
  );
  expect(await read()).toMatchObject({ draft: null, version: 3 });

  const rewrite = fjordline.run((ctx) => ctx.db.update(surveyVersions).set({ texts: {} }));
  await expect(rewrite).rejects.toMatchObject({ cause: expect.objectContaining({ code: "42501" }) });
  const aside = fjordline.run((ctx) => ctx.db.update(surveys).set({ texts: { sv: { subject: "Fyra" } } }));
  await expect(aside).rejects.toThrow();
});

it("what a colleague changed meanwhile is not overwritten", async () => {
  const fjordline = await makeWorkspace(rt);
  const { id: surveyId, updatedAt } = await fjordline.run((ctx) =>
    createSurvey(ctx, CreateSurvey.parse({ name: "Relationship" })),
  );
  const input = (subject: string, seen: Date) =>
    PublishSurvey.parse({ surveyId, seen, draft: { ...words, texts: { sv: { subject } } } });
  rt.setNow(new Date(testNow.getTime() + 1_000));
  const saved = await fjordline.run((ctx) => updateSurvey(ctx, input("Ett", updatedAt)));
  rt.setNow(testNow);
  const late = fjordline.run((ctx) => publishSurvey(ctx, input("Två", updatedAt)));
  await expect(late).rejects.toMatchObject({ code: "CONFLICT" });
  await fjordline.run((ctx) => publishSurvey(ctx, input("Två", saved.updatedAt)));
  expect(await fjordline.run((ctx) => getSurvey(ctx, { surveyId }))).toMatchObject({ version: 2 });
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
  const stolen = PublishSurvey.parse({ surveyId: id, draft: words });
  await expect(nordlys.run((ctx) => publishSurvey(ctx, stolen))).rejects.toMatchObject(foreign);
  expect(await nordlys.run((ctx) => listSurveyVersions(ctx, { surveyId: id }))).toEqual([]);
  expect(await fjordline.run((ctx) => getSurvey(ctx, { surveyId: id }))).toMatchObject({
    name: "Relationship",
  });
});
