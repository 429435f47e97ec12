import { sql } from "drizzle-orm";
import { countedAs, firstLevel } from "#server/cause/counted-as.ts";
import type { Ctx } from "#server/context.ts";
import { answeredChecks } from "#server/recovery/answered.ts";
import { byCauseToo, type Cut, ofTeam, onDays, type Span, startIn } from "./cuts.ts";

/** Of the customers who were asked on some days whether it is solved, how many have answered by now. */
export type Asked = { asked: number; replied: number };

/** What was answered on some days, by when it was answered first: yes, partly, or no. */
export type Solved = { answered: number; recovered: number; partly: number };

/** Who was asked and could be reached, all together, by team, by period and by cause of both levels, in one statement. */
export async function countAsked(ctx: Ctx, span: Span): Promise<(Cut & Asked)[]> {
  const answered = sql`EXISTS (SELECT FROM recovery_answers a
    WHERE a.workspace_id = k.workspace_id AND a.check_id = k.id)`;
  const rows = await ctx.db.execute<Cut & Asked>(sql`
    SELECT ${byCauseToo.columns}, count(*)::int AS asked, (count(*) FILTER (WHERE answered))::int AS replied
    FROM (
      SELECT ${answered} AS answered, c.team_id, ${startIn(span, sql`k.asked_at`)} AS start,
        ${firstLevel} AS cause_id, leaf.id AS leaf_id, k.cancelled_at, m.state
      FROM recovery_checks k
      JOIN case_closures closure ON closure.workspace_id = k.workspace_id AND closure.id = k.closure_id
      ${countedAs(sql`closure`)}
      JOIN cases c ON c.workspace_id = k.workspace_id AND c.id = k.case_id
      LEFT JOIN outbound_mails m ON m.workspace_id = k.workspace_id AND m.id = k.mail_id
      WHERE k.workspace_id = ${ctx.workspaceId} AND k.asked_at IS NOT NULL ${onDays(span, sql`k.asked_at`)}
        ${ofTeam(span, sql`c`)}
    ) AS checks
    WHERE answered
      OR (cancelled_at IS NULL AND (state IS NULL OR state NOT IN ('failed', 'cancelled', 'suppressed')))
    ${byCauseToo.groups}`);
  return [...rows];
}

/** What was answered, in the same parts. "Partly" and "no" are answered and not recovered. */
export async function countSolved(ctx: Ctx, span: Span): Promise<(Cut & Solved)[]> {
  const rows = await ctx.db.execute<Cut & Solved>(sql`
    SELECT ${byCauseToo.columns}, count(*)::int AS answered,
      (count(*) FILTER (WHERE answer = 'yes'))::int AS recovered,
      (count(*) FILTER (WHERE answer = 'partly'))::int AS partly
    FROM (
      SELECT answer, team_id, cause_id, leaf_id, ${startIn(span, sql`given_at`)} AS start
      FROM (${answeredChecks(ctx, { team: span.team }, onDays(span, sql`first.given_at`))}) AS answers
    ) AS answers ${byCauseToo.groups}`);
  return [...rows];
}
