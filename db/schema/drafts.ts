import { boolean, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { moment, workspaceId } from "./columns.ts";

/**
 * What a member is writing in a case; gone once it is sent. `seen` is the newest message or event of the dialogue when
 * it was begun, `writtenIn` the tab that saved it last.
 */
export const caseDrafts = pgTable(
  "case_drafts",
  {
    workspaceId: workspaceId(),
    caseId: uuid("case_id").notNull(),
    memberId: text("member_id").notNull(),
    kind: text("kind", { enum: ["reply", "note"] }).notNull(),
    text: text("text").notNull(),
    seen: uuid("seen"),
    revision: uuid("revision").notNull(),
    writtenIn: text("written_in").notNull(),
    savedAt: moment("saved_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.caseId, t.memberId] })],
);

/** With what a case closes when its reply goes out. */
export type Closing = { causeId: string; outcome: string; askRecovery?: boolean | undefined };

/**
 * A reply that waits for its time, as long as it does. `planned`: for a time its writer chose, and not only for the
 * moments in which it can be taken back; `unlessAnswered`: the customer's words call it off. Once it has gone out, its case
 * is closed (`closing`) or sleeps (`snoozeUntil`), if so wanted.
 */
export const heldReplies = pgTable(
  "held_replies",
  {
    workspaceId: workspaceId(),
    messageId: uuid("message_id").notNull(),
    caseId: uuid("case_id").notNull(),
    mailId: uuid("mail_id").notNull(),
    heldBy: text("held_by"),
    heldAt: moment("held_at").notNull(),
    goesOutAt: moment("goes_out_at").notNull(),
    planned: boolean("planned").notNull(),
    unlessAnswered: boolean("unless_answered").notNull(),
    closing: jsonb("closing").$type<Closing>(),
    snoozeUntil: moment("snooze_until"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.messageId] })],
);
