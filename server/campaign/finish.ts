import { and, eq, inArray, notExists, sql } from "drizzle-orm";
import { campaigns, outboundMails } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";

/**
 * Ends a running campaign none of whose mails is on its way any more; one that listens to events goes on. Returns
 * whether it did.
 */
export async function finishCampaign(ctx: Ctx, input: { id: string }): Promise<boolean> {
  const open = ctx.db
    .select({ one: sql`1` })
    .from(outboundMails)
    .where(
      and(
        eq(outboundMails.workspaceId, ctx.workspaceId),
        eq(outboundMails.campaignId, input.id),
        inArray(outboundMails.state, ["queued", "sending", "deferred"]),
      ),
    );
  const [row] = await ctx.db
    .update(campaigns)
    .set({ state: "finished", finishedAt: ctx.now })
    .where(
      and(
        eq(campaigns.workspaceId, ctx.workspaceId),
        eq(campaigns.id, input.id),
        eq(campaigns.state, "running"),
        sql`${campaigns.timing} ->> 'kind' <> 'event'`,
        notExists(open),
      ),
    )
    .returning({ id: campaigns.id });
  if (row) ctx.nudge("campaigns", row.id);
  return row !== undefined;
}
