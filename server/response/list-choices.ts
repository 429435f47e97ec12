import { and, eq, inArray, sql } from "drizzle-orm";
import { campaigns, surveys, teams, workspaces } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { labelled, type StoredDriver } from "#server/driver/rules.ts";
import type { Dimension } from "./cuts.ts";

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
  const rows = await ctx.db.execute<{ dimension: Dimension; values: string[] }>(sql`
    WITH RECURSIVE named AS (
      (SELECT dimension FROM response_cuts WHERE workspace_id = ${ctx.workspaceId} ORDER BY dimension LIMIT 1)
      UNION ALL
      SELECT (SELECT dimension FROM response_cuts c
        WHERE c.workspace_id = ${ctx.workspaceId} AND c.dimension > named.dimension ORDER BY dimension LIMIT 1)
      FROM named WHERE named.dimension IS NOT NULL
    )
    SELECT named.dimension, ARRAY(
      WITH RECURSIVE taken AS (
        (SELECT value, 1 AS place FROM response_cuts c
          WHERE c.workspace_id = ${ctx.workspaceId} AND c.dimension = named.dimension ORDER BY value LIMIT 1)
        UNION ALL
        SELECT (SELECT value FROM response_cuts c
          WHERE c.workspace_id = ${ctx.workspaceId} AND c.dimension = named.dimension AND c.value > taken.value
          ORDER BY value LIMIT 1), place + 1
        FROM taken WHERE taken.value IS NOT NULL AND place <= ${mostValues}
      )
      SELECT value FROM taken WHERE value IS NOT NULL
    ) AS values
    FROM named WHERE named.dimension IS NOT NULL AND named.dimension <> 'all' LIMIT ${mostDimensions}`);
  const names = await namesOf(ctx, rows);
  return rows.map(({ dimension, values }) => ({
    dimension,
    values: values
      .slice(0, mostValues)
      .map((value) => ({ value, name: names.get(`${dimension} ${value}`) ?? null })),
    more: values.length > mostValues,
  }));
}

/** What people call these values, by dimension and value with a space between: teams, campaigns and drivers have names. */
export async function namesOf(
  ctx: Ctx,
  asked: readonly { dimension: Dimension; values: readonly string[] }[],
): Promise<Map<string, string>> {
  const of = (wanted: Dimension) =>
    asked.filter(({ dimension }) => dimension === wanted).flatMap(({ values }) => values);
  const [ofTeams, ofCampaigns, ofDrivers] = [of("team"), of("campaign"), of("driver")];
  const found = [
    ...(ofTeams.length > 0 ? await named(ctx, "team", teams, ofTeams) : []),
    ...(ofCampaigns.length > 0 ? await named(ctx, "campaign", campaigns, ofCampaigns) : []),
    ...(ofDrivers.length > 0 ? await driverNames(ctx, ofDrivers) : []),
  ];
  return new Map(found);
}

async function named(
  ctx: Ctx,
  dimension: Dimension,
  table: typeof teams | typeof campaigns,
  ids: string[],
): Promise<[string, string][]> {
  const rows = await ctx.db
    .select({ id: table.id, name: table.name })
    .from(table)
    .where(and(eq(table.workspaceId, ctx.workspaceId), inArray(table.id, ids)));
  return rows.map(({ id, name }) => [`${dimension} ${id}`, name]);
}

async function driverNames(ctx: Ctx, ids: string[]): Promise<[string, string][]> {
  const [workspace] = await ctx.db
    .select({ locale: workspaces.locale })
    .from(workspaces)
    .where(eq(workspaces.id, ctx.workspaceId));
  const offered = await ctx.db
    .select({ drivers: surveys.drivers })
    .from(surveys)
    .where(eq(surveys.workspaceId, ctx.workspaceId))
    .orderBy(surveys.id);
  const all: StoredDriver[] = offered.flatMap(({ drivers }) => drivers);
  return labelled(ids, all, [workspace!.locale]).map(({ id, label }) => [`driver ${id}`, label]);
}
