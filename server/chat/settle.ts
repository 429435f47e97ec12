import { and, eq, isNull, sql } from "drizzle-orm";
import { chatChannels, chatMessageEvents, chatMessages } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import type { Refusal } from "#server/refusal.ts";
import type { ClaimedChat } from "./claim.ts";
import { type Answer, offBecause, outcomeOf } from "./rules.ts";
import { switchOff } from "./switch-off.ts";

/**
 * Writes down what was answered to a message, and what follows for its channel: what arrives forgets earlier failures; what
 * asks for patience is left alone; what is gone, or has failed for days, is switched off. A message that was taken away in
 * the meantime is left alone, except that it may have arrived.
 */
export async function settleChat(ctx: Ctx, chat: ClaimedChat, answer: Answer, chance: number): Promise<void> {
  const outcome = outcomeOf(chat, answer, ctx.now, chance);
  const again = outcome.state === "deferred" ? new Date(ctx.now.getTime() + outcome.again * 1000) : null;
  const [settled] = await ctx.db
    .update(chatMessages)
    .set({
      state: outcome.state,
      leaseToken: null,
      leaseUntil: null,
      ...(again ? { nextAttemptAt: again } : {}),
    })
    .where(mine(ctx, chat))
    .returning({ id: chatMessages.id });
  if (!settled) return;
  await ctx.db.insert(chatMessageEvents).values({
    ...{ workspaceId: ctx.workspaceId, messageId: chat.id, at: ctx.now, state: outcome.state },
    ...{ attempt: chat.attempts, status: answer.status, answer: answer.text },
  });
  if (outcome.state === "sent") {
    await setChannel(ctx, chat, { failingSince: null, pausedUntil: null });
    return;
  }
  const [channel] = await ctx.db
    .update(chatChannels)
    .set({
      failingSince: sql`coalesce(${chatChannels.failingSince}, ${ctx.now.toISOString()}::timestamptz)`,
      ...(again && outcome.state === "deferred" && outcome.patience ? { pausedUntil: again } : {}),
    })
    .where(and(here(ctx, chat), isNull(chatChannels.endedAt), isNull(chatChannels.offAt)))
    .returning();
  const because = channel && offBecause(channel, answer, ctx.now);
  if (channel && because) await switchOff(ctx, channel, because, answer);
}

/** Takes a message back that has nothing left to say. */
export async function cancelChat(ctx: Ctx, chat: ClaimedChat, why: Refusal): Promise<void> {
  const [cancelled] = await ctx.db
    .update(chatMessages)
    .set({ state: "cancelled", leaseToken: null, leaseUntil: null })
    .where(mine(ctx, chat))
    .returning({ id: chatMessages.id });
  if (!cancelled) return;
  await ctx.db.insert(chatMessageEvents).values({
    ...{ workspaceId: ctx.workspaceId, messageId: chat.id, at: ctx.now, state: "cancelled" as const },
    ...{ attempt: chat.attempts, answer: why },
  });
}

const mine = (ctx: Ctx, chat: ClaimedChat) =>
  and(
    eq(chatMessages.workspaceId, ctx.workspaceId),
    eq(chatMessages.id, chat.id),
    eq(chatMessages.leaseToken, chat.token),
  );

const here = (ctx: Ctx, { channelId }: ClaimedChat) =>
  and(eq(chatChannels.workspaceId, ctx.workspaceId), eq(chatChannels.id, channelId));

async function setChannel(ctx: Ctx, chat: ClaimedChat, what: Partial<typeof chatChannels.$inferInsert>) {
  await ctx.db.update(chatChannels).set(what).where(here(ctx, chat));
}
