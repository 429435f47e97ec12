import { type SQL, sql } from "drizzle-orm";

/**
 * Joins to rows of `closure` what their cause counts as: `leaf`, the cause itself or the one it was merged into. Its first
 * level is `firstLevel`. Null without a cause.
 */
export const countedAs = (closure: SQL): SQL => sql`
  LEFT JOIN causes said ON said.workspace_id = ${closure}.workspace_id AND said.id = ${closure}.cause_id
  LEFT JOIN causes leaf ON leaf.workspace_id = said.workspace_id AND leaf.id = coalesce(said.merged_into, said.id)`;

export const firstLevel: SQL = sql`coalesce(leaf.parent_id, leaf.id)`;
