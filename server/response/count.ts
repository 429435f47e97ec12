import { sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";
import { addCounts, type Counts } from "#server/nps/groups.ts";
import { readCounters } from "./read-counters.ts";
import type { ResponseFilter } from "./schema.ts";

export type Bucket = "day" | "week" | "month";

/** How many answers fell in each group in one stretch of time that begins on `start` (YYYY-MM-DD). */
export type Stretch = { start: string; counts: Counts };

/** Days before the filter's first to compare with: from one day to another, moved forward by so many days. */
export type Before = { from: string; to: string; days: number };

/**
 * Answers by group, in days, weeks (from Monday) or months of the workspace's calendar, oldest first;
 * stretches without answers are left out.
 */
export async function countResponses(ctx: Ctx, filter: ResponseFilter, bucket: Bucket): Promise<Stretch[]> {
  return stretches(ctx, filter, bucket, 0);
}

/**
 * The same, and of the days before too. Those are moved onto the filter's days first, so that their stretches
 * stand beside the ones they are compared with.
 */
export async function countWithBefore(
  ctx: Ctx,
  filter: ResponseFilter,
  bucket: Bucket,
  before: Before | null,
): Promise<{ shown: Stretch[]; before: Stretch[] }> {
  const [shown, early] = await Promise.all([
    stretches(ctx, filter, bucket, 0),
    before ? stretches(ctx, { ...filter, from: before.from, to: before.to }, bucket, before.days) : [],
  ]);
  return { shown, before: early };
}

type Row = { start: string; detractors: number; passives: number; promoters: number };

async function stretches(
  ctx: Ctx,
  filter: ResponseFilter,
  bucket: Bucket,
  forward: number,
): Promise<Stretch[]> {
  const rows = await ctx.db.execute<Row>(sql`
    SELECT date_trunc(${bucket}, day + ${forward}::int)::date::text AS start, sum(detractors)::int AS detractors,
      sum(passives)::int AS passives, sum(promoters)::int AS promoters
    FROM (${readCounters(ctx, filter)}) AS counted
    GROUP BY 1 HAVING sum(detractors) <> 0 OR sum(passives) <> 0 OR sum(promoters) <> 0 ORDER BY 1`);
  return rows.map(({ start, ...counts }) => ({ start, counts }));
}

/** Stretches added up. */
export const pooled = (parts: readonly Stretch[]): Counts => addCounts(...parts.map(({ counts }) => counts));
