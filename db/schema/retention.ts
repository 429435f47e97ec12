import { date, integer, pgTable, primaryKey, smallint, text } from "drizzle-orm/pg-core";
import { id, moment, workspaceId } from "./columns.ts";

const kind = () =>
  text("kind", {
    enum: ["contacts", "answers", "dialogues", "files", "received", "sends", "evidence", "notices"],
  }).notNull();

/** For how many months a kind of data is kept, each time it was set, append-only; null: as long as the workspace. */
export const retentionPeriods = pgTable(
  "retention_periods",
  {
    workspaceId: workspaceId(),
    id: id(),
    kind: kind(),
    months: smallint("months"),
    setAt: moment("set_at").notNull(),
    setBy: text("set_by"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);

/** That nothing is removed because of its age, from then until `endedAt`. */
export const retentionHolds = pgTable(
  "retention_holds",
  {
    workspaceId: workspaceId(),
    id: id(),
    reason: text("reason").notNull(),
    heldAt: moment("held_at").notNull(),
    heldBy: text("held_by"),
    endedAt: moment("ended_at"),
    endedBy: text("ended_by"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);

/** How many of a kind were removed on a day of the workspace's calendar; `endedAt` once nothing was left to remove. */
export const retentionRuns = pgTable(
  "retention_runs",
  {
    workspaceId: workspaceId(),
    day: date("day", { mode: "string" }).notNull(),
    kind: kind(),
    months: smallint("months").notNull(),
    removed: integer("removed").notNull(),
    beganAt: moment("began_at").notNull(),
    endedAt: moment("ended_at"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.day, t.kind] })],
);
