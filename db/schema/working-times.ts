import { boolean, date, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { id, moment, workspaceId } from "./columns.ts";

/** When people work: of the workspace (`teamId` null), and of teams that keep hours of their own. */
export const workingTimes = pgTable(
  "working_times",
  {
    workspaceId: workspaceId(),
    id: id(),
    teamId: uuid("team_id"),
    /** Null: the workspace's. */
    timezone: text("timezone"),
    /** The spans of Monday to Sunday, in minutes after midnight. */
    week: jsonb("week").$type<{ from: number; to: number }[][]>().notNull(),
    /** Whose public holidays are days off; null: nobody's. */
    calendar: text("calendar"),
    /** Whether the days count as days off too that are so by custom. */
    customary: boolean("customary").notNull().default(false),
    setAt: moment("set_at").notNull(),
    setBy: text("set_by"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);

/** Days on which the company (`teamId` null) or one team of it is closed beside the public holidays. */
export const closedDays = pgTable(
  "closed_days",
  {
    workspaceId: workspaceId(),
    id: id(),
    teamId: uuid("team_id"),
    day: date("day", { mode: "string" }).notNull(),
    name: text("name").notNull(),
    addedAt: moment("added_at").notNull(),
    addedBy: text("added_by"),
    removedAt: moment("removed_at"),
    removedBy: text("removed_by"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);
