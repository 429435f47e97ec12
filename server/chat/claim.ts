import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";
import { opened } from "./address.ts";
import type { Shape } from "./shapes.ts";

/** Longer than a try can take, so that nobody else tries meanwhile; what a worker held that vanished is free after it. */
const leaseSeconds = 45;
/** So many of one channel at once; the others of the workspace are not kept waiting by one that is slow. */
const mostOfChannel = 3;

/** A message that is ours to send while its row carries `token`. */
export type ClaimedChat = {
  id: string;
  token: string;
  purpose: "alert" | "test";
  attempts: number;
  firstTriedAt: Date;
  channelId: string;
  shape: Shape;
  saysWords: boolean;
  /** Null: it cannot be read. */
  url: URL | null;
};

type Row = Omit<ClaimedChat, "url" | "token" | "firstTriedAt"> & {
  address: Uint8Array;
  firstTriedAt: string;
};

/**
 * Takes up to `most` due messages of this workspace, the longest due first, each under a lease with one attempt more. Two
 * workers never get the same; a channel that asked for patience gets nothing.
 */
export async function claimChats(ctx: Ctx, { most }: { most: number }): Promise<ClaimedChat[]> {
  const token = randomUUID();
  const now = sql`${ctx.now.toISOString()}::timestamptz`;
  const rows = await ctx.db.execute<Row>(sql`
    WITH due AS MATERIALIZED (
      SELECT m.id, m.next_attempt_at, row_number() OVER (PARTITION BY m.channel_id ORDER BY m.next_attempt_at, m.id) AS nth
      FROM chat_messages m
      JOIN chat_channels c ON c.workspace_id = m.workspace_id AND c.id = m.channel_id
      WHERE m.workspace_id = ${ctx.workspaceId} AND m.next_attempt_at <= ${now} AND c.address IS NOT NULL
        AND (c.paused_until IS NULL OR c.paused_until <= ${now})
        AND (m.state IN ('queued', 'deferred') OR (m.state = 'sending' AND m.lease_until < ${now}))
    ), picked AS MATERIALIZED (
      SELECT m.id FROM due JOIN chat_messages m ON m.workspace_id = ${ctx.workspaceId} AND m.id = due.id
      WHERE due.nth <= ${mostOfChannel}
        AND (m.state IN ('queued', 'deferred') OR (m.state = 'sending' AND m.lease_until < ${now}))
      ORDER BY due.next_attempt_at, m.id LIMIT ${most} FOR UPDATE OF m SKIP LOCKED
    ), claimed AS (
      UPDATE chat_messages m SET state = 'sending', attempts = m.attempts + 1,
        first_tried_at = coalesce(m.first_tried_at, ${now}), lease_token = ${token},
        lease_until = ${now} + make_interval(secs => ${leaseSeconds})
      FROM picked WHERE m.workspace_id = ${ctx.workspaceId} AND m.id = picked.id
      RETURNING m.*
    ), noted AS (
      INSERT INTO chat_message_events (workspace_id, message_id, at, state, attempt)
      SELECT workspace_id, id, ${now}, 'sending', attempts FROM claimed
    )
    SELECT claimed.id, claimed.purpose, claimed.attempts, claimed.first_tried_at AS "firstTriedAt",
      c.id AS "channelId", c.shape, c.says_words AS "saysWords", c.address
    FROM claimed JOIN chat_channels c ON c.workspace_id = claimed.workspace_id AND c.id = claimed.channel_id
    ORDER BY claimed.next_attempt_at, claimed.id`);
  return rows.map(({ address, firstTriedAt, ...row }) => ({
    ...row,
    token,
    firstTriedAt: new Date(firstTriedAt),
    url: opened(ctx, address),
  }));
}
