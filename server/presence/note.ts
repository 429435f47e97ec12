import { sql } from "drizzle-orm";
import { type Ctx, memberId } from "#server/context.ts";
import { notFound } from "#server/errors.ts";
import type { NotePresence } from "./schema.ts";

/** How long a tab counts as there without saying so again; it does every ten seconds. */
const lastsSeconds = 25;

/**
 * Notes that the acting member looks at a case or writes in it, for the next 25 s. Colleagues are told at once when that
 * is new, and not when it only goes on.
 * @throws NOT_FOUND for a case of another workspace.
 */
export async function notePresence(ctx: Ctx, { caseId, tab, doing }: NotePresence): Promise<void> {
  const now = sql`${ctx.now.toISOString()}::timestamptz`;
  const [noted] = await ctx.db.execute<{ before: string | null }>(sql`
    WITH before AS (
      SELECT doing FROM case_presences
      WHERE workspace_id = ${ctx.workspaceId} AND case_id = ${caseId} AND member_id = ${memberId(ctx.actor)}
        AND tab = ${tab} AND until > ${now}
    )
    INSERT INTO case_presences (workspace_id, case_id, member_id, tab, doing, until)
    SELECT c.workspace_id, c.id, ${memberId(ctx.actor)}, ${tab}, ${doing},
      ${now} + make_interval(secs => ${lastsSeconds})
    FROM cases c WHERE c.workspace_id = ${ctx.workspaceId} AND c.id = ${caseId}
    ON CONFLICT (workspace_id, case_id, member_id, tab) DO UPDATE SET doing = excluded.doing, until = excluded.until
    RETURNING (SELECT doing FROM before) AS before`);
  if (!noted) throw notFound("case");
  if (noted.before !== doing) ctx.nudge("presences", caseId);
}
