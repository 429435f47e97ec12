import { and, eq } from "drizzle-orm";
import { chatChannels } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { invalid } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import { requireFreeName } from "./add.ts";
import { kept } from "./address.ts";
import { requireChannel } from "./queries.ts";
import type { ChangeChannel } from "./schema.ts";

/**
 * Changes a channel. A new address switches it on again, and what has failed is forgotten.
 * @throws NOT_FOUND for one that is not here; INVALID like `addChannel`, and on `address` for one that is off and gets none.
 */
export async function changeChannel(
  ctx: Ctx,
  { channelId, address, ...content }: ChangeChannel,
): Promise<{ id: string }> {
  const { offAt } = await requireChannel(ctx, channelId, { lock: true });
  await requireFreeName(ctx, channelId, content.name);
  if (offAt && !address) {
    throw invalid("address", refusal("channelOffAddress"));
  }
  const fresh = { failingSince: null, pausedUntil: null, offAt: null, offBecause: null, offAnswer: null };
  await ctx.db
    .update(chatChannels)
    .set({
      ...content,
      ...(address ? { ...kept(ctx, address), ...fresh } : {}),
      ...{ changedAt: ctx.now, changedBy: memberId(ctx.actor) },
    })
    .where(and(eq(chatChannels.workspaceId, ctx.workspaceId), eq(chatChannels.id, channelId)));
  const after = address ? { address: "changed" } : {};
  await recordAct(ctx, "alerts.channel_changed", { id: channelId, label: content.name, after });
  return { id: channelId };
}
