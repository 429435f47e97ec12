import { pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { id, moment, workspaceId } from "./columns.ts";

/** Words of a workspace's own that cases are found by; of one name there is one, in whatever capitals. */
export const tags = pgTable(
  "tags",
  {
    workspaceId: workspaceId(),
    id: id(),
    name: text("name").notNull(),
    madeAt: moment("made_at").notNull(),
    madeBy: text("made_by"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);

export const caseTags = pgTable(
  "case_tags",
  {
    workspaceId: workspaceId(),
    caseId: uuid("case_id").notNull(),
    tagId: uuid("tag_id").notNull(),
    addedAt: moment("added_at").notNull(),
    addedBy: text("added_by"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.caseId, t.tagId] })],
);
