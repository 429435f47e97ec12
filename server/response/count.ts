import { sql } from "drizzle-orm";
import { runOften } from "#db/prepared.ts";
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
  return (await countWithBefore(ctx, filter, bucket, null)).shown;
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
  const [counted] = await countInEach(ctx, filter, [bucket], before);
  return counted!;
}

/** The same in each of these buckets, in one statement. */
export async function countInEach(
  ctx: Ctx,
  filter: ResponseFilter,
  buckets: readonly Bucket[],
  before: Before | null,
): Promise<{ bucket: Bucket; shown: Stretch[]; before: Stretch[] }[]> {
  const early =
    before &&
    sql`UNION ALL SELECT 'before', day + ${before.days}::int, detractors, passives, promoters
      FROM (${readCounters(ctx, { ...filter, from: before.from, to: before.to })}) AS early`;
  const rows = await runOften<Row>(
    ctx.db,
    sql`
    SELECT bucket, period, date_trunc(bucket, day)::date::text AS start, sum(detractors)::int AS detractors,
      sum(passives)::int AS passives, sum(promoters)::int AS promoters
    FROM (
      SELECT 'shown' AS period, day, detractors, passives, promoters FROM (${readCounters(ctx, filter)}) AS shown
      ${early ?? sql``}
    ) AS counted, unnest(ARRAY[${sql.join(
      buckets.map((bucket) => sql`${bucket}`),
      sql`, `,
    )}]) AS bucket
    GROUP BY 1, 2, 3 HAVING sum(detractors) <> 0 OR sum(passives) <> 0 OR sum(promoters) <> 0 ORDER BY 3`,
  );
  return buckets.map((bucket) => {
    const of = (wanted: Row["period"]) =>
      rows
        .filter((row) => row.bucket === bucket && row.period === wanted)
        .map(({ start, detractors, passives, promoters }) => ({
          start,
          counts: { detractors, passives, promoters },
        }));
    return { bucket, shown: of("shown"), before: of("before") };
  });
}

type Row = {
  bucket: Bucket;
  period: "shown" | "before";
  start: string;
  detractors: number;
  passives: number;
  promoters: number;
};

/** Stretches added up. */
export const pooled = (parts: readonly Stretch[]): Counts => addCounts(...parts.map(({ counts }) => counts));
