import { sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";
import type { Offered } from "#server/dashboard/queries.ts";
import { cutsOf, type Dimension, dimensions, isCounted, isPlain } from "#server/response/cuts.ts";
import { conditionsOf, filtered } from "#server/response/filter.ts";
import { type Choices, listChoices, namesOf } from "#server/response/list-choices.ts";
import { type LockedSegment, lockedWords } from "./locked-segment.ts";
import type { OpenShareLink } from "./queries.ts";

/**
 * What a link's readers can narrow by: what occurs among the answers they may see, but for what is locked already
 * and, where names are not shown, the employees.
 */
export async function listOffered(
  ctx: Ctx,
  { locked, comments }: Pick<OpenShareLink, "locked" | "comments">,
): Promise<Offered> {
  const everything = lockedWords(locked) === "";
  const [choices, surveys] = await Promise.all([
    everything ? listChoices(ctx) : choicesWithin(ctx, locked),
    surveysWithin(ctx, locked),
  ]);
  const hidden = new Set<Dimension>([
    ...dimensions.filter((dimension) => locked[dimension] !== undefined),
    ...conditionsOf(locked).flatMap(({ name, operator }) =>
      operator === "is" ? [`attribute:${name}` as const] : [],
    ),
  ]);
  if (comments !== "named") hidden.add("employee");
  return { surveys, choices: choices.filter(({ dimension }) => !hidden.has(dimension)) };
}

/** Only as many answers are looked through, the newest, so that it takes the same time among a million. */
const mostAnswers = 2_000;
const mostValues = 40;

/** The values of everything that these answers are grouped by, the most frequent, in order of the values. */
async function choicesWithin(ctx: Ctx, locked: LockedSegment): Promise<Choices[]> {
  const rows = await ctx.db.execute<{ dimension: Dimension; values: string[] }>(sql`
    WITH newest AS (
      SELECT campaign_id, touchpoint, team_id, employee, channel, locale, drivers, attributes
      FROM responses WHERE ${filtered(ctx, locked)} ORDER BY answered_at DESC, id DESC LIMIT ${mostAnswers}
    ), counted AS (
      SELECT cut.dimension, cut.value,
        row_number() OVER (PARTITION BY cut.dimension ORDER BY count(*) DESC, cut.value) AS place
      FROM newest, ${cutsOf(sql`newest`)}
      WHERE cut.dimension <> 'all' AND ${isPlain(sql`cut.dimension`)} AND ${isCounted(ctx)}
      GROUP BY cut.dimension, cut.value
    )
    SELECT dimension, array_agg(value ORDER BY value) AS values
    FROM counted WHERE place <= ${mostValues} GROUP BY dimension ORDER BY dimension`);
  const names = await namesOf(ctx, rows);
  return rows.map(({ dimension, values }) => ({
    dimension,
    values: values.map((value) => ({ value, name: names.get(`${dimension} ${value}`) ?? null })),
    more: values.length === mostValues,
  }));
}

/** The surveys that have an answer among these, by name. */
async function surveysWithin(ctx: Ctx, locked: LockedSegment): Promise<Offered["surveys"]> {
  const rows = await ctx.db.execute<{ id: string; name: string }>(sql`
    SELECT s.id, s.name FROM surveys s
    WHERE s.workspace_id = ${ctx.workspaceId} AND EXISTS (
      SELECT FROM responses WHERE survey_id = s.id AND ${filtered(ctx, locked)})
    ORDER BY s.name`);
  return rows.map(({ id, name }) => ({ id, name }));
}
