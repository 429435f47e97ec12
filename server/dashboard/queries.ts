import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { cases, surveys, workspaces } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { type Counts, countsOf, NO_ANSWERS, total } from "#server/nps/groups.ts";
import { npsOf, roundPoints } from "#server/nps/score.ts";
import { intervalOf } from "#server/nps/uncertainty.ts";
import { countResponses, pooled } from "#server/response/count.ts";
import { filtered, listResponses } from "#server/response/queries.ts";
import { ListResponses } from "#server/response/schema.ts";
import { type Days, daysOf, verdictOf, withoutGaps } from "./rules.ts";
import type { DashboardView, NpsQuery } from "./schema.ts";

const newest = 8;

/**
 * Everything the dashboard shows for a view: counts, the period before, the trend (one point per day, week
 * or month that has answers), the newest answers with the state of their cases, and what can be filtered by.
 */
export async function getDashboard(ctx: Ctx, view: DashboardView) {
  const [workspace] = await ctx.db
    .select({ name: workspaces.name, timezone: workspaces.timezone, locale: workspaces.locale })
    .from(workspaces)
    .where(eq(workspaces.id, ctx.workspaceId));
  const { shown, before, bucket } = daysOf(view, ctx.now, workspace!.timezone);
  const filter = { survey: view.survey, attribute: view.attribute, value: view.value };
  const trend = await countResponses(ctx, { ...filter, ...shown }, bucket);
  const counts = countsOf(pooled(trend));
  const countsBefore =
    before && countsOf(pooled(await countResponses(ctx, { ...filter, ...before }, "month")));
  return {
    workspace: workspace!,
    days: shown,
    bucket,
    counts,
    before: countsBefore,
    verdict: verdictOf(counts, countsBefore),
    trend: withoutGaps(
      trend.map(({ start, histogram }) => ({ start, counts: countsOf(histogram) })),
      bucket,
      (start) => ({ start, counts: { ...NO_ANSWERS } }),
    ),
    newest: await newestAnswers(ctx, { ...filter, ...shown }),
    invited: view.attribute ? null : await countInvited(ctx, view.survey, shown),
    surveys: await ctx.db
      .select({ id: surveys.id, name: surveys.name })
      .from(surveys)
      .where(eq(surveys.workspaceId, ctx.workspaceId))
      .orderBy(surveys.name),
    attributes: await attributeValues(ctx),
  };
}

async function newestAnswers(ctx: Ctx, filter: Days & Pick<DashboardView, "survey" | "attribute" | "value">) {
  const { responses } = await listResponses(ctx, ListResponses.parse({ ...filter, limit: newest }));
  const states = responses.length
    ? await ctx.db
        .select({
          responseId: cases.responseId,
          id: cases.id,
          state: cases.state,
          openedAt: cases.openedAt,
          dueAt: cases.dueAt,
          firstReplyAt: cases.firstReplyAt,
        })
        .from(cases)
        .where(
          and(
            eq(cases.workspaceId, ctx.workspaceId),
            inArray(
              cases.responseId,
              responses.map(({ id }) => id),
            ),
          ),
        )
    : [];
  return responses.map((response) => ({
    ...response,
    case: states.find((one) => one.responseId === response.id) ?? null,
  }));
}

/** How many were asked by mail that left in these days, and how many of them have answered. */
async function countInvited(
  ctx: Ctx,
  survey: string | undefined,
  days: Days,
): Promise<{ sent: number; answered: number }> {
  const zone = sql`(SELECT timezone FROM workspaces WHERE id = ${ctx.workspaceId})`;
  const conditions: SQL[] = [sql`i.workspace_id = ${ctx.workspaceId}`, sql`i.sent_at IS NOT NULL`];
  if (days.from) conditions.push(sql`i.sent_at >= (${days.from}::date::timestamp AT TIME ZONE ${zone})`);
  if (days.to) conditions.push(sql`i.sent_at < ((${days.to}::date + 1)::timestamp AT TIME ZONE ${zone})`);
  if (survey) conditions.push(sql`i.survey_id = ${survey}`);
  const [row] = await ctx.db.execute<{ sent: number; answered: number }>(sql`
    SELECT count(*)::int AS sent, count(r.id)::int AS answered
    FROM invitations i
    LEFT JOIN responses r ON r.workspace_id = i.workspace_id AND r.invitation_id = i.id AND r.evidence <> 'provisional'
    WHERE ${sql.join(conditions, sql` AND `)}`);
  return row!;
}

const recentAnswers = 5_000;
const mostValues = 40;

/** Attributes of recent answers with the values they take, commonest first; those with more than 40 values are names, not groups. */
async function attributeValues(ctx: Ctx): Promise<{ name: string; values: string[] }[]> {
  const rows = await ctx.db.execute<{ name: string; values: string[] }>(sql`
    SELECT key AS name, array_agg(value ORDER BY n DESC, value) AS values
    FROM (
      SELECT key, value, count(*) AS n
      FROM (SELECT attributes FROM responses WHERE workspace_id = ${ctx.workspaceId} ORDER BY answered_at DESC LIMIT ${recentAnswers}) AS recent,
        jsonb_each_text(attributes) GROUP BY key, value
    ) AS pairs
    GROUP BY key HAVING count(*) <= ${mostValues} ORDER BY key`);
  return [...rows];
}

export type NpsFigures = {
  n: number;
  promoters: number;
  passives: number;
  detractors: number;
  /** Whole points, −100 to 100; null when nobody has answered. */
  nps: number | null;
  /** The ends of the 95 % interval (adjusted Wald), to two decimals; null with `nps`. */
  low: number | null;
  high: number | null;
};

/** The figures of the API: counts, score and interval of the answers given in these days. */
export async function npsFigures(ctx: Ctx, query: NpsQuery): Promise<NpsFigures> {
  return figuresOf(countsOf(pooled(await countResponses(ctx, query, "month"))));
}

function figuresOf(counts: Counts): NpsFigures {
  const points = npsOf(counts);
  const interval = intervalOf(counts);
  return {
    n: total(counts),
    ...counts,
    nps: points === null ? null : roundPoints(points),
    low: twoDecimals(interval?.low ?? null),
    high: twoDecimals(interval?.high ?? null),
  };
}

const twoDecimals = (points: number | null) => (points === null ? null : Math.round(points * 100) / 100);

/** A filter's answers exist at all: tells an empty workspace from an empty view. */
export async function hasAnswers(ctx: Ctx): Promise<boolean> {
  const [row] = await ctx.db.execute<{ any: boolean }>(
    sql`SELECT EXISTS (SELECT FROM responses WHERE ${filtered(ctx, {})}) AS any`,
  );
  return row!.any;
}
