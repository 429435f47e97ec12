import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";
import type { Counts } from "#server/nps/groups.ts";
import { countedIn, cutsOf, type Dimension, summedByGroup } from "./cuts.ts";
import { filtered, narrowed } from "./filter.ts";
import { cutsIn, inDays, together } from "./read-counters.ts";
import { noTeam } from "./rules.ts";
import type { ResponseFilter } from "./schema.ts";

/** The answers with one value of what they were cut by: a team's id, a driver's id, "Denmark". */
export type Part = { value: string; counts: Counts };

/** More parts than these are not told one by one. */
export const mostParts = 200;

/**
 * The answers that a filter lets through, cut by one thing, most answers first; those without a value of it are in
 * no part. From the counters where nothing else narrows, or only what is counted together.
 */
export async function countBy(ctx: Ctx, filter: ResponseFilter, dimension: Dimension): Promise<Part[]> {
  const rows = await ctx.db.execute<Row>(sql`
    SELECT value, sum(detractors)::int AS detractors, sum(passives)::int AS passives,
      sum(promoters)::int AS promoters
    FROM (${partsOf(ctx, filter, dimension)}) AS counted
    GROUP BY value HAVING sum(detractors + passives + promoters) > 0
    ORDER BY sum(detractors + passives + promoters) DESC, value LIMIT ${mostParts}`);
  return rows.map(({ value, ...counts }) => ({ value, counts }));
}

/** The same, and by value the answers of the days before, where there are any. */
export async function countByWithBefore(
  ctx: Ctx,
  filter: ResponseFilter,
  before: Pick<ResponseFilter, "from" | "to"> | null,
  dimension: Dimension,
): Promise<{ parts: Part[]; early: Map<string, Counts> }> {
  const [parts, early] = await Promise.all([
    countBy(ctx, filter, dimension),
    before ? countBy(ctx, { ...filter, from: before.from, to: before.to }, dimension) : [],
  ]);
  return { parts, early: new Map(early.map(({ value, counts }) => [value, counts])) };
}

type Row = { value: string; detractors: number; passives: number; promoters: number };

function partsOf(ctx: Ctx, filter: ResponseFilter, dimension: Dimension): SQL {
  const cuts = cutsIn(filter);
  if (cuts?.length === 0) return fromCuts(ctx, filter, dimension);
  const counted = cuts?.every((cut) => together.has(cut.dimension)) ? columns[dimension] : undefined;
  return counted ? fromCounts(ctx, filter, counted, dimension) : fromAnswers(ctx, filter, dimension);
}

const columns: Partial<Record<Dimension, SQL>> = {
  touchpoint: sql`touchpoint`,
  team: sql`nullif(team_id, ${noTeam}::uuid)::text`,
  channel: sql`channel::text`,
  language: sql`locale`,
};

function fromCuts(ctx: Ctx, filter: ResponseFilter, dimension: Dimension): SQL {
  return sql`
    SELECT value, ${countedIn(filter.group)} FROM response_cuts
    WHERE ${inDays(ctx, filter)} AND dimension = ${dimension}
    UNION ALL ${changes(ctx, filter, dimension)}`;
}

function fromCounts(ctx: Ctx, filter: ResponseFilter, column: SQL, dimension: Dimension): SQL {
  return sql`
    SELECT ${column} AS value, ${summedByGroup(sql`n`)} FROM response_counts
    WHERE ${inDays(ctx, filter)} AND ${narrowed(filter, sql`response_counts`)} AND ${column} <> '' GROUP BY 1
    UNION ALL ${changes(ctx, filter, dimension)}`;
}

function changes(ctx: Ctx, filter: ResponseFilter, dimension: Dimension): SQL {
  const narrow = narrowed(filter, sql`response_count_deltas`) ?? sql`true`;
  return sql`
    SELECT cut.value, ${summedByGroup(sql`delta`)}
    FROM response_count_deltas, ${cutsOf(sql`response_count_deltas`)}
    WHERE ${inDays(ctx, filter)} AND ${narrow} AND cut.dimension = ${dimension} GROUP BY 1`;
}

function fromAnswers(ctx: Ctx, filter: ResponseFilter, dimension: Dimension): SQL {
  return sql`
    SELECT cut.value, ${summedByGroup(sql`1`)} FROM responses, ${cutsOf(sql`responses`)}
    WHERE ${filtered(ctx, filter)} AND cut.dimension = ${dimension} GROUP BY 1`;
}
