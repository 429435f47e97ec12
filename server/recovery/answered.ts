import { type SQL, sql } from "drizzle-orm";
import { countedAs, firstLevel } from "#server/cause/counted-as.ts";
import type { Ctx } from "#server/context.ts";
import { startOf } from "#server/response/filter.ts";

/** Days of the workspace's calendar, both included, by when the check was first answered; `team` is an id. */
export type RecoveryFilter = {
  from?: string | undefined;
  to?: string | undefined;
  team?: string | undefined;
};

/**
 * A query for the checks that were answered: rows of `answer` (the one that holds), `given_at` (when it was answered
 * first), `cause_id` and `leaf_id` (first level and whole cause of the closure it was asked about) and `team_id` (of the
 * day when the customer was asked to score; null where there was none). `on`: the condition for the days, of
 * `first.given_at`, from a caller who knows the clocks already.
 */
export function answeredChecks(ctx: Ctx, filter: RecoveryFilter, on = onDays(ctx, filter)): SQL {
  const { team } = filter;
  return sql`
    SELECT latest.answer, first.given_at, ${firstLevel} AS cause_id, leaf.id AS leaf_id,
      c.team_id
    FROM recovery_answers first
    JOIN LATERAL (
      SELECT answer FROM recovery_answers
      WHERE workspace_id = first.workspace_id AND check_id = first.check_id ORDER BY version DESC LIMIT 1
    ) AS latest ON true
    JOIN recovery_checks k ON k.workspace_id = first.workspace_id AND k.id = first.check_id
    JOIN case_closures closure ON closure.workspace_id = k.workspace_id AND closure.id = k.closure_id
    ${countedAs(sql`closure`)}
    JOIN cases c ON c.workspace_id = k.workspace_id AND c.id = k.case_id
    WHERE first.workspace_id = ${ctx.workspaceId} AND first.version = 1
      ${on}
      ${team ? sql`AND c.team_id = ${team}::uuid` : sql``}`;
}

function onDays(ctx: Ctx, { from, to }: RecoveryFilter): SQL {
  const first = from ? sql`AND first.given_at >= ${startOf(ctx, sql`${from}::date`)}` : sql``;
  return to ? sql`${first} AND first.given_at < ${startOf(ctx, sql`(${to}::date + 1)`)}` : first;
}
