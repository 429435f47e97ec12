import { sql } from "drizzle-orm";
import { type Ctx, memberId } from "#server/context.ts";
import { notFound } from "#server/errors.ts";
import { heardAt } from "./heard.ts";
import type { NoteRead } from "./schema.ts";

/**
 * Notes that the acting member had a case before them as it was when its customer was last heard at `heardAt`. What came
 * after that stays unread, and what was read later stays read.
 * @throws NOT_FOUND for a case of another workspace.
 */
export async function noteRead(ctx: Ctx, input: NoteRead): Promise<void> {
  const seen = sql`${input.heardAt}::timestamptz`;
  // A page knows milliseconds, the database finer ones.
  const [found] = await ctx.db.execute(sql`
    WITH found AS (
      SELECT cases.workspace_id, cases.id,
        CASE WHEN date_trunc('milliseconds', ${heardAt}) <= ${seen} THEN ${heardAt} ELSE ${seen} END AS until
      FROM cases
      LEFT JOIN responses ON responses.workspace_id = cases.workspace_id AND responses.id = cases.response_id
      WHERE cases.workspace_id = ${ctx.workspaceId} AND cases.id = ${input.caseId}
    ), noted AS (
      INSERT INTO case_reads AS r (workspace_id, case_id, member_id, read_until)
      SELECT workspace_id, id, ${memberId(ctx.actor)}, until FROM found
      ON CONFLICT (workspace_id, case_id, member_id) DO UPDATE SET read_until = excluded.read_until
        WHERE r.read_until < excluded.read_until
    )
    SELECT id FROM found`);
  if (!found) throw notFound("case");
}
