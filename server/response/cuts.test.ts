import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { responseCuts, responses, uncountedAttributes } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { withTokenAtOnce } from "#server/entry.ts";
import { type Counts, groupOf } from "#server/nps/groups.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeInvitation, makeSurvey, makeWorkspace, type TestWorkspace } from "#server/test/factories.ts";
import { countResponses, pooled } from "./count.ts";
import { countBy } from "./count-by.ts";
import type { Dimension } from "./cuts.ts";
import { foldCounts } from "./fold-counts.ts";
import { listChoices } from "./list-choices.ts";
import { recordResponse } from "./record.ts";
import { recountResponses } from "./recount.ts";
import { ResponseFilter } from "./schema.ts";
import { mostCountedValues, stopCountingNames } from "./stop-counting.ts";
import { verifyCounts } from "./verify-counts.ts";

const rt = await testRuntime();

type Given = {
  score: number;
  drivers: string[];
  touchpoint: string;
  employee: string;
  locale: string;
  comment: string | null;
  attributes: Record<string, string>;
};

const given = fc.record(
  {
    score: fc.nat(10),
    drivers: fc.subarray(["price", "staff"]),
    touchpoint: fc.constantFrom("", "delivery", "support"),
    employee: fc.constantFrom("", "Bo Ek", "Åsa.Öberg"),
    locale: fc.constantFrom("en", "sv"),
    comment: fc.constantFrom(null, "Late"),
    attributes: fc.record(
      { Country: fc.constantFrom("Denmark", "Norway", ""), "Unit.No": fc.constantFrom("1.5", "100%") },
      { requiredKeys: [], noNullPrototype: true },
    ),
  },
  { noNullPrototype: true },
);

async function write(workspace: TestWorkspace, answers: readonly Given[]) {
  await workspace.run(async (ctx) => {
    const survey = await makeSurvey(ctx);
    await ctx.db.insert(responses).values(answers.map((one) => rowOf(ctx, survey.id, one)));
    await recountResponses(ctx);
  });
}

const rowOf = (ctx: Ctx, surveyId: string, one: Given) => ({
  ...one,
  workspaceId: ctx.workspaceId,
  id: newId(),
  surveyId,
  evidence: "imported" as const,
  channel: "import" as const,
  answeredAt: testNow,
  updatedAt: testNow,
});

function byHand(answers: readonly Given[]): Counts {
  const counts = { detractors: 0, passives: 0, promoters: 0 };
  for (const { score } of answers) counts[`${groupOf(score)}s`] += 1;
  return counts;
}

const counted = (workspace: TestWorkspace, filter: unknown) =>
  workspace.run(async (ctx) => pooled(await countResponses(ctx, ResponseFilter.parse(filter), "month")));

/** The counts of each part, by its value. */
const partsOf = (workspace: TestWorkspace, filter: unknown, dimension: Dimension) =>
  workspace.run(async (ctx) => {
    const parts = await countBy(ctx, ResponseFilter.parse(filter), dimension);
    return Object.fromEntries(parts.map(({ value, counts }) => [value, counts]));
  });

const handfuls = (parts: Record<string, readonly Given[]>) =>
  Object.fromEntries(
    Object.entries(parts).flatMap(([value, answers]) =>
      answers.length > 0 ? [[value, byHand(answers)]] : [],
    ),
  );

