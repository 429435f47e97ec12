import { sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";

export type Tag = { id: string; name: string };

/** The tags of a case, or those of this workspace that some case has, by name. */
export async function listTags(ctx: Ctx, { caseId }: { caseId?: string | undefined } = {}): Promise<Tag[]> {
  const rows = await ctx.db.execute<Tag>(sql`
    SELECT id, name FROM tags WHERE workspace_id = ${ctx.workspaceId} AND EXISTS (
      SELECT FROM case_tags t WHERE t.workspace_id = tags.workspace_id AND t.tag_id = tags.id
        ${caseId ? sql`AND t.case_id = ${caseId}` : sql``})
    ORDER BY lower(name)`);
  return [...rows];
}

/** Every tag of this workspace by name, also those that no case has, or none yet. */
export async function listAllTags(ctx: Ctx): Promise<Tag[]> {
  const rows = await ctx.db.execute<Tag>(
    sql`SELECT id, name FROM tags WHERE workspace_id = ${ctx.workspaceId} ORDER BY lower(name)`,
  );
  return [...rows];
}
