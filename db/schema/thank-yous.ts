import { integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { moment, workspaceId } from "./columns.ts";

/** Why an answer is not thanked for after all. */
export const thanksOmissions = [
  "changed",
  "withdrawn",
  "needs_us",
  "unknown",
  "stopped",
  "thanked_lately",
  "no_ground",
  "no_text",
  "unfilled",
  "review_site",
  "too_late",
] as const;

/**
 * The mail that thanks for an answer by a rule, one at most (docs/decisions/0045). `thankedAt` is when it was put into the
 * outbox, with what it says; until then it is due, or was left out. Migration 0075.
 */
export const thankYous = pgTable(
  "thank_yous",
  {
    workspaceId: workspaceId(),
    responseId: uuid("response_id").notNull(),
    ruleId: uuid("rule_id").notNull(),
    ruleVersion: integer("rule_version").notNull(),
    dueAt: moment("due_at").notNull(),
    thankedAt: moment("thanked_at"),
    mailId: uuid("mail_id"),
    locale: text("locale"),
    words: text("words"),
    /** What asks to pass the company on, and where that leads. */
    ask: text("ask"),
    link: text("link"),
    leftOutAt: moment("left_out_at"),
    leftOutBecause: text("left_out_because", { enum: thanksOmissions }),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.responseId] })],
);
