import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { answerEvidence, responses, surveyLinks } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { withTokenAtOnce } from "#server/entry.ts";
import { releaseProvisional } from "#server/evidence/release.ts";
import { settleEvidence } from "#server/evidence/settle.ts";
import { type Counts, groupOf, NO_ANSWERS } from "#server/nps/groups.ts";
import { erasePerson } from "#server/own-data/erase.ts";
import { answerSurveyLink } from "#server/survey-link/answer.ts";
import { createSurveyLink } from "#server/survey-link/create.ts";
import { CreateSurveyLink } from "#server/survey-link/schema.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeInvitation, makeSurvey, makeWorkspace, type TestWorkspace } from "#server/test/factories.ts";
import { countResponses } from "./count.ts";
import { countAsked } from "./count-asked.ts";
import { countByEach } from "./count-by.ts";
import type { Dimension } from "./cuts.ts";
import { foldCounts } from "./fold-counts.ts";
import { recordResponse } from "./record.ts";
import { recountResponses } from "./recount.ts";
import { verifyCounts } from "./verify-counts.ts";
import { withdrawResponse } from "./withdraw.ts";

const rt = await testRuntime();

const people = 4;
const drivers = ["price", "staff"];
/** Copenhagen has another day than UTC by then. */
const lateInTheEvening = new Date("2026-11-23T23:30:00Z");

const person = fc.nat(people - 1);
const given = { score: fc.nat(10), drivers: fc.subarray(drivers) };
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("answer" as const), person, ...given }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("withdraw" as const), person }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("release" as const), person }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("erase" as const), person }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("link" as const), ...given }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom("settle", "fold", "recount", "read") }) },
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

it("whatever happens to answers at once, on several connections, the counters are those of a count from scratch", {
  timeout: 300_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(step, { minLength: 2, maxLength: 8 }), { minLength: 1, maxLength: 4 }),
      async (batches) => {
        const scene = await setScene();
        for (const batch of batches) await Promise.all(batch.map((one) => act(scene, one)));
        await expectRight(scene.workspace);
        await scene.workspace.run(foldCounts);
        await expectRight(scene.workspace);
        expect(await scene.workspace.run(recountResponses)).toBe(0);
      },
    ),
    { numRuns: 30 },
  );
});

/** Four people who were asked, two of whom opened a link with a number before, and a link for everybody. */
async function setScene() {
  const workspace = await makeWorkspace(rt, "Meanwhile");
  const survey = await workspace.run((ctx) =>
    makeSurvey(ctx, { drivers: drivers.map((id) => ({ id, labels: { en: id } })) }),
  );
  const link = await workspace.run(async (ctx) => {
    await createSurveyLink(ctx, CreateSurveyLink.parse({ surveyId: survey.id, kind: "link", name: "Shop" }));
    const [made] = await ctx.db.select().from(surveyLinks);
    return made!;
  });
  const asked: Awaited<ReturnType<typeof makeInvitation>>[] = [];
  for (let n = 0; n < people; n++) {
    const attributes = { Country: n % 2 ? "Denmark" : "Norway", Plan: `Plan ${n}` };
    const over = {
      surveyId: survey.id,
      employee: `Bo ${n}`,
      touchpoint: n % 2 ? "delivery" : "",
      attributes,
    };
    asked.push(await makeInvitation(rt, workspace, { ...over, sentAt: testNow }));
  }
  await workspace.run(async (ctx) => {
    await recountResponses(ctx);
    const trace = { workspaceId: ctx.workspaceId, score: 7, requested: [7], opened: 1 };
    await ctx.db.insert(answerEvidence).values([
      { ...trace, invitationId: asked[0]!.id, firstAt: testNow, lastAt: lateInTheEvening },
      {
        ...{ ...trace, invitationId: asked[1]!.id, firstAt: testNow, lastAt: testNow, settleAt: testNow },
        ...{ gestureAt: new Date(testNow.getTime() + 60_000), visibleMs: 20_000 },
      },
    ]);
  });
  return { workspace, asked, link };
}

