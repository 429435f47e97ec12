import { sql } from "drizzle-orm";
import { type Ctx, memberId } from "#server/context.ts";
import { positionNow } from "#server/live/changes.ts";

type Present = {
  caseId: string;
  id: string;
  name: string;
  doing: "viewing" | "writing";
  /** For how long that is sure to be so without a new word, in milliseconds. */
  lastsMs: number;
};

/**
 * Which other members look at which cases or write in them now, whoever writes first; and the position that was read at,
 * after which changes are told of (server/live/rules.ts).
 */
export async function listPresences(ctx: Ctx): Promise<{ position: string; present: Present[] }> {
  const position = await positionNow(ctx.db);
  const now = sql`${ctx.now.toISOString()}::timestamptz`;
  const present = await ctx.db.execute<Present>(sql`
    SELECT p.case_id AS "caseId", u.id, u.name, max(p.doing) AS doing,
      (extract(epoch FROM min(p.until) - ${now}) * 1000)::int AS "lastsMs"
    FROM case_presences p
    JOIN members m ON m.workspace_id = p.workspace_id AND m.user_id = p.member_id
    JOIN users u ON u.id = m.user_id
    WHERE p.workspace_id = ${ctx.workspaceId} AND p.until > ${now} AND p.member_id <> ${memberId(ctx.actor) ?? ""}
    GROUP BY p.case_id, u.id, u.name ORDER BY doing DESC, u.name`);
  return { position, present: [...present] };
}
