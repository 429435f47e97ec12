import { sql } from "drizzle-orm";
import { pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { id, moment, workspaceId } from "./columns.ts";

/** What happened in a case that somebody may want to hear of; once by its key, and nothing of what was said. */
export const caseNews = pgTable(
  "case_news",
  {
    workspaceId: workspaceId(),
    id: id(),
    kind: text("kind", { enum: ["new_case", "assigned", "not_solved", "message", "overdue"] }).notNull(),
    caseId: uuid("case_id").notNull(),
    key: text("key").notNull(),
    /** Whose case it was by then. */
    personId: text("person_id"),
    actorId: text("actor_id"),
    /** The recovery check whose answer it is. */
    checkId: uuid("check_id"),
    /** The customer's mail that it is. */
    messageId: uuid("message_id"),
    /** The transaction it came with: what was done at once is told at once. */
    together: text("together").notNull().default(sql`pg_current_xact_id()::text`),
    at: moment("at").notNull(),
    /** When it was given to the alerts that it is for. */
    handedOutAt: moment("handed_out_at"),
    calledOffAt: moment("called_off_at"),
    calledOffBy: text("called_off_by"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);

/** Who is told of what, and how soon: a member by mail, or a chat channel. */
export const alerts = pgTable(
  "alerts",
  {
    workspaceId: workspaceId(),
    id: id(),
    userId: text("user_id"),
    channelId: uuid("channel_id"),
    kinds: text("kinds", { enum: ["new_case", "assigned", "not_solved", "message", "overdue"] })
      .array()
      .notNull(),
    scope: text("scope", { enum: ["mine", "team", "all"] }).notNull(),
    teamId: uuid("team_id"),
    pace: text("pace", { enum: ["at_once", "hourly", "morning"] }).notNull(),
    /** So many messages within an hour; the rest waits and goes as one. */
    most: smallint("most").notNull(),
    madeAt: moment("made_at").notNull(),
    madeBy: text("made_by"),
    changedAt: moment("changed_at"),
    changedBy: text("changed_by"),
    endedAt: moment("ended_at"),
    endedBy: text("ended_by"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);

/** One mail or chat message of an alert. */
export const alertMessages = pgTable(
  "alert_messages",
  {
    workspaceId: workspaceId(),
    id: id(),
    alertId: uuid("alert_id").notNull(),
    madeAt: moment("made_at").notNull(),
    mailId: uuid("mail_id"),
    chatMessageId: uuid("chat_message_id"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);

/** What an alert tells, when it is due, and in which message it was told. */
export const alertNews = pgTable(
  "alert_news",
  {
    workspaceId: workspaceId(),
    alertId: uuid("alert_id").notNull(),
    newsId: uuid("news_id").notNull(),
    dueAt: moment("due_at").notNull(),
    messageId: uuid("message_id"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.alertId, t.newsId] })],
);
