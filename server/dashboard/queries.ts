import { eq, sql } from "drizzle-orm";
import { surveys, workspaces } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { countProvisional } from "#server/evidence/queries.ts";
import { type Counts, countsOf, total } from "#server/nps/groups.ts";
import { npsOf, roundPoints } from "#server/nps/score.ts";
import { intervalOf } from "#server/nps/uncertainty.ts";
import { type Bucket, countResponses, countWithBefore, pooled } from "#server/response/count.ts";
import { countAsked } from "#server/response/count-asked.ts";
import { countNotInvited } from "#server/response/count-not-invited.ts";
import { listNewest } from "./newest.ts";
import { daysBefore, daysOf, steadierBucket, verdictOf } from "./rules.ts";
import type { DashboardView, NpsQuery } from "./schema.ts";
import { trendOf } from "./trend.ts";

/**
 * Everything the dashboard shows for a view: counts, those of the period before and what may be said of the
 * difference, the trend, the newest answers with their cases, who was asked (null where an attribute
 * narrows, which is not counted), how many numbers were opened and not sent, how many
 * answers came of people who were not asked, and what can be filtered by.
 */
export async function getDashboard(ctx: Ctx, view: DashboardView) {
  const [workspace] = await ctx.db
    .select({ name: workspaces.name, timezone: workspaces.timezone })
    .from(workspaces)
    .where(eq(workspaces.id, ctx.workspaceId));
  const { shown, length, bucket: cut, today } = daysOf(view, ctx.now, workspace!.timezone);
  const { survey, attribute, value } = view;
  const filter = { survey, attribute, value, ...shown };
  const before = shown.from && length ? { from: daysBefore(shown.from, length), days: length } : null;
  const count = (by: Bucket) => countWithBefore(ctx, filter, by, before);
  const [first, newest, asked, setAside, notInvited, ofSurveys, attributes] = await Promise.all([
    count(cut),
    listNewest(ctx, filter),
    attribute ? null : countAsked(ctx, filter),
    countProvisional(ctx, filter),
    countNotInvited(ctx, filter),
    listSurveys(ctx),
    attributeValues(ctx),
  ]);
  const counts = countsOf(pooled(first.shown));
  const bucket = view.by ?? steadierBucket(cut, total(counts), length);
  const counted = bucket === cut ? first : await count(bucket);
  const countsBefore = before && countsOf(pooled(counted.before));
  return {
    workspace: workspace!,
    days: shown,
    bucket,
    counts,
    before: countsBefore,
    verdict: verdictOf(counts, countsBefore),
    trend: trendOf(counted, bucket, shown.to && [shown.to, today].sort()[0]),
    newest,
    asked,
    setAside,
    notInvited,
    surveys: ofSurveys,
    attributes,
  };
}

function listSurveys(ctx: Ctx) {
  return ctx.db
    .select({ id: surveys.id, name: surveys.name })
    .from(surveys)
    .where(eq(surveys.workspaceId, ctx.workspaceId))
    .orderBy(surveys.name);
}

const recentAnswers = 1_000;
const mostNames = 20;
const mostValues = 40;

/**
 * Attributes of recent answers with the values they take, commonest first. Those with one value only tell
 * nobody apart, those with more than 40 are names rather than groups.
 */
async function attributeValues(ctx: Ctx): Promise<{ name: string; values: string[] }[]> {
  const rows = await ctx.db.execute<{ name: string; values: string[] }>(sql`
    SELECT key AS name, array_agg(value ORDER BY n DESC, value) AS values
    FROM (
      SELECT key, value, count(*) AS n
      FROM (SELECT attributes FROM responses WHERE workspace_id = ${ctx.workspaceId}
        ORDER BY answered_at DESC, id DESC LIMIT ${recentAnswers}) AS recent, jsonb_each_text(attributes)
      WHERE value <> ''
      GROUP BY key, value
    ) AS pairs
    GROUP BY key HAVING count(*) BETWEEN 2 AND ${mostValues} ORDER BY key LIMIT ${mostNames}`);
  return [...rows];
}

/** The day of the newest answer of all, in the workspace's calendar, or null before the first. */
export async function latestAnswerDay(ctx: Ctx): Promise<string | null> {
  const [row] = await ctx.db.execute<{ day: string }>(sql`
    SELECT (r.answered_at AT TIME ZONE w.timezone)::date::text AS day
    FROM responses r JOIN workspaces w ON w.id = r.workspace_id
    WHERE r.workspace_id = ${ctx.workspaceId} AND r.counts
    ORDER BY r.answered_at DESC LIMIT 1`);
  return row?.day ?? null;
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
  /** Numbers that were opened in a mail and not sent, nor counted. */
  provisional: number;
  /** Those of them that came by a link or a kiosk, of people who were not asked. */
  notInvited: number;
};

/** The figures of the API: counts, score and interval of the answers given in these days. */
export async function npsFigures(ctx: Ctx, query: NpsQuery): Promise<NpsFigures> {
  const counts = countsOf(pooled(await countResponses(ctx, query, "month")));
  return {
    ...figuresOf(counts),
    provisional: await countProvisional(ctx, query),
    notInvited: await countNotInvited(ctx, query),
  };
}

function figuresOf(counts: Counts): Omit<NpsFigures, "provisional" | "notInvited"> {
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
