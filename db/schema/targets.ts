import { date, integer, pgEnum, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { id, moment, workspaceId } from "./columns.ts";

export const targetMetric = pgEnum("target_metric", ["nps", "response_rate", "first_reply", "recovery"]);

export const targetRepeats = pgEnum("target_repeats", ["month", "quarter", "year"]);

/**
 * What is to be reached: `goal` in points or whole percent, from at least `minimum` answers or cases. It holds for
 * every month, quarter or year from `fromDay` on, or once, to `toDay`. Without a team it is about the whole.
 */
export const targets = pgTable(
  "targets",
  {
    workspaceId: workspaceId(),
    id: id(),
    metric: targetMetric("metric").notNull(),
    teamId: uuid("team_id"),
    repeats: targetRepeats("repeats"),
    fromDay: date("from_day", { mode: "string" }).notNull(),
    toDay: date("to_day", { mode: "string" }),
    goal: integer("goal").notNull(),
    minimum: integer("minimum").notNull(),
    ownerId: text("owner_id"),
    version: integer("version").notNull().default(1),
    createdAt: moment("created_at").notNull(),
    endedAt: moment("ended_at"),
    endedBy: text("ended_by"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);

/** A target as it was from `at` on, who made it so and why: version after version, append-only. */
export const targetChanges = pgTable(
  "target_changes",
  {
    workspaceId: workspaceId(),
    targetId: uuid("target_id").notNull(),
    version: integer("version").notNull(),
    kind: text("kind", { enum: ["set", "changed", "ended"] }).notNull(),
    goal: integer("goal").notNull(),
    minimum: integer("minimum").notNull(),
    ownerId: text("owner_id"),
    reason: text("reason"),
    changedBy: text("changed_by"),
    at: moment("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.targetId, t.version] })],
);
