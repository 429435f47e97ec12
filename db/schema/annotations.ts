import { date, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { id, moment, workspaceId } from "./columns.ts";

/** What happened on a day and may explain a figure: its maker's own until it is shared with everybody here. */
export const annotations = pgTable(
  "annotations",
  {
    workspaceId: workspaceId(),
    id: id(),
    day: date("day", { mode: "string" }).notNull(),
    text: text("text").notNull(),
    madeAt: moment("made_at").notNull(),
    madeBy: text("made_by"),
    changedAt: moment("changed_at"),
    changedBy: text("changed_by"),
    sharedAt: moment("shared_at"),
    sharedBy: text("shared_by"),
    removedAt: moment("removed_at"),
    removedBy: text("removed_by"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);