type Scene = Awaited<ReturnType<typeof setScene>>;

async function act({ workspace, asked, link }: Scene, one: Step): Promise<void> {
  const run = <T>(work: (ctx: Ctx) => Promise<T>) => workspace.run(work);
  if (one.kind === "answer")
    await withTokenAtOnce(rt, "answer", asked[one.person]!.token, (at, invitationNumber) =>
      recordResponse(at, { invitationNumber, score: one.score, drivers: one.drivers, comment: "" }),
    );
  if (one.kind === "withdraw") await run((ctx) => withdrawResponse(ctx, asked[one.person]!.number));
  if (one.kind === "release")
    await run((ctx) => releaseProvisional(ctx, { invitationId: asked[one.person]!.id })).catch(ifGone);
  if (one.kind === "erase") await run((ctx) => erasePerson(ctx, asked[one.person]!.contactId));
  if (one.kind === "link")
    await run((ctx) =>
      answerSurveyLink(ctx, link.number, {
        ...{ score: one.score, drivers: one.drivers, comment: "", locale: "sv" },
        nonce: randomBytes(8).toString("hex"),
      }),
    );
  if (one.kind === "settle") await run((ctx) => settleEvidence(ctx, { most: 10 }));
  if (one.kind === "fold") await run(foldCounts);
  if (one.kind === "recount") await run(recountResponses);
  if (one.kind === "read") expect(await run(verifyCounts)).toEqual([]);
}

/** Somebody else may have decided or answered a moment ago. */
function ifGone(error: { code?: string }): void {
  if (error.code !== "NOT_FOUND" && error.code !== "CONFLICT") throw error;
}

/** Verified, and the same as what reading the answers one by one says. */
async function expectRight(workspace: TestWorkspace): Promise<void> {
  expect(await workspace.run(verifyCounts)).toEqual([]);
  await workspace.run(async (ctx) => {
    const answers = (await ctx.db.select().from(responses)).filter((one) => one.withdrawnAt === null);
    const days = await countResponses(ctx, {}, "day");
    expect(byName(days.map(({ start, counts }) => [start, counts]))).toEqual(
      byHand(answers, ({ answeredAt }) => [dayIn.format(answeredAt)]),
    );
    const { answered } = await countAsked(ctx, {});
    expect(answered).toBe(answers.filter(({ invitationId }) => invitationId).length);
    for (const [dimension, parts] of await countByEach(ctx, {}, null, [...ways.keys()]))
      expect(byName(parts.map(({ value, counts }) => [value, counts])), dimension).toEqual(
        byHand(answers, ways.get(dimension)!),
      );
  });
}

type Answer = typeof responses.$inferSelect;
type ValuesOf = (answer: Answer) => (string | null | undefined)[];

const dayIn = new Intl.DateTimeFormat("sv", { timeZone: "Europe/Copenhagen" });

const ways = new Map<Dimension, ValuesOf>([
  ["campaign", ({ campaignId }) => [campaignId]],
  ["touchpoint", ({ touchpoint }) => [touchpoint]],
  ["employee", ({ employee }) => [employee]],
  ["channel", ({ channel }) => [channel]],
  ["language", ({ locale }) => [locale]],
  ["driver", (answer) => answer.drivers],
  ["attribute:Country", ({ attributes }) => [attributes.Country]],
  ["attribute:Plan", ({ attributes }) => [attributes.Plan]],
]);

function byHand(answers: readonly Answer[], valuesOf: ValuesOf): Record<string, Counts> {
  const counts: Record<string, Counts> = {};
  for (const answer of answers)
    for (const value of valuesOf(answer)) {
      if (!value) continue;
      counts[value] ??= { ...NO_ANSWERS };
      counts[value][`${groupOf(answer.score)}s`] += 1;
    }
  return counts;
}

const byName = (pairs: [string, Counts][]): Record<string, Counts> => Object.fromEntries(pairs);
