import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";
import { GROUPS } from "#server/nps/groups.ts";
import type { ResponseFilter } from "./schema.ts";

/** What an answer is counted under besides the whole; attributes are `attribute:` and their name. Migration 0039. */
export const dimensions = [
  "campaign",
  "touchpoint",
  "team",
  "employee",
  "channel",
  "language",
  "driver",
] as const;
export type Dimension = (typeof dimensions)[number] | "all" | `attribute:${string}`;

const prefix = "attribute:";

/** The name of the attribute that a dimension is, or null when it is none. */
export const attributeOf = (dimension: string): string | null =>
  dimension.startsWith(prefix) ? dimension.slice(prefix.length) : null;

/** Longer values are no groups, and not counted: svar_cuts_of of migration 0039. */
export const longestCounted = 200;

/**
 * The columns `detractors`, `passives` and `promoters`, summed from rows that have a `score` and count `n`.
 */
export const summedByGroup = (n: SQL): SQL => sql`
  coalesce(sum(${n}) FILTER (WHERE score <= 6), 0)::int AS detractors,
  coalesce(sum(${n}) FILTER (WHERE score IN (7, 8)), 0)::int AS passives,
  coalesce(sum(${n}) FILTER (WHERE score >= 9), 0)::int AS promoters`;

/** The same columns, summed from rows that have them; those of groups that a filter leaves out are 0. */
export const summed = ({ group }: Pick<ResponseFilter, "group">): SQL =>
  sql.join(
    GROUPS.map((one) => {
      const column = sql.raw(`${one}s`);
      return group && group !== one ? sql`0 AS ${column}` : sql`sum(${column})::int AS ${column}`;
    }),
    sql`, `,
  );

/**
 * Everything that rows of `from`, answers or counter changes, are counted under, as a set to join: `cut.dimension`
 * and `cut.value`.
 */
export const cutsOf = (from: SQL): SQL => sql`
  svar_cuts_of(${from}.campaign_id, ${from}.touchpoint, ${from}.team_id, ${from}.employee, ${from}.channel,
    ${from}.locale, ${from}.drivers, ${from}.attributes) AS cut`;

/** Those cuts that are counted here: attributes that are names rather than groups are not. */
export const isCounted = (ctx: Ctx): SQL => sql`
  NOT EXISTS (SELECT FROM uncounted_attributes u
    WHERE u.workspace_id = ${ctx.workspaceId} AND cut.dimension = 'attribute:' || u.name)`;
