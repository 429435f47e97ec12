import { and, type SQL, sql } from "drizzle-orm";
import { responses } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { total } from "#server/nps/groups.ts";
import { countResponses, pooled } from "./count.ts";
import { filtered, narrowed } from "./filter.ts";
import { cutsIn, inDays, together } from "./read-counters.ts";
import type { ListFilter } from "./schema.ts";
import { searchedFor } from "./search.ts";

/** How many answers a list has; null where so many have the words looked for that nobody counts them. */
export async function countListed(ctx: Ctx, input: ListFilter): Promise<number | null> {
  const { search, where } = await searchedFor(ctx, input);
  if (search?.isFrequent) return null;
  if (search || input.quotable) return ctx.db.$count(responses, where);
  if (input.score !== undefined) return countScore(ctx, input, input.score);
  return total(pooled(await countResponses(ctx, input, "month")));
}

async function countScore(ctx: Ctx, input: ListFilter, score: number): Promise<number> {
  const counted = cutsIn(input)?.every(({ dimension }) => together.has(dimension));
  const scored = sql`score = ${score}`;
  if (!counted) return ctx.db.$count(responses, and(filtered(ctx, input), scored));
  const these = (table: SQL) => and(inDays(ctx, input), narrowed(input, table), scored);
  const [row] = await ctx.db.execute<{ n: number }>(sql`
    SELECT coalesce(sum(n), 0)::int AS n FROM (
      SELECT n FROM response_counts WHERE ${these(sql`response_counts`)}
      UNION ALL SELECT delta FROM response_count_deltas WHERE ${these(sql`response_count_deltas`)}
    ) AS every`);
  return row!.n;
}
