import { and, eq, sql } from "drizzle-orm";
import { campaigns } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";

/** Writes down that a campaign's first mail is kept back until `until`, unless its hours keep it longer anyway. */
export async function noteHold(ctx: Ctx, id: string, until: Date): Promise<void> {
  await ctx.db
    .update(campaigns)
    .set({ holdUntil: until })
    .where(
      and(
        eq(campaigns.workspaceId, ctx.workspaceId),
        eq(campaigns.id, id),
        sql`EXISTS (SELECT FROM outbound_mails m WHERE m.workspace_id = ${ctx.workspaceId}
          AND m.campaign_id = ${id} AND m.next_attempt_at <= ${until.toISOString()}::timestamptz)`,
      ),
    );
}
