import { expect, it } from "vitest";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeWorkspace } from "#server/test/factories.ts";
import { createSurvey } from "./create.ts";
import { getSurvey, listSurveys } from "./queries.ts";
import { CreateSurvey, UpdateSurvey } from "./schema.ts";
import { updateSurvey } from "./update.ts";

const rt = await testRuntime();

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
