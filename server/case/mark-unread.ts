import { sql } from "drizzle-orm";
import { type Ctx, memberId } from "#server/context.ts";
import { heardAt } from "./heard.ts";
import type { MarkUnread } from "./schema.ts";

/**
 * Makes what the customers of these cases last said unread for the acting member, until they open them again. Returns the
 * cases that are; one that is closed or gone is none of them.
 */
export async function markUnread(ctx: Ctx, { caseIds }: MarkUnread): Promise<{ marked: string[] }> {
  const ids = [...new Set(caseIds)].sort();
  const marked = await ctx.db.execute<{ id: string }>(sql`
    INSERT INTO case_reads (workspace_id, case_id, member_id, read_until)
    SELECT cases.workspace_id, cases.id, ${memberId(ctx.actor)}, ${heardAt} - interval '1 millisecond'
    FROM cases
    LEFT JOIN responses ON responses.workspace_id = cases.workspace_id AND responses.id = cases.response_id
    WHERE cases.workspace_id = ${ctx.workspaceId} AND cases.state <> 'closed'
      AND cases.id IN (SELECT jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb)::uuid)
    ORDER BY cases.id
    ON CONFLICT (workspace_id, case_id, member_id) DO UPDATE SET read_until = excluded.read_until
    RETURNING case_id AS id`);
  return { marked: marked.map(({ id }) => id) };
}
