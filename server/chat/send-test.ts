import { and, eq, gt } from "drizzle-orm";
import { chatMessages } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { DomainError } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import { enqueueChat } from "./enqueue.ts";
import { requireChannel } from "./queries.ts";
import type { ChannelId } from "./schema.ts";

const mostTests = 5;
const minuteMs = 60_000;

/**
 * Sends a channel a message that says it is a test, the way that everything goes to it. Returns the message, of which
 * `findAnswer` says what was answered.
 * @throws NOT_FOUND for a channel that is not here, CONFLICT for one that is off, LIMIT_REACHED for too many tests a minute.
 */
export async function sendTest(ctx: Ctx, { channelId }: ChannelId): Promise<{ messageId: string }> {
  const { address } = await requireChannel(ctx, channelId, { lock: true });
  if (!address) {
    throw new DomainError("CONFLICT", refusal("channelOff"), "address");
  }
  const recent = await ctx.db.$count(
    chatMessages,
    and(
      eq(chatMessages.workspaceId, ctx.workspaceId),
      eq(chatMessages.channelId, channelId),
      eq(chatMessages.purpose, "test"),
      gt(chatMessages.madeAt, new Date(ctx.now.getTime() - minuteMs)),
    ),
  );
  if (recent >= mostTests) {
    throw new DomainError("LIMIT_REACHED", refusal("channelTests"));
  }
  return { messageId: await enqueueChat(ctx, { channelId, purpose: "test" }) };
}
