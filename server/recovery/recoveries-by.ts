import { sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";
import { rateInterval } from "#server/nps/rate.ts";
import type { Interval } from "#server/nps/uncertainty.ts";
import { answeredChecks, type RecoveryFilter } from "./answered.ts";

export type Recoveries = {
  /** A team's name, a cause in the words it was closed with; null: no team. */
  name: string | null;
  /** Who answered, and of them who says yes, and who partly. */
  answered: number;
  recovered: number;
  partly: number;
  /** Wilson's, of the share that says yes, from 0 to 1; null where nobody answered. */
  interval: Interval | null;
};

/** How many customers say that their case is solved: all together, by team and by cause, most answers first. */
export async function recoveriesBy(
  ctx: Ctx,
  filter: RecoveryFilter,
): Promise<{ all: Recoveries; teams: Recoveries[]; causes: Recoveries[] }> {
  const rows = await ctx.db.execute<Omit<Recoveries, "interval"> & { cut: "all" | "team" | "cause" }>(sql`
    WITH checks AS MATERIALIZED (${answeredChecks(ctx, filter)}), named AS (
      SELECT checks.*, t.name AS team FROM checks
      LEFT JOIN teams t ON t.workspace_id = ${ctx.workspaceId} AND t.id = checks.team_id
    )
    SELECT CASE WHEN grouping(team) = 0 THEN 'team' WHEN grouping(cause) = 0 THEN 'cause' ELSE 'all' END AS cut,
      coalesce(team, cause) AS name, count(*)::int AS answered,
      (count(*) FILTER (WHERE answer = 'yes'))::int AS recovered,
      (count(*) FILTER (WHERE answer = 'partly'))::int AS partly
    FROM named GROUP BY GROUPING SETS ((), (team), (cause))
    ORDER BY answered DESC, name NULLS LAST`);
  const found = rows.map(({ cut, ...counts }) => ({ cut, counts: withInterval(counts) }));
  const ofCut = (wanted: string) => found.flatMap(({ cut, counts }) => (cut === wanted ? counts : []));
  return { all: ofCut("all")[0]!, teams: ofCut("team"), causes: ofCut("cause") };
}

const withInterval = (counts: Omit<Recoveries, "interval">): Recoveries => ({
  ...counts,
  interval: rateInterval({ count: counts.recovered, of: counts.answered }),
});
