import { sql } from "drizzle-orm";
import { chatTextOf } from "#server/alert/chat-text.ts";
import { type ClaimedChat, claimChats } from "#server/chat/claim.ts";
import { post } from "#server/chat/post.ts";
import type { Answer } from "#server/chat/rules.ts";
import { cancelChat, settleChat } from "#server/chat/settle.ts";
import { bodyOf, type ChatText } from "#server/chat/shapes.ts";
import { testText } from "#server/chat/test-text.ts";
import { atTheDoor } from "#server/context.ts";
import { asSystem, type Runtime } from "#server/entry.ts";
import { readNetworks } from "#server/networks.ts";
import { refusal } from "#server/refusal.ts";

const task = "chat.deliver";
const timeoutMs = 15_000;
/** Of one workspace at once. */
const mostAtOnce = 20;

/**
 * Sends the chat messages of all workspaces that are due, with no transaction open while a webhook is asked, so that a worker
 * that vanishes loses none: what it held is sent again when its lease is over, with the same id. A workspace whose webhooks
 * are slow does not hold up the others.
 */
export async function deliverChats(rt: Runtime, patienceMs = timeoutMs): Promise<void> {
  const now = sql`${rt.clock().toISOString()}::timestamptz`;
  const due = await atTheDoor(rt.connection.db, (tx) =>
    tx.execute<{ id: string }>(sql`
      SELECT DISTINCT workspace_id AS id FROM chat_messages WHERE next_attempt_at <= ${now}
        AND (state IN ('queued', 'deferred') OR (state = 'sending' AND lease_until < ${now}))`),
  );
  await Promise.all(
    due.map(({ id }) =>
      deliverIn(rt, id, patienceMs).catch((error) =>
        rt.log.error({ err: error, workspaceId: id }, "chat messages not sent"),
      ),
    ),
  );
}

async function deliverIn(rt: Runtime, workspaceId: string, patienceMs: number): Promise<void> {
  const claimed = await asSystem(rt, workspaceId, task, (ctx) => claimChats(ctx, { most: mostAtOnce }));
  await Promise.all(
    claimed.map((chat) =>
      deliver(rt, workspaceId, chat, patienceMs).catch((error) =>
        rt.log.error({ err: error, chat: chat.id }, "chat message not sent"),
      ),
    ),
  );
}

async function deliver(
  rt: Runtime,
  workspaceId: string,
  chat: ClaimedChat,
  patienceMs: number,
): Promise<void> {
  const text = await asSystem(rt, workspaceId, task, (ctx) =>
    chat.purpose === "test" ? testText(ctx) : chatTextOf(ctx, chat),
  );
  if (!text) {
    await asSystem(rt, workspaceId, task, (ctx) => cancelChat(ctx, chat, refusal("chatNoNews")));
    return;
  }
  const answer = await ask(rt, chat, text, patienceMs);
  await asSystem(rt, workspaceId, task, (ctx) => settleChat(ctx, chat, answer, Math.random()));
}

async function ask(rt: Runtime, chat: ClaimedChat, text: ChatText, patienceMs: number): Promise<Answer> {
  if (!chat.url) return { status: null, text: refusal("chatAddressLost"), retryAfterSeconds: null };
  return post({
    url: chat.url,
    body: bodyOf(chat.shape, text),
    id: chat.id,
    opened: readNetworks(rt.env.CHAT_NETWORKS),
    timeoutMs: patienceMs,
  });
}
