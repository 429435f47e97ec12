import { sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";
import { ofTeam, onDays, type Span } from "./cuts.ts";

/** A customer whose case was closed and who says that it is not solved, or only partly. */
type Unsolved = {
  caseId: string;
  name: string | null;
  company: string | null;
  score: number | null;
  answer: "partly" | "no";
  comment: string | null;
  locale: string | null;
  teamId: string | null;
};

/** The newest of those who said so on the days of a span, as they say now. */
export async function listUnsolved(ctx: Ctx, span: Span, most: number): Promise<Unsolved[]> {
  const rows = await ctx.db.execute<Unsolved>(sql`
    SELECT c.id AS "caseId", coalesce(p.name, p.email) AS name, a.name AS company, r.score, latest.answer,
      latest.comment, coalesce(r.locale, i.locale) AS locale, c.team_id AS "teamId"
    FROM recovery_answers first
    JOIN LATERAL (
      SELECT answer, comment FROM recovery_answers
      WHERE workspace_id = first.workspace_id AND check_id = first.check_id ORDER BY version DESC LIMIT 1
    ) AS latest ON latest.answer <> 'yes'
    JOIN recovery_checks k ON k.workspace_id = first.workspace_id AND k.id = first.check_id
    JOIN cases c ON c.workspace_id = k.workspace_id AND c.id = k.case_id
    LEFT JOIN responses r ON r.workspace_id = c.workspace_id AND r.id = c.response_id
    LEFT JOIN invitations i ON i.workspace_id = c.workspace_id AND i.id = c.invitation_id
    LEFT JOIN contacts p ON p.workspace_id = c.workspace_id AND p.id = c.contact_id
    LEFT JOIN accounts a ON a.workspace_id = p.workspace_id AND a.id = p.account_id
    WHERE first.workspace_id = ${ctx.workspaceId} AND first.version = 1 ${onDays(span, sql`first.given_at`)}
      ${ofTeam(span, sql`c`)}
    ORDER BY first.given_at DESC LIMIT ${most}`);
  return [...rows];
}
