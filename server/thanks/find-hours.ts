import { sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";
import type { Hours } from "./rules.ts";

/** The hours within which an answer of this workspace is thanked for: those in which its customer was asked. */
export async function findHours(ctx: Ctx, responseId: string): Promise<Hours> {
  const [found] = await ctx.db.execute<Hours>(sql`
    SELECT c.sending_hours AS hours, coalesce(m.timezone, w.timezone) AS timezone
    FROM responses r
    JOIN workspaces w ON w.id = r.workspace_id
    LEFT JOIN campaigns c ON c.workspace_id = r.workspace_id AND c.id = r.campaign_id
    LEFT JOIN outbound_mails m ON m.workspace_id = r.workspace_id AND m.invitation_id = r.invitation_id
      AND m.kind = 'invitation'
    WHERE r.workspace_id = ${ctx.workspaceId} AND r.id = ${responseId}`);
  return found!;
}
