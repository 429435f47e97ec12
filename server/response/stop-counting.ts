import { sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";
import { within } from "./cuts.ts";
import { lockCounts } from "./lock-counts.ts";

/** An attribute with more values than these is a name rather than a group. */
export const mostCountedValues = 500;

const isWithin = sql.join(
  [...within].map((dimension) => sql`starts_with(c.dimension, svar_within(names.name, '', ${dimension}))`),
  sql` OR `,
);

/**
 * Counts no longer by attributes that have more than `mostCountedValues` values, such as an order's number: a counter
 * for each answer tells nobody anything. Filters by them read the answers from then on. Returns their names.
 */
export async function stopCountingNames(ctx: Ctx): Promise<string[]> {
  await lockCounts(ctx);
  const rows = await ctx.db.execute<{ name: string }>(sql`
    WITH names AS (
      INSERT INTO uncounted_attributes (workspace_id, name)
      SELECT ${ctx.workspaceId}, substr(dimension, length('attribute:') + 1)
      FROM response_cuts
      WHERE workspace_id = ${ctx.workspaceId} AND dimension LIKE 'attribute:%'
      GROUP BY dimension HAVING count(DISTINCT value) > ${mostCountedValues}
      ON CONFLICT DO NOTHING
      RETURNING name
    ), gone AS (
      DELETE FROM response_cuts c USING names
      WHERE c.workspace_id = ${ctx.workspaceId} AND (c.dimension = 'attribute:' || names.name OR ${isWithin})
    )
    SELECT name FROM names ORDER BY name`);
  return rows.map(({ name }) => name);
}
