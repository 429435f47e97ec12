import { expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { responses } from "#db/schema/index.ts";
import { recountResponses } from "#server/response/recount.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeSurvey, makeWorkspace } from "#server/test/factories.ts";
import { getDashboard } from "./queries.ts";
import { DashboardView } from "./schema.ts";

const rt = await testRuntime();

/** Eight of UX.md 6, and one for each of the panels that read tables of their own: targets, cases, recoveries. */
const budget = 8 + 3;

it("a dashboard is read in so few statements, the one that enters the workspace included", async () => {
  const workspace = await makeWorkspace(rt);
  await workspace.run(async (ctx) => {
    const survey = await makeSurvey(ctx, { drivers: [{ id: "price", labels: { en: "Price" } }] });
    await ctx.db.insert(responses).values(
      Array.from({ length: 500 }, (_, n) => ({
        workspaceId: ctx.workspaceId,
        id: newId(testNow.getTime() - n),
        surveyId: survey.id,
        score: n % 11,
        drivers: n % 2 ? ["price"] : [],
        evidence: "imported" as const,
        channel: "import" as const,
        locale: n % 3 ? "sv" : "en",
        touchpoint: n % 5 ? "delivery" : "support",
        attributes: { Country: n % 7 ? "Norway" : "Sweden", Plan: "Business" },
        answeredAt: testNow,
        updatedAt: testNow,
      })),
    );
    await recountResponses(ctx);
  });
  const views = [
    {},
    { period: "all" },
    { where: "is.Country.Norway" },
    { touchpoint: "delivery", language: "sv" },
    { where: ["not.Country.Norway", "contains.Plan.bus"], compare: "year" },
    { where: "is.Country.Norway", driver: "price", commented: "yes", cut: "language" },
  ];
  for (const view of views) {
    const sent: string[] = [];
    await workspace.run(async (ctx) => {
      rt.connection.sql.options.debug = (_connection, text) => sent.push(text);
      await getDashboard(ctx, DashboardView.parse(view));
      rt.connection.sql.options.debug = false;
    });
    expect(sent.length, `${JSON.stringify(view)}:\n${sent.join("\n")}`).toBeLessThanOrEqual(budget);
    expect(sent[0]).toContain("app.workspace_id");
  }
});
