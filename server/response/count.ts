import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";
import { filtered } from "./queries.ts";
import type { ResponseFilter } from "./schema.ts";

export type Bucket = "day" | "week" | "month";

/** How many answers gave each score (place 0 to 10) in one stretch of time that begins on `start` (YYYY-MM-DD). */
export type BucketHistogram = { start: string; histogram: number[] };

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
  const source = filter.attribute ? fromAnswers(ctx, filter) : fromCounters(ctx, filter);
  const rows = await ctx.db.execute<{ start: string; score: number; n: number }>(sql`
    SELECT date_trunc(${bucket}, day)::date::text AS start, score, sum(n)::int AS n
    FROM (${source}) AS counted GROUP BY 1, 2 HAVING sum(n) <> 0 ORDER BY 1, 2`);

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
