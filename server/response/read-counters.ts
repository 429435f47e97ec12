import { and, type SQL, sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";
import {
  attributeOf,
  countedIn,
  type Dimension,
  dimensions,
  isUncounted,
  longestCounted,
  summedByGroup,
} from "./cuts.ts";
import { conditionsOf, filtered, narrowed } from "./filter.ts";
import type { ResponseFilter } from "./schema.ts";

type Cut = { dimension: Dimension; value: string };

/**
 * The groups by day that a filter lets through: rows of `day`, `detractors`, `passives` and `promoters`, several a
 * day. From the counters as far as they go: a filter by one thing reads those of that thing, one by several that
 * are counted together reads those; what remains reads the answers. For somebody who does not see everything only the
 * counters of their teams and what is counted by team as well will do.
 */
export function readCounters(ctx: Ctx, filter: ResponseFilter): SQL {
  const cuts = cutsIn(filter);
  if (cuts === null) return fromAnswers(ctx, filter);
  const [only = { dimension: "all", value: "" }] = cuts;
  if (cuts.length <= 1 && !ctx.sight) return fromCut(ctx, filter, only);
  if (cuts.length === 0) return fromOwnTeams(ctx, filter);
  if (cuts.length === 1 && only.dimension === "team") return fromCut(ctx, filter, only);
  return cuts.every(({ dimension }) => together.has(dimension))
    ? fromCounts(ctx, filter)
    : fromAnswers(ctx, filter);
}

/** What is counted together, so that a filter by several of these reads counters too. */
export const together: ReadonlySet<Dimension> = new Set<Dimension>([
  "touchpoint",
  "team",
  "channel",
  "language",
]);

/** What a filter narrows by, or null where it asks for what is in no counter. */
export function cutsIn(filter: ResponseFilter): Cut[] | null {
  const conditions = conditionsOf(filter);
  if (filter.commented || conditions.some(({ operator }) => operator !== "is")) return null;
  const cuts: Cut[] = [
    ...dimensions.flatMap((dimension) => {
      const value = filter[dimension];
      return value ? [{ dimension, value }] : [];
    }),
    ...conditions.map(({ name, value }) => ({ dimension: `attribute:${name}` as const, value })),
  ];
  return cuts.some(({ value }) => value.length > longestCounted) ? null : cuts;
}

/** Days and survey of a filter, of rows that have both as columns. */
export function inDays(ctx: Ctx, filter: ResponseFilter): SQL {
  return and(
    sql`workspace_id = ${ctx.workspaceId}`,
    filter.from ? sql`day >= ${filter.from}::date` : undefined,
    filter.to ? sql`day <= ${filter.to}::date` : undefined,
    filter.survey ? sql`survey_id = ${filter.survey}` : undefined,
  )!;
}

function fromCut(ctx: Ctx, filter: ResponseFilter, { dimension, value }: Cut): SQL {
  const cut = sql`
    SELECT day, ${countedIn(filter.group)} FROM response_cuts
    WHERE ${inDays(ctx, filter)} AND dimension = ${dimension} AND value = ${value}
    UNION ALL ${changes(ctx, filter)}`;
  const attribute = attributeOf(dimension);
  if (attribute === null) return cut;
  const uncounted = isUncounted(ctx, attribute);
  return sql`
    SELECT * FROM (${cut}) AS counted WHERE NOT ${uncounted}
    UNION ALL SELECT * FROM (${fromAnswers(ctx, filter)}) AS read WHERE ${uncounted}`;
}

/** All answers that somebody sees who sees those of their own teams: counters of others they see none. */
function fromOwnTeams(ctx: Ctx, filter: ResponseFilter): SQL {
  return sql`
    SELECT day, ${countedIn(filter.group)} FROM response_cuts
    WHERE ${inDays(ctx, filter)} AND dimension = 'team' AND value = ANY ((SELECT svar_team_ids())::text[])
    UNION ALL SELECT day, ${countedIn(filter.group)} FROM response_cuts
    WHERE ${inDays(ctx, filter)} AND dimension = 'within no team'
    UNION ALL ${changes(ctx, filter)}`;
}

function fromCounts(ctx: Ctx, filter: ResponseFilter): SQL {
  const both = and(inDays(ctx, filter), narrowed(filter, sql`response_counts`));
  return sql`
    SELECT day, ${inGroups(sql`n`)} FROM response_counts
    WHERE ${both}
    UNION ALL ${changes(ctx, filter)}`;
}

function changes(ctx: Ctx, filter: ResponseFilter): SQL {
  const both = and(inDays(ctx, filter), narrowed(filter, sql`response_count_deltas`));
  return sql`SELECT day, ${inGroups(sql`delta`)} FROM response_count_deltas WHERE ${both}`;
}

function fromAnswers(ctx: Ctx, filter: ResponseFilter): SQL {
  return sql`
    SELECT (answered_at AT TIME ZONE (SELECT timezone FROM workspaces WHERE id = ${ctx.workspaceId}))::date AS day,
      ${summedByGroup(sql`1`)}
    FROM responses WHERE ${filtered(ctx, filter)} GROUP BY 1`;
}

const inGroups = (n: SQL): SQL => sql`
  CASE WHEN score <= 6 THEN ${n} ELSE 0 END AS detractors,
  CASE WHEN score IN (7, 8) THEN ${n} ELSE 0 END AS passives,
  CASE WHEN score >= 9 THEN ${n} ELSE 0 END AS promoters`;
