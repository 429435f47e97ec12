import {
  bigint,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { bytes, id, moment, workspaceId } from "./columns.ts";

export const mailKind = pgEnum("mail_kind", [
  "invitation",
  "reminder",
  "invitation_test",
  "case_reply",
  "case_alert",
  "member_invitation",
  "password_reset",
  "domain_lost",
  "own_data",
  "digest",
  "recovery_check",
  "case_mention",
  "reply_not_sent",
  "promises_due",
  "alert",
  "channel_off",
  "thank_you",
  "security_notice",
  "sign_in_link",
]);

export const mailState = pgEnum("mail_state", [
  "queued",
  "sending",
  "sent",
  "deferred",
  "failed",
  "suppressed",
  "cancelled",
  "in_doubt",
]);

/**
 * The outbox: the queue of record for every mail (RELIABILITY.md 2.2). Message-ID and `number` (which
 * the VERP address is made from) are fixed when the row is made; `dedupeKey` lets the same mail be
 * asked for twice and exist once. Lower `priority` leaves first. `doubts` counts the tries that may or
 * may not have arrived; `addressHash` is what the suppression list is asked with at the last moment.
 */
export const outboundMails = pgTable(
  "outbound_mails",
  {
    workspaceId: workspaceId(),
    id: id(),
    number: bigint("number", { mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    kind: mailKind("kind").notNull(),
    priority: smallint("priority").notNull(),
    dedupeKey: text("dedupe_key").notNull(),
    messageId: text("message_id").notNull(),
    toAddress: text("to_address").notNull(),
    toDomain: text("to_domain").notNull(),
    addressHash: bytes("address_hash"),
    campaignId: uuid("campaign_id"),
    invitationId: uuid("invitation_id"),
    caseId: uuid("case_id"),
    caseMessageId: uuid("case_message_id"),
    payload: jsonb("payload").$type<Record<string, string | number | null>>().notNull().default({}),
    state: mailState("state").notNull().default("queued"),
    attempts: integer("attempts").notNull().default(0),
    firstTriedAt: moment("first_tried_at"),
    doubts: smallint("doubts").notNull().default(0),
    nextAttemptAt: moment("next_attempt_at").notNull(),
    /** Whose clocks its campaign's sending hours are on; null: the workspace's. */
    timezone: text("timezone"),
    leaseUntil: moment("lease_until"),
    leaseToken: uuid("lease_token"),
    dataStartedAt: moment("data_started_at"),
    lastStatus: integer("last_status"),
    lastText: text("last_text"),
    /** Why it was refused while it was handed over: a reason that bounces have too; null where nobody knows. */
    refusal: text("refusal"),
    createdAt: moment("created_at").notNull(),
    sentAt: moment("sent_at"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);

/** Every change of a mail's state, append-only. */
export const mailEvents = pgTable(
  "mail_events",
  {
    workspaceId: workspaceId(),
    id: bigint("id", { mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    mailId: uuid("mail_id").notNull(),
    at: moment("at").notNull(),
    state: mailState("state").notNull(),
    attempt: integer("attempt").notNull(),
    detail: text("detail"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);

/**
 * Receiving domains that asked for patience (421, 4.7.x), in no workspace: until `pausedUntil` they get nothing,
 * then at most `concurrency` mails at once and `perMinute` a minute from all workers together.
 */
export const mailDomains = pgTable("mail_domains", {
  domain: text("domain").primaryKey(),
  pausedUntil: moment("paused_until").notNull(),
  strikes: integer("strikes").notNull(),
  reason: text("reason").notNull(),
  concurrency: integer("concurrency").notNull(),
  perMinute: integer("per_minute").notNull(),
  /** What the operator lets it have at most; null: it is here because it asked for patience. */
  usualConcurrency: integer("usual_concurrency"),
  usualPerMinute: integer("usual_per_minute"),
  minuteBegan: moment("minute_began"),
  minuteCount: integer("minute_count").notNull().default(0),
  updatedAt: moment("updated_at").notNull(),
});

/** Mail that came in, exactly as it came (RELIABILITY.md 2.4): stored before the 250, read afterwards. */
export const inboundMails = pgTable(
  "inbound_mails",
  {
    workspaceId: workspaceId(),
    id: id(),
    purpose: text("purpose", { enum: ["case", "reply", "bounce", "notification"] }).notNull(),
    targetNumber: bigint("target_number", { mode: "number" }).notNull(),
    mailFrom: text("mail_from").notNull(),
    rcptTo: text("rcpt_to").notNull(),
    raw: bytes("raw").notNull(),
    sha256: bytes("sha256").notNull(),
    receivedAt: moment("received_at").notNull(),
    readAt: moment("read_at"),
    outcome: text("outcome"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);
