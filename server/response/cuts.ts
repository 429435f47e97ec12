import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";
import { GROUPS, type Group } from "#server/nps/groups.ts";

/** What an answer is counted under besides the whole; attributes are `attribute:` and their name. Migration 0094. */
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

/** What is counted within each value of an attribute as well: svar_cuts_of of migration 0094. */
export const within: ReadonlySet<Dimension> = new Set<Dimension>(["team", "channel", "driver"]);

/** Whether a dimension stands for itself, and not for what is counted within a value of an attribute or belongs to no team. */
export const isPlain = (dimension: SQL): SQL => sql`${dimension} < 'within '`;

/** Longer values are no groups, and not counted: svar_cuts_of of migration 0094. */
export const longestCounted = 200;

/**
 * The columns `detractors`, `passives` and `promoters`, summed from rows that have a `score` and count `n`.
 */
export const summedByGroup = (n: SQL): SQL => sql`
  coalesce(sum(${n}) FILTER (WHERE score <= 6), 0)::int AS detractors,
  coalesce(sum(${n}) FILTER (WHERE score IN (7, 8)), 0)::int AS passives,
  coalesce(sum(${n}) FILTER (WHERE score >= 9), 0)::int AS promoters`;

/** The columns `detractors`, `passives` and `promoters` of counters by group, where one is asked for the others 0. */
export const countedIn = (group: Group | undefined): SQL =>
  sql.join(
    GROUPS.map((one) => sql.raw(!group || one === group ? `${one}s` : `0 AS ${one}s`)),
    sql`, `,
  );

/**
 * Everything that rows of `from`, answers or counter changes, are counted under, as a set to join: `cut.dimension`,
 * `cut.value`, and `cut.attribute`, the attribute that it is about, or null.
 */
export const cutsOf = (from: SQL): SQL => sql`
  svar_cuts_of(${from}.campaign_id, ${from}.touchpoint, ${from}.team_id, ${from}.employee, ${from}.channel,
    ${from}.locale, ${from}.drivers, ${from}.attributes) AS cut`;

/** Those cuts that are counted here: attributes that are names rather than groups are not. */
export const isCounted = (ctx: Ctx): SQL => sql`
  NOT EXISTS (SELECT FROM uncounted_attributes u
    WHERE u.workspace_id = ${ctx.workspaceId} AND u.name = cut.attribute)`;

/** Whether an attribute is a name rather than a group, so that there are no counters by it. */
export const isUncounted = (ctx: Ctx, attribute: string): SQL => sql`
  (SELECT EXISTS (SELECT FROM uncounted_attributes
    WHERE workspace_id = ${ctx.workspaceId} AND name = ${attribute}))`;
