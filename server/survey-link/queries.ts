import { and, count, desc, eq, isNull } from "drizzle-orm";
import { responses, surveyLinks, surveys, workspaces } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { notFound } from "#server/errors.ts";
import type { SurveyLinkId } from "./schema.ts";

/** The links of a survey, newest first, each with its address and how many answers came by it. */
export async function listSurveyLinks(ctx: Ctx, input: { surveyId: string }) {
  const rows = await ctx.db
    .select({ link: surveyLinks, key: workspaces.key })
    .from(surveyLinks)
    .innerJoin(workspaces, eq(workspaces.id, surveyLinks.workspaceId))
    .where(and(eq(surveyLinks.workspaceId, ctx.workspaceId), eq(surveyLinks.surveyId, input.surveyId)))
    .orderBy(desc(surveyLinks.createdAt), desc(surveyLinks.id));
  const counted = await ctx.db
    .select({ linkId: responses.surveyLinkId, n: count() })
    .from(responses)
    .where(
      and(
        eq(responses.workspaceId, ctx.workspaceId),
        eq(responses.surveyId, input.surveyId),
        responses.counts,
      ),
    )
    .groupBy(responses.surveyLinkId);
  const answers = new Map(counted.map(({ linkId, n }) => [linkId, n]));
  return rows.map(({ link: { workspaceId: _, number, ...link }, key }) => ({
    ...link,
    url: addressOf(ctx, key, number),
    answers: answers.get(link.id) ?? 0,
  }));
}

/**
 * The address of a link and its name.
 * @throws NOT_FOUND when it is not in this workspace.
 */
export async function getSurveyLink(ctx: Ctx, { linkId }: SurveyLinkId) {
  const [row] = await ctx.db
    .select({ number: surveyLinks.number, name: surveyLinks.name, key: workspaces.key })
    .from(surveyLinks)
    .innerJoin(workspaces, eq(workspaces.id, surveyLinks.workspaceId))
    .where(and(eq(surveyLinks.workspaceId, ctx.workspaceId), eq(surveyLinks.id, linkId)));
  if (!row) throw notFound("link");
  return { name: row.name, url: addressOf(ctx, row.key, row.number) };
}

function addressOf(ctx: Ctx, workspaceKey: string, number: number): string {
  return `${ctx.site.appUrl}/s/${ctx.tokens.seal("survey-link", { workspaceKey, number })}`;
}

/** What the page of a link needs to know: the link, the survey's words, who asks. Null when it is closed or gone. Reads only. */
export async function findSurveyLink(ctx: Ctx, number: number) {
  const [row] = await ctx.db
    .select({
      id: surveyLinks.id,
      kind: surveyLinks.kind,
      locale: surveyLinks.locale,
      once: surveyLinks.once,
      touchpoint: surveyLinks.touchpoint,
      surveyId: surveys.id,
      surveyTouchpoint: surveys.touchpoint,
      texts: surveys.texts,
      tone: surveys.tone,
      drivers: surveys.drivers,
      words: surveys.updatedAt,
      companyName: workspaces.name,
      timezone: workspaces.timezone,
      youSaid: workspaces.youSaid,
    })
    .from(surveyLinks)
    .innerJoin(
      surveys,
      and(eq(surveys.workspaceId, surveyLinks.workspaceId), eq(surveys.id, surveyLinks.surveyId)),
    )
    .innerJoin(workspaces, eq(workspaces.id, surveyLinks.workspaceId))
    .where(
      and(
        eq(surveyLinks.workspaceId, ctx.workspaceId),
        eq(surveyLinks.number, number),
        isNull(surveyLinks.closedAt),
      ),
    );
  return row ?? null;
}
export type OpenSurveyLink = NonNullable<Awaited<ReturnType<typeof findSurveyLink>>>;
