import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";

/**
 * Takes the tags off a contact's cases, and their names out of the cases' histories: one that was made for this customer
 * may be their name. A tag that is on no other case and that no rule gives goes as well.
 *
 * @param theirs the ids of the cases, as a query
 */
export async function eraseTags(ctx: Ctx, theirs: SQL): Promise<void> {
  const here = sql`workspace_id = ${ctx.workspaceId}`;
  const taken = await ctx.db.execute<{ id: string }>(sql`
    DELETE FROM case_tags WHERE ${here} AND case_id IN (${theirs}) RETURNING tag_id AS id`);
  const told = await ctx.db.execute<{ id: string }>(sql`
    DELETE FROM case_events WHERE ${here} AND case_id IN (${theirs}) AND kind IN ('tagged', 'untagged')
    RETURNING detail ->> 'tagId' AS id`);
  const ids = JSON.stringify([...new Set([...taken, ...told].flatMap(({ id }) => id ?? []))]);
  await ctx.db.execute(sql`
    DELETE FROM tags t WHERE ${here} AND t.id IN (SELECT value::uuid FROM jsonb_array_elements_text(${ids}::jsonb))
      AND NOT EXISTS (SELECT FROM case_tags c WHERE c.workspace_id = t.workspace_id AND c.tag_id = t.id)
      AND NOT EXISTS (SELECT FROM case_rule_changes r WHERE r.workspace_id = t.workspace_id
        AND (strpos(r.actions::text, t.id::text) > 0 OR strpos(r.conditions::text, t.id::text) > 0))`);
}
