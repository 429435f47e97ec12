import { sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";
import { dayAfter } from "#server/working-time/rules.ts";
import { ofTeam, type Span } from "./cuts.ts";

/** An open promise to a customer, and who keeps it (null: nobody). */
type OpenPromise = {
  id: string;
  caseId: string;
  text: string;
  dueOn: string;
  ownerName: string | null;
  name: string | null;
  company: string | null;
  score: number | null;
};

/** The open promises whose day is over, is today or is within a week, the longest due first, `most` of them. */
export async function listPromised(
  ctx: Ctx,
  span: Span & { today: string },
  most: number,
): Promise<OpenPromise[]> {
  const rows = await ctx.db.execute<OpenPromise>(sql`
    SELECT m.id, m.case_id AS "caseId", m.text, m.due_on AS "dueOn", u.name AS "ownerName",
      coalesce(p.name, p.email) AS name, a.name AS company, r.score
    FROM promises m
    JOIN cases c ON c.workspace_id = m.workspace_id AND c.id = m.case_id
    LEFT JOIN responses r ON r.workspace_id = c.workspace_id AND r.id = c.response_id
    LEFT JOIN contacts p ON p.workspace_id = c.workspace_id AND p.id = c.contact_id
    LEFT JOIN accounts a ON a.workspace_id = p.workspace_id AND a.id = p.account_id
    LEFT JOIN users u ON u.id = m.owner_id
    WHERE m.workspace_id = ${ctx.workspaceId} AND m.ended_at IS NULL
      AND m.due_on <= ${dayAfter(span.today, 7)}::date ${ofTeam(span, sql`c`)}
    ORDER BY m.due_on, m.id LIMIT ${most}`);
  return [...rows];
}
