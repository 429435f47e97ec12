import { and, eq, gte, isNotNull, lt, type SQL, sql } from "drizzle-orm";
import { containing } from "#db/containing.ts";
import { responses } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import type { Group } from "#server/nps/groups.ts";
import { type Condition, readCondition } from "./conditions.ts";
import type { ResponseFilter } from "./schema.ts";

/** The answers a filter lets through: those that count (no withdrawn ones), of this workspace. */
export const filtered = (ctx: Ctx, filter: ResponseFilter): SQL => and(responses.counts, given(ctx, filter))!;

/** The same, with those that their customers have withdrawn. */
export function given(ctx: Ctx, filter: ResponseFilter): SQL {
  return and(
    eq(responses.workspaceId, ctx.workspaceId),
    filter.from ? gte(responses.answeredAt, startOf(ctx, sql`${filter.from}::date`)) : undefined,
    filter.to ? lt(responses.answeredAt, startOf(ctx, sql`(${filter.to}::date + 1)`)) : undefined,
    filter.survey ? eq(responses.surveyId, filter.survey) : undefined,
    filter.commented ? isNotNull(responses.comment) : undefined,
    narrowed(filter, sql`responses`),
    ctx.sight ? ofOwnTeams : undefined,
  )!;
}

/**
 * Lists and figures of somebody who does not see everything are of the same answers, those of their teams; what a case of
 * theirs is about beyond those is seen in the case (docs/decisions/0052).
 */
const ofOwnTeams = sql`(responses.team_id = ANY ((SELECT svar_team_ids())::uuid[])
  OR (responses.team_id IS NULL AND (SELECT svar_sees_teamless())))`;

/**
 * What a filter asks of everything that answers are counted under (days, survey and comment aside), of rows of
 * `table`: answers, or the changes of their counters, which have the same columns.
 */
export function narrowed(filter: ResponseFilter, table: SQL): SQL | undefined {
  return and(
    filter.campaign ? sql`${table}.campaign_id = ${filter.campaign}` : undefined,
    filter.touchpoint ? sql`${table}.touchpoint = ${filter.touchpoint}` : undefined,
    filter.team ? sql`${table}.team_id = ${filter.team}` : undefined,
    filter.employee ? sql`${table}.employee = ${filter.employee}` : undefined,
    filter.channel ? sql`${table}.channel = ${filter.channel}` : undefined,
    filter.language ? sql`${table}.locale = ${filter.language}` : undefined,
    filter.driver ? sql`${filter.driver} = ANY (${table}.drivers)` : undefined,
    inGroup(filter.group, sql`${table}.score`),
    ...conditionsOf(filter).map((one) => holds(one, sql`${table}.attributes`)),
  );
}

const ranges = { detractor: [0, 6], passive: [7, 8], promoter: [9, 10] } as const;

/** That a score is one of a group; nothing where no group is asked for. */
export function inGroup(group: Group | undefined, score: SQL): SQL | undefined {
  if (!group) return undefined;
  const [lowest, highest] = ranges[group];
  return sql`${score} BETWEEN ${lowest} AND ${highest}`;
}

/** The conditions on attributes that a filter has; those that an address spelled wrongly are none. */
export function conditionsOf(filter: ResponseFilter): Condition[] {
  return (filter.where ?? []).flatMap((text) => readCondition(text) ?? []);
}

function holds({ name, operator, value }: Condition, attributes: SQL): SQL {
  const given = sql`${attributes} ->> ${name}`;
  if (operator === "contains") return sql`${given} ILIKE ${containing(value)}`;
  return operator === "is" ? sql`${given} = ${value}` : sql`${given} IS DISTINCT FROM ${value}`;
}

/** The first moment of a day in the workspace's time zone. */
export function startOf(ctx: Ctx, day: SQL): SQL {
  return sql`(${day}::timestamp AT TIME ZONE (SELECT timezone FROM workspaces WHERE id = ${ctx.workspaceId}))`;
}
