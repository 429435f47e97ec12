import { sql } from "drizzle-orm";
import { hasReply } from "#server/case/filter.ts";
import type { Ctx } from "#server/context.ts";
import { type Cut, ofTeam, type Span } from "./cuts.ts";

/** How it stands at this moment, whatever the days. */
export type Standing = {
  /** Not closed, and of these without the first reply that was due by now. */
  open: number;
  overdue: number;
  /** Of those that are our turn, whose customer has waited longest, and since when. */
  oldest: { caseId: string; name: string | null; since: string } | null;
};

/** That of all together and by team, in one statement. */
export async function countStanding(ctx: Ctx, span: Span): Promise<(Cut & Standing)[]> {
  const rows = await ctx.db.execute<Cut & Standing>(sql`
    SELECT CASE WHEN grouping(team_id) = 0 THEN 'team' ELSE 'all' END AS cut, team_id::text AS key,
      count(*)::int AS open, (count(*) FILTER (WHERE ${hasReply(ctx, "overdue")}))::int AS overdue,
      (array_agg(json_build_object('caseId', cases.id, 'name', cases.name, 'since', cases.since) ORDER BY cases.since)
        FILTER (WHERE cases.state = 'open'))[1] AS oldest
    FROM (
      SELECT cases.id, cases.state, cases.due_at, cases.first_reply_at, cases.came_by, cases.merged_into, coalesce(p.name, p.email) AS name,
        cases.team_id,
        CASE WHEN cases.first_reply_at IS NULL THEN cases.opened_at
          ELSE coalesce(cases.needs_since, cases.first_reply_at) END AS since
      FROM cases
      LEFT JOIN contacts p ON p.workspace_id = cases.workspace_id AND p.id = cases.contact_id
      WHERE cases.workspace_id = ${ctx.workspaceId} AND cases.state <> 'closed' ${ofTeam(span, sql`cases`)}
    ) AS cases GROUP BY GROUPING SETS ((), (team_id))`);
  return [...rows];
}
