import { and, count, desc, eq } from "drizzle-orm";
import { campaigns, responses, surveys, workspaces } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { notFound } from "#server/errors.ts";

/** All surveys, newest first, with how many campaigns sent them and how many answers they have. */
export async function listSurveys(ctx: Ctx) {
  const rows = await ctx.db
    .select()
    .from(surveys)
    .where(eq(surveys.workspaceId, ctx.workspaceId))
    .orderBy(desc(surveys.createdAt), desc(surveys.id));
  const [sent, answered] = [await countBySurvey(ctx, campaigns), await countBySurvey(ctx, responses)];
  return rows.map(({ workspaceId: _, ...survey }) => ({
    ...survey,
    campaigns: sent.get(survey.id) ?? 0,
    responses: answered.get(survey.id) ?? 0,
  }));
}

async function countBySurvey(
  ctx: Ctx,
  table: typeof campaigns | typeof responses,
): Promise<Map<string, number>> {
  const rows = await ctx.db
    .select({ surveyId: table.surveyId, n: count() })
    .from(table)
    .where(eq(table.workspaceId, ctx.workspaceId))
    .groupBy(table.surveyId);
  return new Map(rows.map((row) => [row.surveyId, row.n]));
}

/**
 * One survey, with the company's name and language as its texts need them.
 *
 * @throws NOT_FOUND when there is no such survey here.
 */
export async function getSurvey(ctx: Ctx, input: { surveyId: string }) {
  const [row] = await ctx.db
    .select({ survey: surveys, companyName: workspaces.name, locale: workspaces.locale })
    .from(surveys)
    .innerJoin(workspaces, eq(workspaces.id, surveys.workspaceId))
    .where(and(eq(surveys.workspaceId, ctx.workspaceId), eq(surveys.id, input.surveyId)));
  if (!row) throw notFound("survey");
  const { workspaceId: _, ...survey } = row.survey;
  return { ...survey, companyName: row.companyName, workspaceLocale: row.locale };
}
