import { sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";

/** So many of the newest contacts are looked at for attributes. */
const mostRead = 2_000;

/** By what the queue knows what a customer is worth, and what it could be. */
export type Value = {
  attribute: string | null;
  /** What is said after the number. */
  unit: string | null;
  /** The attributes of which some value is a number, by name. */
  attributes: string[];
  /** Cases that are not closed, and how many of their customers are worth something by it. */
  open: number;
  valued: number;
};

/** That of this workspace. */
export async function findValue(ctx: Ctx): Promise<Value> {
  const [row] = await ctx.db.execute<Value>(sql`
    SELECT w.value_attribute AS attribute, w.value_unit AS unit,
      ARRAY(
        SELECT given.key FROM (
          SELECT attributes FROM contacts WHERE workspace_id = w.id ORDER BY id DESC LIMIT ${mostRead}
        ) AS newest, jsonb_each_text(newest.attributes) AS given
        GROUP BY given.key HAVING bool_or(svar_worth(given.value) > 0) ORDER BY lower(given.key), given.key
      ) AS attributes,
      open.count AS open, open.valued
    FROM workspaces w, LATERAL (
      SELECT count(*)::int AS count, (count(*) FILTER (WHERE worth > 0))::int AS valued
      FROM cases WHERE workspace_id = w.id AND turn < 4
    ) AS open
    WHERE w.id = ${ctx.workspaceId}`);
  return row!;
}
