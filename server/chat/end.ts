import { and, eq, isNull } from "drizzle-orm";
import { alerts, chatChannels } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { refusal } from "#server/refusal.ts";
import { cancelChats } from "./cancel.ts";
import { requireChannel } from "./queries.ts";
import type { ChannelId } from "./schema.ts";

/**
 * Ends a channel with its alerts: its address is deleted, and what waits for it is not sent.
 * @throws NOT_FOUND for one that is not here.
 */
export async function endChannel(ctx: Ctx, { channelId }: ChannelId): Promise<void> {
  const { name } = await requireChannel(ctx, channelId, { lock: true });
  await recordAct(ctx, "alerts.channel_ended", { id: channelId, label: name });
  const ended = { endedAt: ctx.now, endedBy: memberId(ctx.actor) };
  await ctx.db
    .update(chatChannels)
    .set({ ...ended, address: null })
    .where(and(eq(chatChannels.workspaceId, ctx.workspaceId), eq(chatChannels.id, channelId)));
  await ctx.db
    .update(alerts)
    .set(ended)
    .where(
      and(eq(alerts.workspaceId, ctx.workspaceId), eq(alerts.channelId, channelId), isNull(alerts.endedAt)),
    );
  await cancelChats(ctx, channelId, refusal("chatEnded"));
}
