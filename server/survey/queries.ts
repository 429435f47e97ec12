import { and, count, desc, eq, sum } from "drizzle-orm";
import {
  campaigns,
  responseCountDeltas,
  responseCounts,
  surveys,
  surveyVersions,
  users,
  workspaces,
} from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { notFound } from "#server/errors.ts";
import { dataContact } from "#server/legal/queries.ts";
import { changedBetween } from "./rules.ts";

/** All surveys, newest first, with how many campaigns sent them and how many answers they have. */
export async function listSurveys(ctx: Ctx) {
  const rows = await ctx.db
    .select()
    .from(surveys)
    .where(eq(surveys.workspaceId, ctx.workspaceId))
    .orderBy(desc(surveys.createdAt), desc(surveys.id));
  const [sent, answered] = [await campaignsBySurvey(ctx), await responsesBySurvey(ctx)];
  return rows.map(({ workspaceId: _, ...survey }) => ({
    ...survey,
    campaigns: sent.get(survey.id) ?? 0,
    responses: answered.get(survey.id) ?? 0,
  }));
}

async function campaignsBySurvey(ctx: Ctx): Promise<Map<string, number>> {
  const rows = await ctx.db
    .select({ surveyId: campaigns.surveyId, n: count() })
    .from(campaigns)
    .where(eq(campaigns.workspaceId, ctx.workspaceId))
    .groupBy(campaigns.surveyId);
  return new Map(rows.map((row) => [row.surveyId, row.n]));
}

/** From the counters, folded and not, because there may be millions of answers. */
async function responsesBySurvey(ctx: Ctx): Promise<Map<string, number>> {
  const folded = ctx.db
    .select({ surveyId: responseCounts.surveyId, n: sum(responseCounts.n).mapWith(Number) })
    .from(responseCounts)
    .where(eq(responseCounts.workspaceId, ctx.workspaceId))
    .groupBy(responseCounts.surveyId);
  const unfolded = ctx.db
    .select({ surveyId: responseCountDeltas.surveyId, n: sum(responseCountDeltas.delta).mapWith(Number) })
    .from(responseCountDeltas)
    .where(eq(responseCountDeltas.workspaceId, ctx.workspaceId))
    .groupBy(responseCountDeltas.surveyId);
  const totals = new Map<string, number>();
  for (const { surveyId, n } of await folded.unionAll(unfolded)) {
    totals.set(surveyId, (totals.get(surveyId) ?? 0) + n);
  }
  return totals;
}

/**
 * One survey, with what its mail and pages say of the company.
 *
 * @throws NOT_FOUND when there is no such survey here.
 */
export async function getSurvey(ctx: Ctx, input: { surveyId: string }) {
  const [row] = await ctx.db
    .select({ survey: surveys, workspace: workspaces, dataContact })
    .from(surveys)
    .innerJoin(workspaces, eq(workspaces.id, surveys.workspaceId))
    .where(and(eq(surveys.workspaceId, ctx.workspaceId), eq(surveys.id, input.surveyId)));
  if (!row) throw notFound("survey");
  const { workspaceId: _, ...survey } = row.survey;
  const { name: companyName, locale: workspaceLocale, timezone, postalAddress, youSaid } = row.workspace;
  const company = { companyName, workspaceLocale, timezone, postalAddress, youSaid };
  return { ...survey, ...company, dataContact: row.dataContact };
}

/** Versions of a survey that are listed; more are kept. */
const mostVersions = 50;

/**
 * The newest 50 published versions of a survey, newest first, with who published them and the fields in which each
 * differs from the one before.
 */
export async function listSurveyVersions(ctx: Ctx, input: { surveyId: string }) {
  const rows = await ctx.db
    .select({ version: surveyVersions, by: users.name })
    .from(surveyVersions)
    .leftJoin(users, eq(users.id, surveyVersions.publishedBy))
    .where(and(eq(surveyVersions.workspaceId, ctx.workspaceId), eq(surveyVersions.surveyId, input.surveyId)))
    .orderBy(desc(surveyVersions.version))
    .limit(mostVersions + 1);
  return rows.slice(0, mostVersions).map(({ version, by }, place) => {
    const { workspaceId: _, surveyId: __, publishedBy: ___, ...words } = version;
    const before = rows[place + 1]?.version;
    return { ...words, by, changed: before ? changedBetween(before, version) : [] };
  });
}
