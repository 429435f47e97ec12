import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";
import { filtered } from "./queries.ts";
import type { ResponseFilter } from "./schema.ts";

export type Bucket = "day" | "week" | "month";

/** How many answers gave each score (place 0 to 10) in one stretch of time that begins on `start` (YYYY-MM-DD). */
export type BucketHistogram = { start: string; histogram: number[] };

/** Days before the filter's first to compare with: from this day on, moved forward by so many days. */
export type Before = { from: string; days: number };

/**
 * Answers by score, in days, weeks (from Monday) or months of the workspace's calendar, oldest first;
 * stretches without answers are left out. Read from the counters, which cost the same however many answers
 * there are; a filter by attribute reads the answers themselves.
 */
export async function countResponses(
  ctx: Ctx,
  filter: ResponseFilter,
  bucket: Bucket,
): Promise<BucketHistogram[]> {
  return (await countWithBefore(ctx, filter, bucket, null)).shown;
}

/**
 * The same, and of the days before too, in one query. Those are moved onto the filter's days first, so that
 * their stretches stand beside the ones they are compared with.
 */
export async function countWithBefore(
  ctx: Ctx,
  filter: ResponseFilter,
  bucket: Bucket,
  before: Before | null,
): Promise<{ shown: BucketHistogram[]; before: BucketHistogram[] }> {
  const wide = before ? { ...filter, from: before.from } : filter;
  const source = isByAttribute(filter) ? fromAnswers(ctx, wide) : fromCounters(ctx, wide);
  const early = before && filter.from ? sql`day < ${filter.from}::date` : sql`false`;
  const rows = await ctx.db.execute<{ early: boolean; start: string; score: number; n: number }>(sql`
    SELECT early, date_trunc(${bucket}, CASE WHEN early THEN day + ${before?.days ?? 0}::int ELSE day END)::date::text AS start,
      score, sum(n)::int AS n
    FROM (SELECT day, score, n, ${early} AS early FROM (${source}) AS read) AS counted
    GROUP BY 1, 2, 3 HAVING sum(n) <> 0 ORDER BY 1, 2, 3`);
  return {
    shown: histograms(rows.filter((row) => !row.early)),
    before: histograms(rows.filter((row) => row.early)),
  };
}

function histograms(rows: { start: string; score: number; n: number }[]): BucketHistogram[] {
  const buckets = new Map<string, number[]>();
  for (const { start, score, n } of rows) {
    const histogram = buckets.get(start) ?? new Array<number>(11).fill(0);
    histogram[score] = n;
    buckets.set(start, histogram);
  }
  return [...buckets].map(([start, histogram]) => ({ start, histogram }));
}

/** Histograms added up. */
export function pooled(buckets: readonly BucketHistogram[]): number[] {
  return buckets.reduce(
    (sum, { histogram }) => sum.map((n, score) => n + histogram[score]!),
    new Array<number>(11).fill(0),
  );
}

const isByAttribute = (filter: ResponseFilter) =>
  filter.attribute !== undefined && filter.value !== undefined;

function fromCounters(ctx: Ctx, filter: ResponseFilter): SQL {
  const narrowed = sql.join(
    [
      sql`workspace_id = ${ctx.workspaceId}`,
      ...(filter.from ? [sql`day >= ${filter.from}::date`] : []),
      ...(filter.to ? [sql`day <= ${filter.to}::date`] : []),
      ...(filter.survey ? [sql`survey_id = ${filter.survey}`] : []),
    ],
    sql` AND `,
  );
  return sql`
    SELECT day, score, n FROM response_counts WHERE ${narrowed}
    UNION ALL SELECT day, score, delta FROM response_count_deltas WHERE ${narrowed}`;
}

function fromAnswers(ctx: Ctx, filter: ResponseFilter): SQL {
  return sql`
    SELECT (answered_at AT TIME ZONE (SELECT timezone FROM workspaces WHERE id = ${ctx.workspaceId}))::date AS day,
      score, 1 AS n
    FROM responses WHERE ${filtered(ctx, filter)}`;
}
