import { date, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { id, moment, workspaceId } from "./columns.ts";

/** Days, both included, on which a member is away and another one stands in; ended ones stay known. */
export const absences = pgTable(
  "absences",
  {
    workspaceId: workspaceId(),
    id: id(),
    userId: text("user_id").notNull(),
    fromDay: date("from_day", { mode: "string" }).notNull(),
    toDay: date("to_day", { mode: "string" }).notNull(),
    coverId: text("cover_id").notNull(),
    addedAt: moment("added_at").notNull(),
    addedBy: text("added_by"),
    endedAt: moment("ended_at"),
    endedBy: text("ended_by"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);
