import { and, eq, or } from "drizzle-orm";
import { chatChannels, members, users } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { enqueueMail } from "#server/mail/enqueue.ts";
import { refusal } from "#server/refusal.ts";
import { cancelChats } from "./cancel.ts";
import type { Channel } from "./queries.ts";
import type { Answer } from "./rules.ts";

/**
 * Switches a channel off, deletes its address, and tells by mail who looks after it: whoever gave it its address last, or the
 * administrators when they work here no longer. A new address switches it on again.
 */
export async function switchOff(
  ctx: Ctx,
  channel: Channel,
  because: "gone" | "failing",
  { status, text }: Answer,
): Promise<void> {
  const offAnswer = [status, text].filter(Boolean).join(" ");
  await ctx.db
    .update(chatChannels)
    .set({ address: null, offAt: ctx.now, offBecause: because, offAnswer })
    .where(and(eq(chatChannels.workspaceId, ctx.workspaceId), eq(chatChannels.id, channel.id)));
  await cancelChats(ctx, channel.id, refusal("chatSwitchedOff"));
  for (const { id, email } of await listKeepers(ctx, channel)) {
    await enqueueMail(ctx, {
      kind: "channel_off",
      toAddress: email,
      dedupeKey: `channel_off:${channel.id}:${id}:${ctx.now.getTime()}`,
      payload: { channelId: channel.id },
    });
  }
}

async function listKeepers(ctx: Ctx, { madeBy, changedBy }: Channel) {
  const keeper = changedBy ?? madeBy ?? "";
  const found = await ctx.db
    .select({ id: users.id, email: users.email, role: members.role })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(
      and(
        eq(members.workspaceId, ctx.workspaceId),
        or(eq(members.userId, keeper), eq(members.role, "admin")),
      ),
    );
  const own = found.filter(({ id }) => id === keeper);
  return own.length > 0 ? own : found.filter(({ role }) => role === "admin");
}