describe("counters by one thing and filters by several", () => {
  const filters: { filter: Record<string, unknown>; fits: (one: Given) => boolean }[] = [
    { filter: {}, fits: () => true },
    { filter: { touchpoint: "delivery" }, fits: (one) => one.touchpoint === "delivery" },
    { filter: { employee: "Åsa.Öberg" }, fits: (one) => one.employee === "Åsa.Öberg" },
    {
      filter: { touchpoint: "delivery", language: "sv" },
      fits: (one) => one.touchpoint === "delivery" && one.locale === "sv",
    },
    {
      filter: { touchpoint: "delivery", employee: "Bo Ek" },
      fits: (one) => one.touchpoint === "delivery" && one.employee === "Bo Ek",
    },
    { filter: { where: "is.Country.Denmark" }, fits: (one) => one.attributes.Country === "Denmark" },
    { filter: { where: "not.Country.Denmark" }, fits: (one) => one.attributes.Country !== "Denmark" },
    { filter: { where: "contains.Country.MARK" }, fits: (one) => one.attributes.Country === "Denmark" },
    { filter: { where: "is.Unit%2ENo.1.5" }, fits: (one) => one.attributes["Unit.No"] === "1.5" },
    { filter: { where: "contains.Unit%2ENo.%" }, fits: (one) => one.attributes["Unit.No"] === "100%" },
    {
      filter: { where: ["is.Country.Norway", "is.Unit%2ENo.100%"], language: "en" },
      fits: (one) =>
        one.attributes.Country === "Norway" && one.attributes["Unit.No"] === "100%" && one.locale === "en",
    },
    { filter: { commented: "yes" }, fits: (one) => one.comment !== null },
    { filter: { channel: "email" }, fits: () => false },
    { filter: { group: "detractor" }, fits: (one) => one.score <= 6 },
    {
      filter: { group: "passive", employee: "Bo Ek" },
      fits: (one) => groupOf(one.score) === "passive" && one.employee === "Bo Ek",
    },
    {
      filter: { group: "promoter", touchpoint: "delivery", language: "sv" },
      fits: (one) => one.score >= 9 && one.touchpoint === "delivery" && one.locale === "sv",
    },
    {
      filter: { group: "detractor", commented: "yes" },
      fits: (one) => one.score <= 6 && one.comment !== null,
    },
  ];

  it("agree with a count by hand, whatever the answers", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(given, { minLength: 1, maxLength: 30 }), async (answers) => {
        const workspace = await makeWorkspace(rt, "Cuts");
        await write(workspace, answers);
        for (const { filter, fits } of filters)
          expect(await counted(workspace, filter), JSON.stringify(filter)).toEqual(
            byHand(answers.filter(fits)),
          );
        for (const [filter, fits] of [
          [{}, () => true],
          [{ language: "sv" }, (one: Given) => one.locale === "sv"],
          [{ group: "promoter" }, (one: Given) => one.score >= 9],
          [{ group: "detractor", language: "sv" }, (one: Given) => one.score <= 6 && one.locale === "sv"],
          [{ where: ["not.Country.Norway"] }, (one: Given) => one.attributes.Country !== "Norway"],
        ] as const) {
          const parts = await workspace.run((ctx) =>
            countBy(ctx, ResponseFilter.parse(filter), "touchpoint"),
          );
          const values = ["delivery", "support"].flatMap((value) => {
            const mine = answers.filter((one) => fits(one) && one.touchpoint === value);
            return mine.length > 0 ? [{ value, name: null, counts: byHand(mine), before: null }] : [];
          });
          expect(parts).toHaveLength(values.length);
          expect(parts).toEqual(expect.arrayContaining(values));
        }
        for (const group of [undefined, "detractor", "promoter"] as const) {
          const where = { where: "is.Country.Norway", group };
          const inNorway = answers.filter(
            (one) => one.attributes.Country === "Norway" && (!group || groupOf(one.score) === group),
          );
          expect(await partsOf(workspace, where, "driver")).toEqual(
            handfuls({
              price: inNorway.filter(({ drivers }) => drivers.includes("price")),
              staff: inNorway.filter(({ drivers }) => drivers.includes("staff")),
            }),
          );
          expect(await partsOf(workspace, where, "channel")).toEqual(handfuls({ import: inNorway }));
          expect(await partsOf(workspace, where, "team")).toEqual({});
          expect(await partsOf(workspace, where, "language")).toEqual(
            handfuls({
              en: inNorway.filter(({ locale }) => locale === "en"),
              sv: inNorway.filter(({ locale }) => locale === "sv"),
            }),
          );
        }
        expect(await workspace.run(verifyCounts)).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  it("stay right when an answer changes its score and its reasons, folded or not", async () => {
    const workspace = await makeWorkspace(rt, "Reasons");
    const survey = await workspace.run((ctx) =>
      makeSurvey(ctx, {
        drivers: [
          { id: "price", labels: { en: "Price" } },
          { id: "staff", labels: { en: "Staff" } },
        ],
      }),
    );
    const { token } = await makeInvitation(rt, workspace, {
      surveyId: survey.id,
      touchpoint: "delivery",
      attributes: { Country: "Denmark" },
    });
    const give = (score: number, drivers: string[]) =>
      withTokenAtOnce(rt, "answer", token, (at, invitationNumber) =>
        recordResponse(at, { invitationNumber, score, comment: "", drivers }),
      );
    const reasons = () => workspace.run((ctx) => countBy(ctx, {}, "driver"));
    await give(3, ["price"]);
    expect(await reasons()).toEqual([
      { value: "price", name: "Price", counts: { detractors: 1, passives: 0, promoters: 0 }, before: null },
    ]);
    await workspace.run((ctx) => foldCounts(ctx));
    await give(3, ["staff"]);
    expect(await reasons()).toEqual([
      { value: "staff", name: "Staff", counts: { detractors: 1, passives: 0, promoters: 0 }, before: null },
    ]);
    await give(9, ["price", "staff"]);
    await workspace.run((ctx) => foldCounts(ctx));
    expect(await counted(workspace, { driver: "price" })).toEqual({
      detractors: 0,
      passives: 0,
      promoters: 1,
    });
    expect(await partsOf(workspace, { where: "is.Country.Denmark" }, "driver")).toEqual({
      price: { detractors: 0, passives: 0, promoters: 1 },
      staff: { detractors: 0, passives: 0, promoters: 1 },
    });
    expect(await partsOf(workspace, { where: "is.Country.Norway" }, "driver")).toEqual({});
    expect(await counted(workspace, { driver: "price", where: "is.Country.Denmark" })).toEqual({
      detractors: 0,
      passives: 0,
      promoters: 1,
    });
    expect(await workspace.run(verifyCounts)).toEqual([]);
    const choices = await workspace.run(listChoices);
    expect(choices.find(({ dimension }) => dimension === "driver")?.values).toEqual([
      { value: "price", name: "Price" },
      { value: "staff", name: "Staff" },
    ]);
  });

  it("do not count by an attribute that is a name, and find its answers all the same", async () => {
    const workspace = await makeWorkspace(rt, "Names");
    const answers = Array.from(
      { length: mostCountedValues + 1 },
      (_, n): Given => ({
        score: n % 11,
        drivers: ["price"],
        touchpoint: "",
        employee: "",
        locale: "en",
        comment: null,
        attributes: { Order: `${n}`, Country: n % 2 ? "Denmark" : "Norway" },
      }),
    );
    await write(workspace, answers);
    const elsewhere = await makeWorkspace(rt, "Elsewhere");
    expect(await elsewhere.run(stopCountingNames)).toEqual([]);
    expect(await workspace.run(stopCountingNames)).toEqual(["Order"]);
    expect(await workspace.run(stopCountingNames)).toEqual([]);
    expect(await workspace.run((ctx) => ctx.db.select().from(uncountedAttributes))).toHaveLength(1);
    expect(await counted(workspace, { where: "is.Order.10" })).toEqual(byHand([answers[10]!]));
    expect(await partsOf(workspace, { where: "is.Order.10" }, "driver")).toEqual(
      handfuls({ price: [answers[10]!] }),
    );
    const left = await workspace.run((ctx) => ctx.db.select().from(responseCuts));
    expect(left.filter(({ dimension }) => dimension.includes("Order"))).toEqual([]);
    expect(left.some(({ dimension }) => dimension === "within driver 7:Country=Norway")).toBe(true);
    expect(await workspace.run(verifyCounts)).toEqual([]);
    expect(await workspace.run(recountResponses)).toBe(0);
    const offered = (await workspace.run(listChoices)).map(({ dimension }) => dimension);
    expect(offered).not.toContain("attribute:Order");
    expect(offered).toContain("attribute:Country");
  });

  it("are another workspace's own", async () => {
    const [here, there] = [await makeWorkspace(rt, "Here"), await makeWorkspace(rt, "There")];
    await write(there, [
      {
        ...{ score: 9, touchpoint: "delivery", employee: "", locale: "en", comment: null },
        ...{ drivers: ["price"], attributes: { Country: "Norway" } },
      },
    ]);
    expect(await here.run((ctx) => countBy(ctx, {}, "touchpoint"))).toEqual([]);
    expect(await partsOf(here, { where: "is.Country.Norway" }, "driver")).toEqual({});
    expect(await here.run(listChoices)).toEqual([]);
    expect(await here.run((ctx) => ctx.db.select().from(responseCuts))).toEqual([]);
  });
});
