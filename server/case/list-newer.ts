import { sql } from "drizzle-orm";
import { type Ctx, memberId } from "#server/context.ts";

/** Something that others said or did in a case. */
export type Newer = {
  id: string;
  kind: "mail" | "reply" | "note" | "closed" | "reopened" | "withdrawn" | "score_changed";
  /** Who said it: a colleague's name, or null for the customer. */
  who: string | null;
  text: string | null;
};

const most = 5;

/**
 * What came into a case after `seen`, the newest message or event that somebody knows of, oldest first: mail from
 * persons, what colleagues wrote (also what has not left yet), and the case being closed or opened again. What the
 * acting member did is no news to them.
 */
export async function listNewer(ctx: Ctx, caseId: string, seen: string | null): Promise<Newer[]> {
  const me = memberId(ctx.actor) ?? "";
  const rows = await ctx.db.execute<Newer>(sql`
    SELECT said.id, said.kind, u.name AS who, said.text FROM (
      SELECT id, CASE direction WHEN 'in' THEN 'mail' WHEN 'out' THEN 'reply' ELSE 'note' END AS kind,
        author_id AS by, left(text, 300) AS text
      FROM case_messages
      WHERE workspace_id = ${ctx.workspaceId} AND case_id = ${caseId} AND NOT automatic AND set_aside IS NULL
      UNION ALL
      SELECT id, kind, actor_id, NULL FROM case_events
      WHERE workspace_id = ${ctx.workspaceId} AND case_id = ${caseId}
        AND kind IN ('closed', 'reopened', 'withdrawn', 'score_changed')
    ) AS said LEFT JOIN users u ON u.id = said.by
    WHERE (${seen}::uuid IS NULL OR said.id > ${seen}::uuid) AND said.by IS DISTINCT FROM ${me}
    ORDER BY said.id LIMIT ${most}`);
  return [...rows];
}
