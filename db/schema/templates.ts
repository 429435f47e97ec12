import { pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { id, moment, workspaceId } from "./columns.ts";

/** A text that colleagues begin replies with. */
export const replyTemplates = pgTable(
  "reply_templates",
  {
    workspaceId: workspaceId(),
    id: id(),
    name: text("name").notNull(),
    locale: text("locale").notNull(),
    text: text("text").notNull(),
    madeAt: moment("made_at").notNull(),
    madeBy: text("made_by"),
    changedAt: moment("changed_at"),
    changedBy: text("changed_by"),
    endedAt: moment("ended_at"),
    endedBy: text("ended_by"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);
