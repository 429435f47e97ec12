import { sql } from "drizzle-orm";
import { runOften } from "#db/prepared.ts";
import type { Ctx } from "#server/context.ts";
import { type Dimension, isPlain, longestCounted } from "./cuts.ts";
import { filtered } from "./filter.ts";
import { nameOf } from "./names.ts";

/** What answers can be narrowed by: one thing, and the values it takes; `name` is null where the value is a name. */
export type Choices = {
  dimension: Dimension;
  values: { value: string; name: string | null }[];
  more: boolean;
};

const mostValues = 40;
const mostDimensions = 40;

/**
 * What the answers of this workspace can be narrowed and cut by, with at most 40 values each, in order of the
 * values; `more` says that there are others. Reads one entry of the index for each value, however many answers.
 */
export async function listChoices(ctx: Ctx): Promise<Choices[]> {
  if (ctx.sight) return choicesOfOwn(ctx);
  const rows = await runOften<Omit<Choices, "more">>(
    ctx.db,
    sql`
    WITH RECURSIVE named AS (
      (SELECT dimension FROM response_cuts WHERE workspace_id = ${ctx.workspaceId} ORDER BY dimension LIMIT 1)
      UNION ALL
      SELECT (SELECT dimension FROM response_cuts c
        WHERE c.workspace_id = ${ctx.workspaceId} AND c.dimension > named.dimension AND ${isPlain(sql`c.dimension`)}
        ORDER BY dimension LIMIT 1)
      FROM named WHERE named.dimension IS NOT NULL
    )
    SELECT named.dimension, (
      WITH RECURSIVE taken AS (
        (SELECT value, 1 AS place FROM response_cuts c
          WHERE c.workspace_id = ${ctx.workspaceId} AND c.dimension = named.dimension ORDER BY value LIMIT 1)
        UNION ALL
        SELECT (SELECT value FROM response_cuts c
          WHERE c.workspace_id = ${ctx.workspaceId} AND c.dimension = named.dimension AND c.value > taken.value
          ORDER BY value LIMIT 1), place + 1
        FROM taken WHERE taken.value IS NOT NULL AND place <= ${mostValues}
      )
      SELECT jsonb_agg(jsonb_build_object('value', value,
        'name', ${nameOf(ctx, sql`named.dimension`, sql`taken.value`)}) ORDER BY place)
      FROM taken WHERE value IS NOT NULL
    ) AS values
    FROM named WHERE named.dimension IS NOT NULL AND named.dimension <> 'all' LIMIT ${mostDimensions}`,
  );
  return rows.map(cutShort);
}

const cutShort = ({ dimension, values }: Omit<Choices, "more">): Choices => ({
  dimension,
  values: values.slice(0, mostValues),
  more: values.length > mostValues,
});

/** From so many of the newest answers it is told what those of one's own teams can be narrowed by. */
const newestRead = 5_000;

/** No counter has a longer one (migration 0057). */
const longestDimension = 120;

/** The same for somebody who sees their own teams' answers only: the counters do not tell whose a value is. */
async function choicesOfOwn(ctx: Ctx): Promise<Choices[]> {
  const rows = await runOften<Omit<Choices, "more">>(
    ctx.db,
    sql`
    WITH newest AS MATERIALIZED (
      SELECT campaign_id, employee, drivers, attributes, touchpoint, channel, locale, team_id FROM responses
      WHERE ${filtered(ctx, {})} ORDER BY answered_at DESC LIMIT ${newestRead}
    )
    SELECT dimension, jsonb_agg(jsonb_build_object('value', value,
      'name', ${nameOf(ctx, sql`dimension`, sql`value`)}) ORDER BY value) AS values
    FROM (
      SELECT *, row_number() OVER (PARTITION BY dimension ORDER BY value) AS place
      FROM (
        SELECT 'campaign' AS dimension, campaign_id::text AS value FROM newest
        UNION SELECT 'employee', employee FROM newest
        UNION SELECT 'driver', unnest(drivers) FROM newest
        UNION SELECT 'attribute:' || pair.key, pair.value FROM newest, jsonb_each_text(attributes) AS pair
        UNION SELECT 'touchpoint', touchpoint FROM newest
        UNION SELECT 'channel', channel::text FROM newest
        UNION SELECT 'language', locale FROM newest
        UNION SELECT 'team', team_id::text FROM newest
      ) AS every
      WHERE value <> '' AND length(value) <= ${longestCounted} AND length(dimension) <= ${longestDimension}
    ) AS ranked
    WHERE place <= ${mostValues + 1} GROUP BY dimension ORDER BY dimension LIMIT ${mostDimensions}`,
  );
  return rows.map(cutShort);
}

/** What people call these values, by dimension and value with a space between; those that are names themselves are not in it. */
export async function namesOf(
  ctx: Ctx,
  asked: readonly { dimension: Dimension; values: readonly string[] }[],
): Promise<Map<string, string>> {
  const wanted = asked.flatMap(({ dimension, values }) => values.map((value) => ({ dimension, value })));
  if (wanted.length === 0) return new Map();
  const rows = await ctx.db.execute<{ dimension: Dimension; value: string; name: string | null }>(sql`
    SELECT dimension, value, ${nameOf(ctx, sql`dimension`, sql`value`)} AS name
    FROM jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) AS wanted (dimension text, value text)`);
  return new Map(
    rows.flatMap(({ dimension, value, name }) => (name === null ? [] : [[`${dimension} ${value}`, name]])),
  );
}
