import { boolean, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { id, moment, workspaceId } from "./columns.ts";

/** Who works in which team, until `removedAt`; its lead does as well (`teams`). */
export const teamMembers = pgTable(
  "team_members",
  {
    workspaceId: workspaceId(),
    id: id(),
    teamId: uuid("team_id").notNull(),
    userId: text("user_id").notNull(),
    addedBy: text("added_by"),
    addedAt: moment("added_at").notNull(),
    removedBy: text("removed_by"),
    removedAt: moment("removed_at"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);

/**
 * That agents and viewers see their own teams' cases and answers only, until `endedAt`; and what belongs to no team, where
 * `teamless` says so (docs/decisions/0052).
 */
export const teamSights = pgTable(
  "team_sights",
  {
    workspaceId: workspaceId(),
    id: id(),
    teamless: boolean("teamless").notNull(),
    begunBy: text("begun_by"),
    begunAt: moment("begun_at").notNull(),
    endedBy: text("ended_by"),
    endedAt: moment("ended_at"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);

/** Who sees a case whatever its team: whom a note names, or who is to keep a promise in it. `byId` is the note or the promise. */
export const caseSights = pgTable(
  "case_sights",
  {
    workspaceId: workspaceId(),
    byId: uuid("by_id").notNull(),
    userId: text("user_id").notNull(),
    caseId: uuid("case_id").notNull(),
    at: moment("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.byId, t.userId] })],
);
