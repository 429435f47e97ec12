import { and, type SQL, sql } from "drizzle-orm";
import { runOften } from "#db/prepared.ts";
import type { Ctx } from "#server/context.ts";
import { type Counts, GROUPS, type Group, total } from "#server/nps/groups.ts";
import {
  attributeOf,
  countedIn,
  cutsOf,
  type Dimension,
  isUncounted,
  longestCounted,
  summedByGroup,
  within,
} from "./cuts.ts";
import { filtered, narrowed } from "./filter.ts";
import { nameOf } from "./names.ts";
import { cutsIn, inDays, together } from "./read-counters.ts";
import { noTeam } from "./rules.ts";
import type { ResponseFilter } from "./schema.ts";

/**
 * The answers with one value of what they were cut by: a team's id, a driver's id, "Denmark"; `name` is null where the
 * value is a name. `before` has those of the days it is compared with, null without any.
 */
export type Part = { value: string; name: string | null; counts: Counts; before: Counts | null };

/** More parts than these are not told one by one. */
export const mostParts = 200;

/** The answers that a filter lets through, cut by one thing: `countByEach` with that alone. */
export async function countBy(ctx: Ctx, filter: ResponseFilter, dimension: Dimension): Promise<Part[]> {
  return (await countByEach(ctx, filter, null, [dimension])).get(dimension) ?? [];
}

/**
 * The answers that a filter lets through, cut by each of these things at a time, most answers first; those without a
 * value of it are in no part. From the counters where nothing else narrows, or only what is counted together; else
 * the answers are read, once for all.
 */
export async function countByEach(
  ctx: Ctx,
  filter: ResponseFilter,
  before: Pick<ResponseFilter, "from" | "to"> | null,
  dimensions: readonly Dimension[],
): Promise<Map<Dimension, Part[]>> {
  const early =
    before &&
    sql`UNION ALL SELECT false, dimension, value, detractors, passives, promoters
      FROM (${partsOf(ctx, { ...filter, from: before.from, to: before.to }, dimensions)}) AS early`;
  const rows = await runOften<Row>(
    ctx.db,
    sql`
    SELECT *, ${nameOf(ctx, sql`dimension`, sql`value`)} AS name
    FROM (
      SELECT *, row_number() OVER (PARTITION BY dimension ORDER BY detractors + passives + promoters DESC, value) AS place
      FROM (
        SELECT dimension, value, ${sumsOf(sql`shown`, "")}, ${sumsOf(sql`NOT shown`, "Before")}
        FROM (
          SELECT true AS shown, dimension, value, detractors, passives, promoters
          FROM (${partsOf(ctx, filter, dimensions)}) AS late ${early ?? sql``}
        ) AS counted GROUP BY 1, 2
      ) AS summed WHERE detractors + passives + promoters > 0
    ) AS ranked
    WHERE place <= ${mostParts} ORDER BY dimension, place`,
  );
  const parts = new Map<Dimension, Part[]>(dimensions.map((dimension) => [dimension, []]));
  for (const { dimension, value, name, ...row } of rows) {
    const counts = { detractors: row.detractors, passives: row.passives, promoters: row.promoters };
    const then = {
      detractors: row.detractorsBefore,
      passives: row.passivesBefore,
      promoters: row.promotersBefore,
    };
    parts.get(dimension)!.push({ value, name, counts, before: total(then) > 0 ? then : null });
  }
  return parts;
}

type Row = { dimension: Dimension; value: string; name: string | null } & Record<Sums, number>;
type Sums = `${Group}s` | `${Group}sBefore`;

const sumsOf = (which: SQL, end: "" | "Before"): SQL =>
  sql.join(
    GROUPS.map(
      (group) => sql`coalesce(sum(${sql.identifier(`${group}s`)}) FILTER (WHERE ${which}), 0)::int AS
        ${sql.identifier(`${group}s${end}`)}`,
    ),
    sql`, `,
  );

function partsOf(ctx: Ctx, filter: ResponseFilter, dimensions: readonly Dimension[]): SQL {
  const cuts = cutsIn(filter);
  if (cuts?.length === 0 && !ctx.sight) return fromCuts(ctx, filter, dimensions);
  const attribute = cuts?.length === 1 && !ctx.sight ? attributeOf(cuts[0]!.dimension) : null;
  if (attribute !== null) return withinAttribute(ctx, filter, dimensions, { attribute, ...cuts![0]! });
  const counted = cuts?.every((cut) => together.has(cut.dimension))
    ? dimensions.filter((dimension) => together.has(dimension))
    : [];
  const read = dimensions.filter((dimension) => !counted.includes(dimension));
  return sql.join(
    [
      ...(counted.length > 0 ? [fromCounts(ctx, filter, counted)] : []),
      ...(read.length > 0 ? [fromAnswers(ctx, filter, read)] : []),
    ],
    sql` UNION ALL `,
  );
}

const summed = sql`
  sum(detractors)::int AS detractors, sum(passives)::int AS passives, sum(promoters)::int AS promoters`;

