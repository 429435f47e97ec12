import { jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { id, moment, workspaceId } from "./columns.ts";

/** Filters with a name: their maker's own until they are shared with everybody here; ended ones are offered no more. */
export const segments = pgTable(
  "segments",
  {
    workspaceId: workspaceId(),
    id: id(),
    name: text("name").notNull(),
    /** The words of `SegmentFilter` (server/segment/schema.ts). */
    filter: jsonb("filter").$type<Record<string, unknown>>().notNull(),
    madeAt: moment("made_at").notNull(),
    madeBy: text("made_by"),
    renamedAt: moment("renamed_at"),
    renamedBy: text("renamed_by"),
    sharedAt: moment("shared_at"),
    sharedBy: text("shared_by"),
    endedAt: moment("ended_at"),
    endedBy: text("ended_by"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);
