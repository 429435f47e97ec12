import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { responses } from "#db/schema/index.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeMember, makeSurvey, makeWorkspace, type TestWorkspace } from "#server/test/factories.ts";
import { chooseColumns, getColumns } from "./choose-columns.ts";
import { listResponses } from "./list.ts";
import { ListResponses, type Sort, sorts } from "./schema.ts";

const rt = await testRuntime();
const workspace = await makeWorkspace(rt, "Order");

type Given = { score: number; minute: number };

async function write(given: readonly Given[]): Promise<string> {
  return workspace.run(async (ctx) => {
    const survey = await makeSurvey(ctx);
    await ctx.db.insert(responses).values(
      given.map(({ score, minute }) => {
        const at = new Date(testNow.getTime() - minute * 60_000);
        return {
          workspaceId: ctx.workspaceId,
          id: newId(),
          surveyId: survey.id,
          score,
          evidence: "imported" as const,
          channel: "import" as const,
          locale: "en",
          answeredAt: at,
          updatedAt: at,
        };
      }),
    );
    return survey.id;
  });
}

async function turnedOver(from: TestWorkspace, filter: object, limit: number) {
  const rows = [];
  for (let cursor: string | null | undefined; ; ) {
    const input = ListResponses.parse({ ...filter, limit, cursor: cursor ?? undefined });
    const page = await from.run((ctx) => listResponses(ctx, input));
    rows.push(...page.responses);
    cursor = page.next;
    if (!cursor) return rows;
    expect(page.responses).toHaveLength(limit);
  }
}

const orders: Record<Sort, (one: Given, other: Given) => number> = {
  newest: (one, other) => one.minute - other.minute,
  oldest: (one, other) => other.minute - one.minute,
  lowest: (one, other) => one.score - other.score || one.minute - other.minute,
  highest: (one, other) => other.score - one.score || one.minute - other.minute,
};

describe("a list of answers", () => {
  it("has each answer once, in order, however many are on a page and however many came at one time", async () => {
    const given = fc.array(fc.record({ score: fc.nat(10), minute: fc.nat(3) }), {
      minLength: 1,
      maxLength: 25,
    });
    await fc.assert(
      fc.asyncProperty(
        given,
        fc.constantFrom(...sorts),
        fc.integer({ min: 1, max: 7 }),
        fc.constantFrom(undefined, "detractor", "promoter"),
        async (answers, sort, limit, group) => {
          const survey = await write(answers);
          const rows = await turnedOver(workspace, { survey, sort, group }, limit);
          const fits = answers.filter(
            ({ score }) => !group || (group === "detractor" ? score <= 6 : score >= 9),
          );
          const seen = rows.map(({ score, answeredAt }) => ({
            score,
            minute: (testNow.getTime() - answeredAt.getTime()) / 60_000,
          }));
          expect(seen).toEqual(seen.toSorted(orders[sort]));
          expect(seen).toHaveLength(fits.length);
          expect(seen).toEqual(expect.arrayContaining(fits));
          expect(new Set(rows.map(({ id }) => id)).size).toBe(fits.length);
        },
      ),
      { numRuns: 40 },
    );
  });

  it("refuses a cursor of another order, and says so", async () => {
    const survey = await write([
      { score: 1, minute: 1 },
      { score: 2, minute: 2 },
    ]);
    const list = (input: object) =>
      workspace.run((ctx) => listResponses(ctx, ListResponses.parse({ survey, limit: 1, ...input })));
    const { next } = await list({ sort: "lowest" });
    await expect(list({ cursor: next })).rejects.toMatchObject({ code: "INVALID", field: "cursor" });
    await expect(list({ cursor: "1", sort: "lowest" })).rejects.toMatchObject({ field: "cursor" });
    expect((await list({ cursor: next, sort: "lowest" })).responses).toMatchObject([{ score: 2 }]);
  });

  it("has one score when one is asked for", async () => {
    const survey = await write([0, 7, 7, 10].map((score, minute) => ({ score, minute })));
    expect((await turnedOver(workspace, { survey, score: "7" }, 50)).map(({ score }) => score)).toEqual([
      7, 7,
    ]);
    expect(await turnedOver(workspace, { survey, score: "0" }, 50)).toHaveLength(1);
    expect(await turnedOver(workspace, { survey, score: "11" }, 50)).toHaveLength(4);
  });
});

describe("the columns of the list", () => {
  it("are each member's own in each workspace, and never without those a row cannot do without", async () => {
    const bo = await makeMember(rt, workspace, "viewer", "Bo Ek");
    const usual = await workspace.run(getColumns);
    expect(usual).toContain("received");
    const chosen = await workspace.run(
      (ctx) => chooseColumns(ctx, { columns: ["attribute:Country", "score", "team", "team"] }),
      bo,
    );
    expect(chosen).toEqual(["comment", "contact", "attribute:Country", "score", "team"]);
    expect(await workspace.run(getColumns, bo)).toEqual(chosen);
    expect(await workspace.run(getColumns)).toEqual(usual);
    const elsewhere = await makeWorkspace(rt, "Elsewhere");
    expect(await elsewhere.run(getColumns)).toEqual(usual);
  });
});
