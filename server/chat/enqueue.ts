import { newId } from "#db/id.ts";
import { chatMessageEvents, chatMessages } from "#db/schema/index.ts";
import { type Ctx, memberId } from "#server/context.ts";

type ChatToSend = { channelId: string; purpose: "alert" | "test" };

/** Puts a message into the outbox of chat messages, in the transaction of `ctx`. Returns its id, the same on every try. */
export async function enqueueChat(ctx: Ctx, message: ChatToSend): Promise<string> {
  const id = newId(ctx.now.getTime());
  const own = { workspaceId: ctx.workspaceId, id };
  await ctx.db.insert(chatMessages).values({
    ...{ ...message, ...own, nextAttemptAt: ctx.now },
    ...{ madeAt: ctx.now, madeBy: memberId(ctx.actor) },
  });
  await ctx.db.insert(chatMessageEvents).values({
    ...{ workspaceId: ctx.workspaceId, messageId: id, at: ctx.now },
    ...{ state: "queued" as const, attempt: 0 },
  });
  return id;
}
