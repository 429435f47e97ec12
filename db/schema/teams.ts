import { pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { id, moment, workspaceId } from "./columns.ts";

export const teams = pgTable(
  "teams",
  {
    workspaceId: workspaceId(),
    id: id(),
    name: text("name").notNull(),
    /** Who is told when an answer of the team is overdue. */
    leadId: text("lead_id"),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);
