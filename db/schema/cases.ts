import { bigint, boolean, jsonb, pgEnum, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { id, moment, workspaceId } from "./columns.ts";

export const caseState = pgEnum("case_state", ["open", "waiting", "snoozed", "closed"]);

/** A dialogue with a customer. `open`: we owe an answer; `waiting`: the customer does. `number` is in its mail address. */
export const cases = pgTable(
  "cases",
  {
    workspaceId: workspaceId(),
    id: id(),
    number: bigint("number", { mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    responseId: uuid("response_id"),
    /** The ask it is about: what was answered to it, and what was replied to its mail. */
    invitationId: uuid("invitation_id"),
    contactId: uuid("contact_id"),
    state: caseState("state").notNull().default("open"),
    assigneeId: text("assignee_id"),
    openedAt: moment("opened_at").notNull(),
    dueAt: moment("due_at").notNull(),
    firstReplyAt: moment("first_reply_at"),
    lastInboundAt: moment("last_inbound_at"),
    snoozedUntil: moment("snoozed_until"),
    sample: boolean("sample").notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);

/** A case that was closed, by whom, why it had come and how it ended; reopening dates the row, a new closing adds one. */
export const caseClosures = pgTable(
  "case_closures",
  {
    workspaceId: workspaceId(),
    id: id(),
    caseId: uuid("case_id").notNull(),
    cause: text("cause").notNull(),
    outcome: text("outcome").notNull(),
    closedBy: text("closed_by"),
    closedAt: moment("closed_at").notNull(),
    reopenedBy: text("reopened_by"),
    reopenedAt: moment("reopened_at"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);

export const messageDirection = pgEnum("message_direction", ["in", "out", "note"]);

/** What was said in a case: mail in, mail out, or a note among colleagues. */
export const caseMessages = pgTable(
  "case_messages",
  {
    workspaceId: workspaceId(),
    id: id(),
    caseId: uuid("case_id").notNull(),
    direction: messageDirection("direction").notNull(),
    authorId: text("author_id"),
    fromAddress: text("from_address"),
    fromName: text("from_name"),
    subject: text("subject"),
    text: text("text").notNull(),
    quoted: text("quoted"),
    automatic: boolean("automatic").notNull().default(false),
    knownSender: boolean("known_sender").notNull().default(true),
    messageId: text("message_id"),
    references: text("references").array().notNull().default([]),
    inboundMailId: uuid("inbound_mail_id"),
    at: moment("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);

/** What happened to a case beside messages and closures: opened, assigned, reopened. Append-only. */
export const caseEvents = pgTable(
  "case_events",
  {
    workspaceId: workspaceId(),
    id: id(),
    caseId: uuid("case_id").notNull(),
    kind: text("kind", {
      enum: ["opened", "assigned", "closed", "reopened", "score_changed", "withdrawn", "reply_called_off"],
    }).notNull(),
    actorId: text("actor_id"),
    detail: jsonb("detail").$type<Record<string, string | number | null>>().notNull().default({}),
    at: moment("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);
