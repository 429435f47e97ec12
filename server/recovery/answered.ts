import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";
import { startOf } from "#server/response/filter.ts";

/** Days of the workspace's calendar, both included, by when the check was first answered; `team` is an id. */
export type RecoveryFilter = {
  from?: string | undefined;
  to?: string | undefined;
  team?: string | undefined;
};

/**
 * A query for the checks that were answered: rows of `answer` (the one that holds), `cause` (of the closure it was
 * asked about) and `team_id` (of the day when the customer was asked to score; null where there was none).
 */
export function answeredChecks(ctx: Ctx, { from, to, team }: RecoveryFilter): SQL {
  return sql`
    SELECT latest.answer, closure.cause, coalesce(r.team_id, i.team_id) AS team_id
    FROM recovery_answers first
    JOIN LATERAL (
      SELECT answer FROM recovery_answers
      WHERE workspace_id = first.workspace_id AND check_id = first.check_id ORDER BY version DESC LIMIT 1
    ) AS latest ON true
    JOIN recovery_checks k ON k.workspace_id = first.workspace_id AND k.id = first.check_id
    JOIN case_closures closure ON closure.workspace_id = k.workspace_id AND closure.id = k.closure_id
    JOIN cases c ON c.workspace_id = k.workspace_id AND c.id = k.case_id
    LEFT JOIN responses r ON r.workspace_id = c.workspace_id AND r.id = c.response_id
    LEFT JOIN invitations i ON i.workspace_id = c.workspace_id AND i.id = c.invitation_id
    WHERE first.workspace_id = ${ctx.workspaceId} AND first.version = 1
      ${from ? sql`AND first.given_at >= ${startOf(ctx, sql`${from}::date`)}` : sql``}
      ${to ? sql`AND first.given_at < ${startOf(ctx, sql`(${to}::date + 1)`)}` : sql``}
      ${team ? sql`AND coalesce(r.team_id, i.team_id) = ${team}::uuid` : sql``}`;
}
