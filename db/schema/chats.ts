import { bigint, boolean, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { bytes, id, moment, workspaceId } from "./columns.ts";

/** Where chat messages go: an incoming webhook. `address` is encrypted, and null when the channel is off or has ended. */
export const chatChannels = pgTable(
  "chat_channels",
  {
    workspaceId: workspaceId(),
    id: id(),
    name: text("name").notNull(),
    shape: text("shape", { enum: ["slack", "teams"] }).notNull(),
    address: bytes("address"),
    host: text("host").notNull(),
    lastFour: text("last_four").notNull(),
    /** Whether customers' names and first words stand in its messages. */
    saysWords: boolean("says_words").notNull(),
    madeAt: moment("made_at").notNull(),
    madeBy: text("made_by"),
    changedAt: moment("changed_at"),
    changedBy: text("changed_by"),
    /** It asked for patience. */
    pausedUntil: moment("paused_until"),
    /** Since when nothing has arrived that was sent. */
    failingSince: moment("failing_since"),
    offAt: moment("off_at"),
    offBecause: text("off_because", { enum: ["gone", "failing"] }),
    /** What it answered last, before it was switched off. */
    offAnswer: text("off_answer"),
    endedAt: moment("ended_at"),
    endedBy: text("ended_by"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);

/** The outbox of chat messages; what they say is made when they leave. */
export const chatMessages = pgTable(
  "chat_messages",
  {
    workspaceId: workspaceId(),
    id: id(),
    channelId: uuid("channel_id").notNull(),
    purpose: text("purpose", { enum: ["alert", "test"] }).notNull(),
    state: text("state", { enum: ["queued", "sending", "deferred", "sent", "failed", "cancelled"] })
      .notNull()
      .default("queued"),
    attempts: integer("attempts").notNull().default(0),
    firstTriedAt: moment("first_tried_at"),
    nextAttemptAt: moment("next_attempt_at").notNull(),
    leaseToken: uuid("lease_token"),
    leaseUntil: moment("lease_until"),
    madeAt: moment("made_at").notNull(),
    madeBy: text("made_by"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);

/** Every change of a chat message's state, append-only, with what was answered. */
export const chatMessageEvents = pgTable(
  "chat_message_events",
  {
    workspaceId: workspaceId(),
    id: bigint("id", { mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    messageId: uuid("message_id").notNull(),
    at: moment("at").notNull(),
    state: text("state", {
      enum: ["queued", "sending", "deferred", "sent", "failed", "cancelled"],
    }).notNull(),
    attempt: integer("attempt").notNull(),
    status: integer("status"),
    answer: text("answer"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);