function fromCuts(ctx: Ctx, filter: ResponseFilter, dimensions: readonly Dimension[]): SQL {
  return sql`
    SELECT dimension, value, ${summed}
    FROM (SELECT dimension, value, ${countedIn(filter.group)} FROM response_cuts
      WHERE ${inDays(ctx, filter)} AND dimension IN ${dimensions}) AS counters GROUP BY 1, 2
    UNION ALL ${changes(ctx, filter, dimensions)}`;
}

type Within = { attribute: string; value: string };

/** Of one value of an attribute: what is counted within it from the counters, unless it is a name; the rest is read. */
function withinAttribute(
  ctx: Ctx,
  filter: ResponseFilter,
  dimensions: readonly Dimension[],
  { attribute, value }: Within,
): SQL {
  const counted = dimensions.filter((dimension) => within.has(dimension));
  const read = dimensions.filter((dimension) => !within.has(dimension));
  const uncounted = isUncounted(ctx, attribute);
  const counters = counted.map(
    (dimension) => sql`
      SELECT ${dimension}::text AS dimension, value, ${summed}
      FROM (SELECT value, ${countedIn(filter.group)} FROM response_cuts
        WHERE ${inDays(ctx, filter)} AND dimension = svar_within(${attribute}, ${value}, ${dimension})
          AND NOT ${uncounted}) AS counters GROUP BY 2`,
  );
  const changed = sql`SELECT * FROM (${changes(ctx, filter, counted)}) AS changed WHERE NOT ${uncounted}`;
  return sql.join(
    [
      ...(counted.length > 0 ? [...counters, changed, fromAnswers(ctx, filter, counted, uncounted)] : []),
      ...(read.length > 0 ? [fromAnswers(ctx, filter, read)] : []),
    ],
    sql` UNION ALL `,
  );
}

function fromCounts(ctx: Ctx, filter: ResponseFilter, dimensions: readonly Dimension[]): SQL {
  const rows = sql`response_counts WHERE ${and(inDays(ctx, filter), narrowed(filter, sql`response_counts`))}`;
  return sql`${cutByEach(dimensions, rows, sql`n`)} UNION ALL ${changes(ctx, filter, dimensions)}`;
}

function changes(ctx: Ctx, filter: ResponseFilter, dimensions: readonly Dimension[]): SQL {
  const narrow = narrowed(filter, sql`response_count_deltas`) ?? sql`true`;
  return sql`
    SELECT cut.dimension, cut.value, ${summedByGroup(sql`delta`)}
    FROM response_count_deltas, ${cutsOf(sql`response_count_deltas`)}
    WHERE ${inDays(ctx, filter)} AND ${narrow} AND cut.dimension IN ${dimensions} GROUP BY 1, 2`;
}

const fromAnswers = (
  ctx: Ctx,
  filter: ResponseFilter,
  dimensions: readonly Dimension[],
  when: SQL = sql`true`,
): SQL => cutByEach(dimensions, sql`responses WHERE ${filtered(ctx, filter)} AND ${when}`, sql`1`);

/**
 * Rows cut by each of these things. They are grouped by all of them at once first: of those groups there are few, and
 * to take every row apart (svar_cuts_of) costs five times as much as to read it.
 */
function cutByEach(dimensions: readonly Dimension[], rows: SQL, n: SQL): SQL {
  const columns = dimensions.map((_, place) => sql.raw(`value${place}`));
  const values = dimensions.map((dimension, place) => sql`${columnOf(dimension)} AS ${columns[place]}`);
  const cuts = dimensions.map((dimension, place) =>
    dimension === "driver"
      ? sql`SELECT 'driver', unnest(${columns[place]})`
      : sql`SELECT ${dimension}, ${columns[place]}`,
  );
  return sql`
    SELECT cut.dimension, cut.value, detractors, passives, promoters
    FROM (
      SELECT ${sql.join(values, sql`, `)}, ${summedByGroup(n)} FROM ${rows} GROUP BY ${sql.join(columns, sql`, `)}
    ) AS grouped, LATERAL (${sql.join(cuts, sql` UNION ALL `)}) AS cut (dimension, value)
    WHERE (cut.value <> '' OR cut.dimension = 'all') AND length(cut.value) <= ${longestCounted}`;
}

/** As svar_cuts_of has it, of answers, or of counters as far as those are counted together. */
function columnOf(dimension: Dimension): SQL {
  if (dimension === "campaign") return sql`campaign_id::text`;
  if (dimension === "team") return sql`nullif(team_id, ${noTeam}::uuid)::text`;
  if (dimension === "channel") return sql`channel::text`;
  if (dimension === "language") return sql`locale`;
  if (dimension === "driver") return sql`drivers`;
  if (dimension === "all") return sql`''`;
  const attribute = attributeOf(dimension);
  return attribute === null ? sql`${sql.identifier(dimension)}` : sql`attributes ->> ${attribute}`;
}
